// Words for what is measured, brought together where newsrooms use them for the same thing. Lower case, singular. Kinds of measures that are
// told apart elsewhere (operating and net profit, core and overall inflation) stay apart: only what is left out is said here.

/** Words that name nothing: articles, prepositions, and adjectives that any measure can have without becoming another one. */
const empty = new Set(
  'a an the of in on at to for by from with and or its their his her our this that these those as per within among between across around annual yearly monthly quarterly weekly daily total overall aggregate combined cumulative official latest preliminary provisional estimated reported expected projected current new recent overall headline national nationwide countrywide domestic full year quarter month rate level figure number amount value volume size tally count percentage proportion share sum'.split(
    ' ',
  ),
)

/** Words for the same measure, the first of each line standing for all; phrases before their parts. */
const sameMeasure = `
  gdp: gross domestic product | economic output | economy
  unemployment: unemployment | joblessness | jobless | unemployed | out of work
  inflation: consumer price inflation | consumer price index | consumer price | cost of living | cpi | price growth | inflation
  interest: interest rate | policy rate | benchmark rate | key rate | base rate | lending rate | repo rate | bank rate | interest
  dead: death toll | toll | dead | death | die | killed | kill | kille | fatality | casualty figure | life lost | lost life
  injured: injured | injure | injury | wounded | wound | hurt
  missing: missing | unaccounted
  displaced: displaced | displace | homeless | evacuated | evacuate | evacuee | forced from home
  arrested: arrested | arrest | detained | detain | detention
  netprofit: net income | net profit | profit after tax | after tax profit | bottom line | net earning | profit | earning
  revenue: revenue | turnover | sale | net sale | sales revenue
  netloss: net loss | loss | lost | lose
  job: job | position | post | role | employee | worker | staff | workforce | headcount | staffer
  layoff: layoff | job cut | redundancy | laid off | lay off | cut job
  population: population | inhabitant | resident | live
  export: export | overseas sale | exported
  import: import | imported
  turnout: voter turnout | turnout | participation | voted
  vote: share of the vote | vote | ballot | voter
  budget: budget | spending | expenditure | outlay | spend | spent
  deficit: budget deficit | fiscal deficit | deficit | shortfall
  debt: public debt | national debt | government debt | debt | borrowing
  wage: wage | pay | earnings per week | salary
  price: price | cost
  investment: investment | invest | invested
  fine: fine | penalty | fined
  damage: damage | damages | economic loss
  emission: emission | carbon emission | greenhouse gas emission | co2
  attendance: attendance | attended | crowd | spectator | visitor | attendee
  seat: seat | mandate
  homes: home | house | household | dwelling
`

/** Nouns that say a change: `growth of 5%` is a rise by 5%. */
const changeNouns: ReadonlyMap<string, 1 | -1> = new Map([
  ...'growth increase rise gain jump surge expansion uptick climb'.split(' ').map((word) => [word, 1] as const),
  ...'decline decrease drop fall reduction contraction slump dip slide plunge'
    .split(' ')
    .map((word) => [word, -1] as const),
])

/** Measures that a country has, or that happen in one: whoever reports them is not whose they are. */
export const ofCountries: ReadonlySet<string> = new Set(
  'gdp unemployment inflation interest dead injured missing displaced arrested turnout'.split(' '),
)
/** Measures that happen to people. */
export const ofPeople: ReadonlySet<string> = new Set('dead injured missing displaced arrested'.split(' '))

const phrases: readonly (readonly [words: readonly string[], measure: string])[] = sameMeasure
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [measure, forms] = line.trim().split(':') as [string, string]
    return forms.split('|').map((form) => [form.trim().split(' ').map(toStem), measure] as const)
  })
  .sort(([a], [b]) => b.length - a.length)

/** A word without its plural: only ever compared, never shown. */
export function toStem(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2)
  return word.replace(/s$/, '')
}

export type MeasureWords = {
  /** Sorted, each once. */
  readonly words: readonly string[]
  /** Which way, where a noun says that the figure is a change. */
  readonly change?: 1 | -1 | undefined
}

/** The words of a measure, or of whatever stands for one, as they are compared. */
export function readMeasureWords(text: string): MeasureWords {
  const given = (text.toLowerCase().match(/[\p{L}\p{N}]+(?=['’]s\b)|[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word !== 's')
    .map(toStem)
    .slice(0, 20)
  const found = new Set<string>()
  let change: 1 | -1 | undefined
  for (let at = 0; at < given.length; ) {
    const phrase = phrases.find(([words]) => words.every((word, i) => given[at + i] === word))
    const word = given[at]!
    const turn = changeNouns.get(word)
    if (phrase) found.add(phrase[1])
    else if (turn !== undefined) change = turn
    else if (!empty.has(word)) found.add(word)
    at += phrase ? phrase[0].length : 1
  }
  return { words: [...found].sort(), change }
}
