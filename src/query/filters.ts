import { ActorKind } from '../model/actor.ts'
import { DateKind, DateModifier } from '../model/claim/date.ts'
import { Change, FigureKind, FigureModifier, How, Modality } from '../model/claim/figure.ts'
import type { ClaimType } from '../model/claim/index.ts'
import { ClaimType as ClaimTypes } from '../model/claim/index.ts'
import { Polarity, QuoteKind } from '../model/claim/quote.ts'
import { ReviewStatus } from '../model/review.ts'
import { SectionKind } from '../model/section.ts'

// The filters, one row each. The check of a request, its SQL, the OpenAPI parameter, docs/filters.md and the hint in an error all come
// from this table.

export const operators = {
  '': 'is',
  not: 'is not',
  gte: 'is at least',
  lt: 'is less than',
  prefix: 'begins with',
  exists: 'is present',
} as const
export type Operator = keyof typeof operators

/** What values a filter takes. `actor` is an id or a name, `words` a search, `day` an ISO 8601 day or a month or year of it,
 * `language` a BCP 47 tag, which stands for every longer tag that begins with it. */
export type ValueType =
  | 'text'
  | 'words'
  | 'language'
  | 'unit'
  | 'currency'
  | 'number'
  | 'day'
  | 'interval'
  | 'actor'
  | 'article'
  | 'enum'

export type Filter = {
  readonly name: string
  readonly operators: readonly Operator[]
  readonly value: ValueType
  readonly values?: readonly string[]
  /** The least and the most that a number can be. */
  readonly within?: readonly [number, number]
  /** Claim types that have it; for filters of articles and actors, none. */
  readonly types?: readonly ClaimType[]
  /** SQL expression that it compares, for the plain kinds of value. */
  readonly column?: string
  /** Where an article may have several values: the column of the table that has each, by `article`. */
  readonly several?: string
  /** Whether `A` and `a` are the same in it. */
  readonly caseless?: boolean
  /** One sentence for people: the parameter's description. */
  readonly sentence: string
}

const all = ClaimTypes.options
const kinds = [...new Set([...FigureKind.options, ...DateKind.options, ...QuoteKind.options, ...ActorKind.options])]

