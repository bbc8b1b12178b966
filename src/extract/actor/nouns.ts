import { hasTag, organizationNouns, placeNouns } from '../../text/lexicon.ts'

// Head nouns that tell what kind of thing a capitalised phrase names. The word list's own, and those it lacks.

const moreOrganizations = new Set(
  'court senate congress parliament duma knesset bundestag assembly chamber cabinet embassy consulate treasury house navy force forces guard network alliance league initiative program programme campaign movement front trust team united party parties caucus coalition confederation organisation organization organizations registry secretariat presidency taskforce brigade battalion regiment division squad bureau service commission commissions council laboratory observatory society societies station airways airline exchange ombudsman authority inspectorate constabulary municipality diocese archdiocese monastery mosque synagogue temple survey gmbh plc ag sa nv bv spa llp lp pty oyj org railroad railway newspaper broadcasting church orchestra choir band museum gallery lab nation club regiment fleet corps police sheriff ballet opera corp inc ltd co'.split(
    ' ',
  ),
)
const events = new Set(
  'forum summit conference war wars olympics paralympics cup festival championship championships election elections revolution uprising massacre riots tournament expo exposition marathon prix awards oscars carnival convention symposium referendum genocide holocaust intifada offensive battle siege earthquake hurricane tsunami typhoon cyclone biennale derby pandemic armistice coup inauguration recession depression'.split(
    ' ',
  ),
)
const placesBefore = new Set(
  'river lake mount mt cape fort port gulf isle isles strait bay sea camp saint san santa el las los'.split(' '),
)
const morePlaces = new Set(
  'river lake mountain mountains sea ocean strait gulf channel canal desert valley delta island islands peninsula peak plateau province oblast prefecture county district region state republic kingdom emirates city town village street avenue road boulevard square bridge airport park beach coast border hills heights highway square palace castle tower stadium arena'.split(
    ' ',
  ),
)
const weakOrganizations = new Set(
  'post power care capital design development data home life city cars engineering education energy boys girls bank'.split(
    ' ',
  ),
)

export const isOrganizationNoun = (word: string) =>
  organizationNouns.has(word.toLowerCase()) || moreOrganizations.has(word.toLowerCase())
/** Organisation nouns that are no evidence by themselves at the start or middle of a name. */
export const isWeakOrganizationNoun = (word: string) => weakOrganizations.has(word.toLowerCase())
export const isEventNoun = (word: string) => events.has(word.toLowerCase())
/** Offices that a department stands before: `Finance Minister`. */
export const isPortfolioNoun = (word: string) =>
  /^(?:minister|secretary|undersecretary|commissioner|spokes(?:man|woman|person)|correspondent|editor|analyst|reporter)$/i.test(
    word,
  )
export const isPlaceNounBehind = (word: string) =>
  placeNouns.has(word.toLowerCase()) || morePlaces.has(word.toLowerCase())
export const isPlaceNounBefore = (word: string) => placesBefore.has(word.toLowerCase().replace('.', ''))

const facilities = new Set(
  'center centre museum base planetarium hall hospital clinic library gallery theatre theater cinema prison jail mall hotel campus barracks terminal station stadium arena laboratory lab mosque synagogue monastery cathedral temple school academy zoo observatory dock'.split(
    ' ',
  ),
)
/** Nouns for buildings and grounds, whose names are places as often as bodies. */
export const isFacilityNoun = (word: string) => facilities.has(word.toLowerCase())

const acting = new Set(
  'agency exchange airlines airways association authority bank board bureau club commission committee company congregation corporation council department federation foundation institute institution league ministry organisation organization parliament party police senate society team university'.split(
    ' ',
  ),
)
/** Nouns for bodies that are neither grounds nor things. */
export const isActingNoun = (word: string): boolean => acting.has(word.toLowerCase())

/** Bodies of a state, of which it has one: with a capital and `the` they are named. */
export const isStateBody = (word: string): boolean =>
  /^(?:Treasury|Senate|Congress|Parliament|Cabinet|Assembly|Knesset|Duma|Bundestag|Bundesrat|Sejm|Riksdag|Folketing|Storting)$/.test(
    word,
  )

/** `Frenchman Ada Berg`: no part of the name. */
export const isCountryman = (word: string): boolean =>
  /^(?:French|English|Irish|Dutch|Welsh|Scots|Cornish)(?:m[ae]n|wom[ae]n)$/.test(word)

/** Storms have given names. */
export const isStorm = (word: string): boolean => /^(?:Hurricane|Typhoon|Cyclone)$/.test(word)

/** Plurals that head companies' names alone. */
export const isCompanyPlural = (word: string): boolean =>
  /^(?:Railways|Stockbrokers|Studios|Laboratories|Technologies|Pictures|Records|Foods|Stores|Rangers|Rovers)$/.test(
    word,
  )

/** Letters that end a company's name: `Inc`, `plc`. */
export const isLegalForm = (word: string): boolean => /^(?:inc|corp|ltd|llc|llp|plc|gmbh)$/i.test(word)

/** What companies deal in, last in their names: `Dow Chemical`, `Sino Copper`. */
export const isTradeNoun = (word: string): boolean =>
  /^(?:Chemicals?|Copper|Steel|Gold|Mining|Minerals|Petroleum|Oil|Gas|Electric|Electronics|Motors?|Pharma|Pharmaceuticals?|Biotech|Semiconductors?|Telecoms?|Foods|Brewing|Realty|Insurance|Aerospace|Robotics|Software|Logistics|Shipbuilding|Textiles)$/.test(
    word,
  )

