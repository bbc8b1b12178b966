import { closest, distance } from 'fastest-levenshtein'
import { operators } from '../query/filters.ts'

// What a parameter or a value that there is not was meant to be: a misspelt name, or the name that other APIs have for the same thing.

export type Suggestion = { readonly didYouMean?: string; readonly detail?: string }

const byCursor = 'pages are fetched by cursor: pass `next` of a page as `after`'
const byDay = 'give the first day with one parameter and the day after the last with the other'

/**
 * Names that other APIs have (JSON:API, OData, GitHub, Stripe, Elasticsearch, Algolia, news APIs), in lower case without marks, and ours for each, the first that
 * an operation has.
 */
const synonyms: readonly { readonly names: string; readonly ours: readonly string[]; readonly detail?: string }[] = [
  { names: 'sort sortby orderby ordering sortorder direction', ours: ['order'] },
  {
    names: 'page pagenumber pageno offset skip start cursor startingafter nextpage pagetoken continue',
    ours: ['after'],
    detail: byCursor,
  },
  { names: 'pagesize perpage size top count rows maxresults take first max', ours: ['limit'] },
  { names: 'select columns include only attributes fieldset', ours: ['fields', 'expand'] },
  { names: 'embed with include relations', ours: ['expand'] },
  { names: 'search query keyword keywords term terms text words contains match', ours: ['q'] },
  {
    names: 'format output outputformat accept contenttype mediatype alt filetype',
    ours: ['format'],
    detail: 'the format is chosen by the `Accept` header',
  },
  { names: 'date day year month when time period between daterange', ours: ['from', 'published__gte'] },
  { names: 'since startdate datefrom fromdate begin', ours: ['from', 'published__gte'] },
  { names: 'until enddate dateto todate before', ours: ['to', 'published__lt'] },
  {
    names:
      'publishedat pubdate publicationdate datepublished publishdate publishedafter publishedsince publishedfrom publishedgt',
    ours: ['published__gte'],
    detail: `\`published__gte\` and \`published__lt\` bound the day of publication: ${byDay}`,
  },
  { names: 'publishedbefore publisheduntil publishedto publishedlte', ours: ['published__lt'] },
  {
    names:
      'country person people organization organisation org company place location city entity name who mentions topic tag',
    ours: ['actor', 'name', 'q'],
    detail: 'an actor is a person, an organization, a place or an event, by id or by name',
  },
  { names: 'speaker saidby quotedby author by', ours: ['source', 'author'] },
  { names: 'verb reportingverb', ours: ['cue'] },
  { names: 'value amount quantity figure', ours: ['number'] },
  { names: 'min minimum minvalue gte', ours: ['number__gte', 'confidence__gte'] },
  { names: 'max maximum maxvalue lt', ours: ['number__lt', 'confidence__lt'] },
  { names: 'metric indicator variable of about', ours: ['measure', 'q'] },
  { names: 'category claimtype types', ours: ['type', 'kind'] },
  { names: 'score probability', ours: ['confidence__gte'] },
  { names: 'lang locale', ours: ['language'] },
  { names: 'link href uri address', ours: ['url'] },
  { names: 'newspaper journal magazine outlet site domain', ours: ['publication'] },
  { names: 'rule method', ours: ['extractor'] },
  { names: 'status state reviewed', ours: ['review'] },
  { names: 'facet facets field groupby group aggregate', ours: ['by'] },
  { names: 'articleid document doc', ours: ['article'] },
  { names: 'actorid', ours: ['actor'] },
]
const synonymOf = new Map<string, (typeof synonyms)[number]>()
for (const row of synonyms) for (const name of row.names.split(' ')) if (!synonymOf.has(name)) synonymOf.set(name, row)

/** Operators as others write them: `number_gte`, `number[gte]`, `number.gte`, `number__gt`. */
const operatorOf: Record<string, string> = {
  gt: 'gte',
  min: 'gte',
  from: 'gte',
  lte: 'lt',
  max: 'lt',
  ne: 'not',
  neq: 'not',
  startswith: 'prefix',
  isnull: 'exists',
}

/** What an unknown parameter was meant to be, if that can be told. @param names those that the operation has */
export function suggestParameter(given: string, names: readonly string[]): Suggestion {
  if (given.endsWith('[]') && names.includes(given.slice(0, -2)))
    return { didYouMean: given.slice(0, -2), detail: `repeat \`${given.slice(0, -2)}\` for several values` }
  const spelt = respell(given, names)
  if (spelt !== undefined) return { didYouMean: spelt }
  const near = nearest(given, names)
  const row = synonymOf.get(given.toLowerCase().replaceAll(/[^a-z]/g, ''))
  const ours = row?.ours.find((name) => names.includes(name))
  // an exact other name says more than a name that is spelt alike
  if (ours !== undefined)
    return {
      didYouMean: ours,
      ...(row!.detail && ours !== 'format' && row!.ours[0] === ours && { detail: row!.detail }),
    }
  if (row?.ours.includes('format')) return { detail: row.detail! }
  return near === undefined ? {} : { didYouMean: near }
}

/** What a value outside an enumeration was meant to be. @param allowed the enumeration @param repeatable whether the parameter takes several */
export function suggestValue(name: string, given: string, allowed: readonly string[], repeatable: boolean): Suggestion {
  const parts = given.split(/[,;| ]+/).filter(Boolean)
  if (repeatable && parts.length > 1 && parts.every((part) => allowed.includes(part)))
    return {
      didYouMean: parts.map((part) => `${name}=${part}`).join('&'),
      detail: 'takes one value each time; repeat it for several',
    }
  const spelt = allowed.find((one) => one.toLowerCase() === given.toLowerCase())
  const near = spelt ?? nearest(given, allowed) ?? allowed.find((one) => given === `${one}s`)
  return near === undefined ? {} : { didYouMean: near }
}

/** The same name in another spelling: of case, of joints, of operators. */
function respell(given: string, names: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '')
  const same = names.find((name) => plain(name) === plain(given))
  if (same !== undefined) return same
  const { base, operator } = /^(?<base>[A-Za-z]+)(?:__?|\.|\[|-)(?<operator>[a-z]+)\]?$/.exec(given)?.groups ?? {}
  if (base === undefined) return undefined
  const meant = operatorOf[operator!] ?? operator!
  return meant in operators ? names.find((name) => name.toLowerCase() === `${base.toLowerCase()}__${meant}`) : undefined
}

/** A hint must be true in this very case or absent: only names a few letters away, where two letters that changed places count as one. */
function nearest(given: string, names: readonly string[]): string | undefined {
  if (!names.length) return undefined
  const swapped = names.find((name) => name.length === given.length && isSwapped(name, given))
  if (swapped !== undefined) return swapped
  const best = closest(given, names as string[])
  return distance(given, best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined
}

function isSwapped(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
