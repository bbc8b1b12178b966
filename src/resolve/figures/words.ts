import type { Change } from '../../model/claim/figure.ts'
import { conjugate } from '../../text/lexicon.ts'

// The words that say what becomes of a quantity. Verbs stand here in their base form, nouns in the singular.

const rising =
  'rise grow increase climb jump soar surge gain expand rally accelerate strengthen rebound recover advance swell widen edge_up pick_up raise boost lift hike double triple quadruple quintuple treble add skyrocket rocket balloon spike leap improve appreciate multiply deepen mount mushroom snowball quicken heighten escalate spiral zoom vault'
const falling =
  'fall drop decline decrease plunge slump slide shrink tumble sink dip contract reduce cut lower plummet slip ease weaken slow retreat lose shed narrow slash trim halve shave diminish dwindle crash dive depreciate dent recede subside wane cool soften moderate collapse nosedive decelerate ebb abate erode crater tank trim pare whittle downgrade'
/** Verbs that somebody does to a quantity; with a figure as their object the figure is what is done, not by how much. */
const transitive = new Set(
  'raise boost lift hike add increase reduce cut lower slash trim lose shed shave gain recover double triple halve widen narrow expand ease'.split(
    ' ',
  ),
)

const forms = new Map<string, string>()
const directions = new Map<string, Change>()
/** Pasts that a list of inflections may lack. */
const irregular: Record<string, string> = {
  rose: 'rise',
  risen: 'rise',
  fell: 'fall',
  fallen: 'fall',
  grew: 'grow',
  grown: 'grow',
  shrank: 'shrink',
  shrunk: 'shrink',
  sank: 'sink',
  sunk: 'sink',
  lost: 'lose',
  slid: 'slide',
  shed: 'shed',
  cut: 'cut',
  hit: 'hit',
  stood: 'stand',
  met: 'meet',
  swollen: 'swell',
  led: 'lead',
  paid: 'pay',
  spent: 'spend',
  sold: 'sell',
  bought: 'buy',
  won: 'win',
  made: 'make',
  cost: 'cost',
  owed: 'owe',
  put: 'put',
  came: 'come',
  ran: 'run',
  went: 'go',
  gone: 'go',
  sat: 'sit',
  set: 'set',
  held: 'hold',
  took: 'take',
  gave: 'give',
  got: 'get',
  saw: 'see',
  leapt: 'leap',
  shot: 'shoot',
  sought: 'seek',
  said: 'say',
  told: 'tell',
  thought: 'think',
  knew: 'know',
  understood: 'understand',
}
for (const [list, change] of [
  [rising, 'rise'],
  [falling, 'fall'],
] as const)
  for (const verb of list.split(' ')) {
    directions.set(verb, change)
    for (const form of conjugate(verb)) forms.set(form, verb)
  }
/** Verbs whose subject the figure is a value of: `stood at 5%`, `totalled $3m`. */
export const staticVerbs = new Set(
  'be stand remain reach hit total average amount come exceed equal number hover sit touch top surpass approach near settle close end finish trade open stay run peak measure register beat miss tally range vary'.split(
    ' ',
  ),
)
/** `put the cost at $40m`: what the object comes to. */
export const valuingVerbs = new Set(
  'put estimate value set fix keep hold cap price peg leave assess calculate maintain limit'.split(' '),
)
/** `revised its forecast to 3%`: the object comes to it, whichever way. */
export const settingVerbs = new Set(
  'revise review scale update adjust amend restate correct change alter set bring take push drive send'.split(' '),
)
/** Verbs of saying alone: their subject does nothing with a figure behind them. */
export const saysOnly = (lemma: string): boolean =>
  /^(?:say|tell|claim|argue|note|warn|insist|believe|think|know|explain|acknowledge|suggest|allege|hope|fear|understand)$/.test(
    lemma,
  )
/** `spent $5m on defence`: what comes behind `on` or `in` is what the money is for. */
export const spendingVerbs = new Set(
  'spend invest waste squander splurge lavish save budget earmark allocate set provide pledge pay approve'.split(' '),
)
/** Verbs that say that somebody has or shows a result: its noun is the measure, and never the verb. */
export const showingVerbs = new Set(
  'post report record see show suffer make have face register book announce expect forecast predict project anticipate experience include involve mark represent witness undergo notch log'.split(
    ' ',
  ),
)
for (const verb of [
  ...staticVerbs,
  ...valuingVerbs,
  ...spendingVerbs,
  ...showingVerbs,
  ...settingVerbs,
  'edge',
  'inch',
  'creep',
  'tick',
  'nudge',
  'move',
  'push',
  'drive',
  'send',
  ...'sell buy win owe earn pay fine own award donate lend borrow collect receive give lose make cost produce generate attract carry charge claim offer pledge provide raise hand hope aim schedule oblige refute propose'.split(
    ' ',
  ),
])
  for (const form of conjugate(verb)) if (!forms.has(form)) forms.set(form, verb)
