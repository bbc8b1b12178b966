/** Nouns for a body of any kind that acts, whatever it is called: `the company`, `the charity`. */
const bodies = new Set(
  'company firm carmaker automaker planemaker chipmaker drugmaker brewer retailer bank lender insurer airline group maker manufacturer agency organisation organization charity party union corporation conglomerate broadcaster publisher supplier startup start-up foundation museum university'.split(
    ' ',
  ),
)

/** Nouns that say of a name that a body bears it, where they stand beside it, but mean a body by themselves less often. */
const kinds = new Set(
  'club team newspaper daily tabloid magazine website watchdog regulator think-tank nonprofit ngo producer operator miner steelmaker shipbuilder developer contractor consultancy brand subsidiary utility grocer supermarket chain carrier platform network label studio militia guild cooperative co-operative federation coalition institute consortium multinational unicorn bookmaker fintech portal marketplace pollster telco bourse outlet venture automotive refiner builder housebuilder brokerage exchange'.split(
    ' ',
  ),
)

/** Is the noun one of a body that acts, whatever it is called? */
export const isBodyNoun = (noun: string): boolean => bodies.has(noun)

/** Does the noun, beside a name, say that a body bears it? */
export const tellsBody = (noun: string): boolean => bodies.has(noun) || kinds.has(noun)
