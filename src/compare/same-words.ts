import { stem } from '../words/stem.ts'

// Words brought together where newsrooms use them for the same thing. They are only compared, never shown as what a text says; what is told apart
// elsewhere (operating and net profit, core and overall inflation) stays apart, for only what is left out is said here.

/** Words that name nothing: grammar, and adjectives that any measure can have without becoming another one. */
const empty = new Set(
  `a an the of in on at to for by from with and or but its it their his her our they he she we you i this that these those as per within among
  between across around into over under up out off about after before since until during while when where which who whom whose what than then there here
  be is are was were been being am has have had having do does did will would shall should can could may might must not no nor so if also only just even
  more most less least many much some any all both each every other another such own same very too
  said say says told tell according added report reported reports official officials authority authorities spokesman spokesperson statement announced
  annual yearly monthly quarterly weekly daily total overall aggregate combined cumulative latest preliminary provisional estimated estimate reported
  current new recent headline national nationwide countrywide full year quarter month week day level figure number amount figures
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  people person persons men women one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty sixty seventy eighty ninety hundred
  first second third last next percent per cent percentage point points million billion thousand trillion bn mn m bln pct nearly almost about around some
  roughly approximately least most than half`.split(/\s+/),
)

/** Words for the same, the first of each line standing for all. */
const sameMeaning = `
  dead: death toll | toll | dead | death | die | kill | fatality | live lost | life lost | lose their life | lost their life | take life | claim life | claimed | perish | victim | fatal
  injured: injure | injury | wound | hurt
  missing: missing | unaccounted
  homeless: displace | homeless | without a home | evacuate | evacuee | forced from | uproot
  affected: affect | hit by
  destroyed: destroy | burn down | go up in flame | ruin | demolish | flatten | level to the ground
  burned: burn | scorch | blaze | fire | wildfire | flame
  arrested: arrest | detain | detention | suspect | custody
  home: home | house | dwelling | household
  gdp: gross domestic product | gdp | economic output | economy
  growth: grow | growth | expand | expansion
  unemployed: unemployment | joblessness | jobless | unemployed | out of work | without a job | look for work
  inflation: consumer price inflation | consumer price index | consumer price | cost of living | cpi | inflation | price in
  policyrate: interest rate | policy rate | benchmark rate | key rate | base rate | lending rate | repo rate | key interest rate | benchmark interest rate
  profit: net income | net profit | profit after tax | after tax profit | bottom line | profit | earn | earnings | make a profit
  revenue: revenue | turnover | sale | turn over | take in | took in
  loss: net loss | loss | lost | lose | lose money | in the red
  customer: customer | subscriber | client | user
  investment: invest | investment | capital spending | capital expenditure | capex
  layoff: layoff | job cut | redundancy | lay off | laid off | let go | shed | axe | slash | eliminate | cut job
  job: job | position | post | employee | worker | staff | workforce | headcount | staffer | payroll | employ | employment | in work
  wage: wage | pay | salary | hourly earnings
  population: population | inhabitant | resident
  turnout: voter turnout | turnout | go to the poll | went to the poll
  vote: vote | ballot
  seat: seat | mandate
  money: fund | aid | relief | compensation | payout | subsidy | grant | money
  budget: budget | spending | expenditure | outlay | spend | spent
  debt: debt | borrowing
  price: price | cost | worth | value | pay | paid | deal | buy | bought | acquire | acquisition | purchase | takeover | contract | offer
  stock: stock | share price | shares
  premium: premium | above | more than the market
  emission: emission | greenhouse gas | co2
  passenger: passenger | traveller | rider | on board | aboard | carry | carried | flew | fly
  aircraft: aircraft | plane | jet
  road: road | highway | motorway
  long: length | long | stretch
  crew: firefighter | deploy | in action | at work | crew
  rise: rise | rose | increase | climb | jump | gain | surge | add
  fall: fall | fell | drop | decline | slip | slump | plunge | tumble | ease
  plan: expect | forecast | see | foresee | project | plan | reckon | predict | aim | hope
  export: export | overseas sale
  import: import
  attendance: attendance | attend | crowd | spectator | visitor
  fine: fine | penalty
  damage: damage | economic loss
`

const meanings = new Set<string>()
const phrases = new Map<string, readonly (readonly [words: readonly string[], meaning: string])[]>()
for (const line of sameMeaning.trim().split('\n')) {
  const [meaning, forms] = line.trim().split(': ') as [string, string]
  meanings.add(meaning)
  for (const form of forms.split('|')) {
    const words = form.trim().split(' ').map(stem)
    phrases.set(
      words[0]!,
      [...(phrases.get(words[0]!) ?? []), [words, meaning] as const].sort(([a], [b]) => b.length - a.length),
    )
  }
}

/** Whether a word stands for others: what these say is what figures are of, more often than not. */
export const isMeaning = (word: string): boolean => meanings.has(word)

/** A word of a text as it is compared; `at` counts the words of the text. */
export type ComparedWord = { readonly word: string; readonly at: number }

/** The words of a text that mean something, as they are compared. @param words lower case */
export function toComparedWords(words: readonly string[]): ComparedWord[] {
  const stems = words.map(stem)
  const found: ComparedWord[] = []
  for (let at = 0; at < stems.length; ) {
    const phrase = phrases.get(stems[at]!)?.find(([parts]) => parts.every((part, i) => stems[at + i] === part))
    if (phrase) found.push({ word: phrase[1], at })
    else if (!empty.has(words[at]!) && !/^\p{N}/u.test(words[at]!) && words[at]!.length > 1)
      found.push({ word: stems[at]!, at })
    at += phrase ? phrase[0].length : 1
  }
  return found
}

/** Lower-case words of a text, with where each begins, in UTF-16 code units. */
export function splitWords(text: string): { words: string[]; starts: number[] } {
  const words: string[] = []
  const starts: number[] = []
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+(?:[.,][\p{N}]+)*/gu)) {
    if (word === 's') continue
    words.push(word.toLowerCase())
    starts.push(index)
  }
  return { words, starts }
}

/** Nouns that say a change: `growth of 5%` is a rise by 5%. */
export const changeNouns: ReadonlyMap<string, 1 | -1> = new Map([
  ...'growth increase rise gain jump surge expansion uptick climb'.split(' ').map((word) => [word, 1] as const),
  ...'decline decrease drop fall reduction contraction slump dip slide plunge'
    .split(' ')
    .map((word) => [word, -1] as const),
])

/** Measures that a country has, or that happen in one: whoever reports them is not whose they are. */
export const ofCountries: ReadonlySet<string> = new Set(
  'gdp unemployed inflation policyrate dead injured missing homeless affected arrested turnout burned destroyed'.split(
    ' ',
  ),
)
/** Measures that happen to people. */
export const ofPeople: ReadonlySet<string> = new Set('dead injured missing homeless affected arrested'.split(' '))