/** Short names of parties that are common words otherwise. */
export const isPartyName = (word: string) =>
  /^(?:Labour|Labor|Tories|Conservatives|Democrats|Republicans|Greens|Liberals)$/.test(word)

const moreRoles = new Set(
  'expert spokesman spokeswoman spokesperson chief head leader chair chairman chairwoman chairperson president premier secretary general judge justice mayor governor senator congressman congresswoman representative lawmaker commissioner chancellor king queen prince princess pope archbishop bishop cardinal rabbi imam ayatollah sultan emir sheikh duke duchess lord lady sir dame coach captain manager officer detective inspector sergeant lieutenant colonel major commander admiral ambassador envoy founder co-founder cofounder ceo cfo coo cto professor prof lecturer researcher scientist analyst economist strategist fellow author writer novelist poet journalist reporter correspondent columnist editor publisher producer actor actress singer musician rapper comedian artist photographer designer architect engineer attorney lawyer prosecutor barrister solicitor doctor surgeon nurse physician psychologist historian sociologist biologist astronaut pilot activist campaigner advocate organizer organiser volunteer resident owner operator farmer worker teacher principal superintendent dean provost student graduate alumnus player striker goalkeeper midfielder defender quarterback pitcher forward guard boxer driver golfer swimmer sprinter runner cyclist rider skipper minister deputy vice assistant speaker councilor democrat republican tory socialist whip secretary-general vice-president director-general attorney-general director advisor adviser aide undersecretary treasurer trustee councillor councilman councilwoman alderman chief-executive executive banker investor trader broker entrepreneur billionaire businessman businesswoman husband wife father mother son daughter brother sister uncle aunt cousin nephew niece widow partner friend neighbour neighbor victim survivor witness suspect defendant plaintiff candidate nominee incumbent mp mep mla pm asp dsp igp warden rapporteur functionary convener convenor legislator parliamentarian assemblyman assemblywoman healer convict fugitive magnate kingpin industrialist rancher headmaster headmistress headteacher shopkeeper pianist violinist guitarist drummer vocalist bassist influencer philanthropist pollster lobbyist detainee inmate gunman warlord batsman bowler batter umpire referee trainer jockey gymnast olympian medallist medalist finalist statistician counsellor counselor midwife paramedic policewoman auditor actuary theologian heavyweight stalwart'.split(
    ' ',
  ),
)
/** A noun for what somebody is or does: `minister`, `expert`, `spokeswoman`. */
export const isRoleNoun = (word: string): boolean =>
  isPlainRoleNoun(word) || (word.includes('-') && isPlainRoleNoun(word.slice(word.lastIndexOf('-') + 1)))
const callings = ['ologist', 'iatrist', 'ographer']
const isPlainRoleNoun = (word: string) =>
  moreRoles.has(word.toLowerCase()) ||
  callings.some((ending) => word.endsWith(ending)) ||
  (hasTag(word, 'Actor') &&
    !hasTag(word, 'Plural') &&
    !/^(?:national|human|native|local|international|foreign|population|public|crowd)$/i.test(word))

/** Kin: whose they are is no affiliation. */
export const isKinNoun = (word: string): boolean =>
  /^(?:(?:grand|great-grand|step|god)?(?:son|daughter|father|mother|child)|(?:half-|step)?(?:brother|sister)|wife|husband|widow|widower|uncle|aunt|nephew|niece|cousin|partner|friend|colleague|fianc[eé]e?|girlfriend|boyfriend)$/.test(
    word,
  )

const honorifics =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|rev|sen|rep|gov|gen|lt|col|sgt|capt|cmdr|adm|maj|cpl|pvt|brig|hon|fr|sr|st|ayatollah|sheikh|pope|king|queen|prince|princess|emperor|empress|sultan|emir|imam|rabbi)\.?$/i
export const isHonorific = (word: string) => honorifics.test(word) && /^\p{Lu}/u.test(word)

/** Seats and by-names of governments, and the country they stand for (there is no maintained list of them). */
export const governmentSeats: ReadonlyMap<string, string> = new Map([
  ['Kremlin', 'Russia'],
  ['White House', 'United States'],
  ['Pentagon', 'United States'],
  ['Capitol Hill', 'United States'],
  ['Foggy Bottom', 'United States'],
  ['Downing Street', 'United Kingdom'],
  ['Downing St', 'United Kingdom'],
  ['Whitehall', 'United Kingdom'],
  ['Westminster', 'United Kingdom'],
  ['Élysée', 'France'],
  ['Elysee', 'France'],
  ['Quai d’Orsay', 'France'],
  ['Blue House', 'South Korea'],
  ['Zhongnanhai', 'China'],
])

/** Directions that English capitalises when they mean a part of the world. */
export const worldParts: ReadonlySet<string> = new Set([
  'West',
  'East',
  'North',
  'South',
  'Middle East',
  'Far East',
  'Near East',
  'Global South',
  'Global North',
  'Balkans',
  'Gulf',
  'Levant',
  'Arctic',
  'Maghreb',
  'Sahel',
  'Baltics',
  'Caucasus',
])