for (const [form, verb] of Object.entries(irregular)) forms.set(form, verb)
for (const form of ['is', 'are', 'was', 'were', 'been', 'being', "'s", "'re"]) forms.set(form, 'be')
for (const form of ['totaled', 'totalled', 'totaling', 'totalling']) forms.set(form, 'total')
for (const form of ['has', 'had', 'having']) forms.set(form, 'have')

/** Base form of a verb. */
export function lemmaOfVerb(form: string): string {
  const known = forms.get(form)
  if (known !== undefined) return known
  if (/ies$/.test(form)) return form.replace(/ies$/, 'y')
  if (/(?:ss|x|ch|sh)es$/.test(form)) return form.slice(0, -2)
  if (/[^s]s$/.test(form)) return form.slice(0, -1)
  if (/ied$/.test(form)) return form.replace(/ied$/, 'y')
  if (/[rt]eed$/.test(form)) return form.slice(0, -1) // `agreed`, `guaranteed`
  if (/eed$/.test(form)) return form // `need`, `exceed`
  const stem = /^(.{2,}?)(?:ed|ing)$/.exec(form)?.[1]
  if (stem === undefined) return form
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  return /(?:[cgsuvz]|[^aeiou][aiou][kt]|[aeiou]r|[^aeioul]l|cid|vid|clud)$/.test(stem) &&
    !/(?:er|or|ss|ow|ay|oy)$/.test(stem)
    ? `${stem}e`
    : stem
}

/** A form of a verb that these lists know. */
export const isVerbForm = (form: string): boolean => forms.has(form)

/** `shrank`, `climbed`: pasts of verbs of change, which are no nouns too (as `cut` and `slid` are not). */
export const isPastOfChange = (form: string): boolean =>
  /^(?:rose|grew|fell|shrank|sank|slid|leapt|risen|fallen|shrunk)$/.test(form) ||
  (/ed$/.test(form) && directionOf(forms.get(form) ?? '') !== undefined)

/** Verbs of what is done for money: `sold the unit for $5m`. */
export const isTrade = (lemma: string): boolean =>
  /^(?:sell|buy|ask|charge|pay|acquire|purchase|settle|rent|lease|sign|auction|divest|offload|get|take|offer|trade|swap|hire|build|complete|fine|sue|supply|deliver|provide|do|make|produce|obtain|secure|license|exchange|resell|bid)$/.test(
    lemma,
  )

/** Verbs whose `with` leads to what somebody is given: `supply the army with 30 tanks`. */
export const isProviding = (lemma: string): boolean =>
  /^(?:provide|supply|equip|furnish|present|replace|fill|stock|reward|issue|arm)$/.test(lemma)

/** What somebody holds of something. */
export const isShare = (head: string): boolean => /^(?:stake|share|holding|interest|shareholding)$/.test(head)

/** Nouns of what is agreed, bought or given at a price: `a deal for $7bn`. */
export const isDeal = (form: string): boolean =>
  /^(?:deal|contract|order|bid|offer|agreement|settlement|loan|budget|package|grant|option|request|claim|bill|sale|purchase|takeover|plan|proposal|commitment|authori[sz]ation|approval|charge|provision|compensation|reserve|need|demand)s?$/.test(
    form,
  )

/** Those who have and lose money, and are no quantity themselves. */
export const isPeople = (head: string): boolean =>
  /(?:^|share|stock|bond|policy|card|account)(?:holder|investor|worker|farmer|owner|trader|taxpayer|consumer|customer|saver|lender|creditor|borrower|buyer|seller|victim|member|supporter|user|employer|partner|family|household|people|person|fund|team|government|campaign|charity)$/.test(
    head,
  )

/** Nouns that are parts of prepositions: `in front of`, `on top of`, `in addition to`. */
export const isPartOfPreposition = (form: string): boolean =>
  /^(?:front|face|presence|place|secret|full|advance|public|private|total|person|court|instalments|installments|support|exchange|return|response|honou?r|violation|breach|memory|result|case|view|charge|light|spite|favou?r|top|addition|behalf|terms|excess|need|pursuit|search|midst|course|wake|group|team|crowd|convoy|line|number|one|all|some|most|many|half|tune)$/.test(
    form,
  )