// biome-ignore format: a table, one row a line
export const claimFilters: readonly Filter[] = [
  { name: 'type', operators: ['', 'not'], value: 'enum', values: all, types: all, column: 'claims.type', sentence: 'Type of claim.' },
  { name: 'article', operators: ['', 'not'], value: 'article', types: all, column: 'claims.article', sentence: 'Id of the article that contains it.' },
  { name: 'actor', operators: [''], value: 'actor', types: all, sentence: 'Actor that the claim concerns, by id or by any name used in the articles: the claim mentions, quotes or is about that actor, or its sentence names it.' },
  { name: 'section', operators: [''], value: 'enum', values: [...SectionKind.options, 'any'], types: all, column: 'claims.section', sentence: 'Part of the article; `body` by default, `any` for all.' },
  { name: 'review', operators: [''], value: 'enum', values: ['none', ...ReviewStatus.options, 'any'], types: all, column: 'claims.review', sentence: 'Status of its review (`none`: not reviewed); all but rejected claims by default, `any` for all.' },
  { name: 'q', operators: [''], value: 'words', types: all, sentence: 'Words of the claim or its sentence: `trade china` wants both in any form, `"foreign policy"` these very words, `trade OR exports` one of them, `elect*` words that begin so, `-energy` excludes.' },
  { name: 'kind', operators: ['', 'not'], value: 'enum', values: kinds, types: all, column: 'claims.kind', sentence: 'Kind within the type: `money`, `range`, `direct`, `person`.' },
  { name: 'extractor', operators: ['', 'prefix'], value: 'text', types: all, column: 'claims.extractor', sentence: 'Rule that extracted it, such as `figure.percent`.' },
  { name: 'confidence', operators: ['gte', 'lt'], value: 'number', within: [0, 1], types: all, column: 'claims.confidence', sentence: 'Confidence between 0 and 1.' },
  { name: 'publication', operators: ['', 'not', 'exists'], value: 'text', types: all, column: 'articles.publication', caseless: true, sentence: 'Newspaper, magazine or journal of the article; case-insensitive.' },
  { name: 'author', operators: ['', 'prefix', 'exists'], value: 'text', types: all, column: 'articles.author', several: 'article_authors.author', caseless: true, sentence: 'Author of the article: one of several, or the byline as a whole; case-insensitive.' },
  { name: 'language', operators: ['', 'not', 'exists'], value: 'language', types: all, column: 'articles.language', sentence: 'Language of the article, a BCP 47 tag: `en` takes `en-US` too.' },
  { name: 'published', operators: ['gte', 'lt'], value: 'day', types: all, column: 'articles.published_at', sentence: 'Day of publication of the article, of which `2022` and `2022-07` mean the first (for the dates that claims are about, see `from` and `to`).' },
  { name: 'number', operators: ['', 'gte', 'lt'], value: 'number', types: ['figure'], sentence: 'The number, with its scale applied (24000000000 for $24bn); a range must be within the bounds as a whole. Needs `unit`, `currency` or a `kind` without unit.' },
  { name: 'unit', operators: ['', 'not', 'exists'], value: 'unit', types: ['figure'], column: 'claims.unit', sentence: 'Singular noun or UCUM symbol: `person`, `percent`, `km`; `people`, `%` and `kilometres` are taken for these.' },
  { name: 'currency', operators: ['', 'not', 'exists'], value: 'currency', types: ['figure'], column: 'claims.currency', sentence: 'ISO 4217 code: `USD`.' },
  { name: 'change', operators: ['', 'exists'], value: 'enum', values: Change.options, types: ['figure'], column: 'claims.change', sentence: 'Direction of change.' },
  { name: 'how', operators: [''], value: 'enum', values: How.options, types: ['figure'], column: 'claims.how', sentence: 'Role of the figure in a change: its size (`by`), its end (`to`) or its start (`from`).' },
  { name: 'measure', operators: ['', 'exists'], value: 'words', types: ['figure'], column: 'claims.measure', sentence: 'Words of what is measured: `trade`, `"foreign investment"`.' },
  { name: 'measureHead', operators: ['', 'not', 'exists'], value: 'text', types: ['figure'], column: 'claims.measure_head', sentence: 'Lemma of the head noun of what is measured: `revenue`, `job`.' },
  { name: 'subject', operators: [''], value: 'actor', types: ['figure'], sentence: 'Actor that the figure is about, by id or name.' },
  { name: 'baseline', operators: ['exists'], value: 'text', types: ['figure'], column: 'claims.baseline', sentence: 'Whether the text states the baseline of the change or comparison.' },
  { name: 'modality', operators: ['', 'not', 'exists'], value: 'enum', values: Modality.options, types: ['figure'], column: 'claims.modality', sentence: 'Status of figures that are not stated as facts: `forecast`, `planned`; `modality__exists=false` for facts.' },
  { name: 'attributedTo', operators: ['', 'exists'], value: 'actor', types: ['figure', 'date', 'actor'], column: 'claims.attributed_to', sentence: 'Actor in whose words the claim is made, by id or name.' },
  { name: 'modifier', operators: ['', 'not', 'exists'], value: 'enum', values: [...new Set([...FigureModifier.options, ...DateModifier.options])], types: ['figure', 'date'], column: 'claims.modifier', sentence: 'Bound or approximation: `at-least`, `about`, `start`.' },
  { name: 'from', operators: [''], value: 'interval', types: ['date', 'figure'], sentence: 'First day: the interval of the date, or the period of the figure, ends on this day or later. `2022`, `2022-07` or `2022-07-01`.' },
  { name: 'to', operators: [''], value: 'interval', types: ['date', 'figure'], sentence: 'Last day, inclusive: the interval or period begins on this day or earlier. `2022` means its last day.' },
  { name: 'iso', operators: ['', 'prefix', 'exists'], value: 'text', types: ['date'], column: 'claims.iso', sentence: 'ISO 8601 or TIMEX3 value: `2022-07`, `P10Y`.' },
  { name: 'source', operators: ['', 'exists'], value: 'actor', types: ['quote'], column: 'claims.source', sentence: 'Actor who said it, by id or name.' },
  { name: 'polarity', operators: ['', 'exists'], value: 'enum', values: Polarity.options, types: ['quote'], column: 'claims.polarity', sentence: '`denied`: what the source denies.' },
  { name: 'cue', operators: ['', 'not', 'exists'], value: 'text', types: ['quote'], column: 'claims.cue', caseless: true, sentence: 'Reporting words: `said`, `according to`; case-insensitive.' },
]

// biome-ignore format: a table, one row a line
export const reviewFilters: readonly Filter[] = [
  { name: 'article', operators: ['', 'not'], value: 'text', column: 'reviews.article_id', sentence: 'Id of the article that the claim stands in.' },
  { name: 'review', operators: ['', 'not'], value: 'enum', values: [...ReviewStatus.options, 'none'], column: 'reviews.status', sentence: 'What was said; `none` took the review before back.' },
  { name: 'by', operators: ['', 'not'], value: 'text', column: 'reviews.reviewer', sentence: 'Who reviewed, by name.' },
  { name: 'type', operators: ['', 'not'], value: 'enum', values: all, column: 'reviews.type', sentence: 'Type of the claim.' },
  { name: 'extractor', operators: ['', 'prefix'], value: 'text', column: 'reviews.extractor', sentence: 'Rule that extracted the claim; `reviewer` for claims that people found.' },
  { name: 'reviewed', operators: ['gte', 'lt'], value: 'day', column: 'reviews.reviewed_at', sentence: 'Day of the review; `2022` and `2022-07` mean the first day.' },
]

// biome-ignore format: a table, one row a line
export const articleFilters: readonly Filter[] = [
  { name: 'q', operators: [''], value: 'words', sentence: 'Words of the title or the text: `trade china` wants both in any form, `"foreign policy"` these very words, `trade OR exports` one of them, `elect*` words that begin so, `-energy` excludes.' },
  { name: 'url', operators: ['', 'prefix'], value: 'text', column: 'articles.url_key', sentence: 'Canonical url; `http` or `https`, `www.`, a last slash and tracking parameters make no difference.' },
  { name: 'publication', operators: ['', 'not', 'exists'], value: 'text', column: 'articles.publication', caseless: true, sentence: 'Newspaper, magazine or journal; case-insensitive.' },
  { name: 'publisher', operators: ['', 'not', 'exists'], value: 'text', column: 'articles.publisher', sentence: 'Organization behind the publication.' },
  { name: 'author', operators: ['', 'prefix', 'exists'], value: 'text', column: 'articles.author', several: 'article_authors.author', caseless: true, sentence: 'Author: one of several, or the byline as a whole; case-insensitive.' },
  { name: 'language', operators: ['', 'not', 'exists'], value: 'language', column: 'articles.language', sentence: 'BCP 47 language tag: `en` takes `en-US` too.' },
  { name: 'published', operators: ['gte', 'lt', 'exists'], value: 'day', column: 'articles.published_at', sentence: 'Day of publication; `2022` and `2022-07` mean the first day.' },
]

// biome-ignore format: a table, one row a line
export const actorFilters: readonly Filter[] = [
  { name: 'kind', operators: ['', 'not'], value: 'enum', values: ActorKind.options, column: 'actors.kind', sentence: 'Kind of actor.' },
  { name: 'name', operators: ['', 'prefix'], value: 'text', sentence: 'Any of its names; case-insensitive.' },
  { name: 'article', operators: [''], value: 'article', sentence: 'Id of an article that mentions it.' },
  { name: 'affiliation', operators: ['', 'exists'], value: 'text', column: 'actors.affiliation', sentence: 'Country or organization that it belongs to: `Kazakhstan`.' },
]

/** The name of the parameter for a filter and an operator. */
export const parameterName = (filter: Filter, operator: Operator) =>
  operator ? `${filter.name}__${operator}` : filter.name

/** Filters that claims of one type have (all of them for no type); `type` itself only where several types are listed. */
export const filtersOf = (type: ClaimType | undefined): readonly Filter[] => (type ? ownFilters[type] : claimFilters)

const ownKinds = {
  actor: ActorKind.options,
  date: DateKind.options,
  figure: FigureKind.options,
  quote: QuoteKind.options,
}
const ownModifiers = { date: DateModifier.options, figure: FigureModifier.options, actor: [], quote: [] }
const ownFilters = Object.fromEntries(
  all.map((type) => [
    type,
    claimFilters
      .filter(({ types, name }) => types!.includes(type) && name !== 'type')
      .map((filter) =>
        filter.name === 'kind'
          ? { ...filter, values: ownKinds[type] }
          : filter.name === 'modifier'
            ? { ...filter, values: ownModifiers[type] }
            : filter,
      ),
  ]),
) as unknown as Record<ClaimType, readonly Filter[]>