/** Which way a verb moves its quantity; undefined for other verbs. */
export const directionOf = (lemma: string): Change | undefined => directions.get(lemma)
export const isTransitiveChange = (lemma: string): boolean => transitive.has(lemma)

const upNouns =
  /^(?:rise|raise|increase|growth|jump|surge|gain|hike|boost|expansion|climb|upturn|uptick|rally|rebound|spike|leap|upswing|recovery|improvement)s?$/
const downNouns =
  /^(?:fall|drop|decline|decrease|cut|reduction|slump|plunge|contraction|dip|downturn|slowdown|slide|cutback|shrinkage|tumble|crash|cuts|losse?s?)$/
/** Direction of a noun of change: `rise`, `22-fold increase`; a loss is one only of a share or of points. */
export function directionOfNoun(form: string): Change | undefined {
  if (/^loss(?:es)?$/.test(form)) return undefined
  if (upNouns.test(form)) return 'rise'
  return downNouns.test(form) || downNouns.test(form.replace(/s$/, '')) ? 'fall' : undefined
}
/** Nouns of change that also name a quantity: `growth of 1.5 percent`. */
export const isGrowth = (form: string): boolean =>
  /^(?:growth|expansion|contraction|improvement|gains?|recovery)$/.test(form)

const upWords =
  /^(?:higher|more|greater|larger|bigger|up|above|dearer|faster|stronger|longer|heavier|richer|costlier|warmer|hotter|taller|deeper|wider)$/
const downWords =
  /^(?:lower|less|fewer|smaller|down|below|cheaper|slower|weaker|shorter|lighter|poorer|cooler|colder|narrower)$/
export const directionOfComparison = (form: string): Change | undefined =>
  upWords.test(form) ? 'rise' : downWords.test(form) ? 'fall' : undefined

/** Nouns that name no quantity by themselves. */
export const isEmptyNoun = (form: string): boolean =>
  form !== 'cases' &&
  /^(?:total|goal|target|period|record|figure|number|level|amount|rest|thing|one|part|bit|case|way|sum|average|high|low|peak|top|bottom|maximum|minimum|year|month|quarter|week|day|time|mark|point|report|study|survey|poll|data|statement|addition|result|end|start|hour|minute|pace|scale|range|factor|half|others?|estimate|forecast|projection|expectation|guidance|plan|term|basis)s?$/.test(
    form,
  )
/** Adjectives that say how the writer takes a figure, or how it compares; they are no part of what is measured. */
export const isLoud = (form: string): boolean =>
  /^(?:record|staggering|whopping|massive|huge|mere|modest|sharp|steep|dramatic|further|additional|extra|new|total|combined|overall|estimated|expected|unexpected|latest|first|second|third|last|recent|big|bigger|biggest|large|larger|largest|small|smaller|smallest|high|higher|highest|low|lower|lowest|best|worst|slight|strong|weak|surprise|so-called|hefty|cool|stunning|astonishing|impressive|breaking|current|previous|original|initial|final|eventual|likely|possible|potential|yoy|y-o-y)$/.test(
    form,
  )

/** Stock indexes with the numbers in their names, wherever they stand. */
export const indexNames =
  /(?<![\p{L}\p{N}])(?:(?:S&P|Standard\s(?:&|and)\sPoor['’]?s)(?:\/ASX|\/TSX)?\s(?:\d{2,4}|Composite)|Dow(?:\sJones)?(?:\s(?:Industrial\sAverage|Industrials))?(?!\s(?:Jones|Chemical|Corning|Inc|News|Newswires))|Nasdaq(?:[-\s](?:Composite|100))?|FTSE(?:[-\s](?:100|250|350|All-Share|MIB))?|Nikkei(?:[-\s](?:225|Stock\sAverage))?|Hang\sSeng|DAX|CAC(?:[-\s]40)?|Sensex|Nifty(?:\s50)?|Kospi|Topix|(?:Euro\s)?Stoxx(?:\s(?:50|600))?|Russell\s2000|Bovespa|IBEX(?:\s35)?)(?![\p{L}\p{N}])/gu

/** Names of stock indexes and the like, which are measures themselves. */
export const isIndexName = (words: string): boolean =>
  /\b(?:Dow(?!\s(?:Chemical|Corning|Inc))|Nasdaq|FTSE|Nikkei|S&P|Standard (?:&|and) Poor['’]?s (?:500|index)|Hang Seng|DAX|CAC|Sensex|Nifty|Kospi|Topix|Stoxx|Russell 2000|Bovespa|IBEX|MIB|ASX|TSX|Index|index|Composite|Industrial Average)\b/.test(
    words,
  )
