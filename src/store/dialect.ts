import type { Sql } from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import type { Expression } from '../words/expression.ts'
import type { Finding } from './check.ts'
import type { Reading, Writing } from './database.ts'

/** Searches that all have to hold, each in any field or in the one that is named. */
export type Search = { readonly expression: Expression; readonly field?: string | undefined }
export type SearchTable = 'claims' | 'articles'
/** Parts of the results in order of relevance: words as they are written before their other forms, those of its own before the rest. */
export type RelevancePart = 'own' | 'rest' | 'own-forms' | 'rest-forms'
/** The way along the full text: its tables with or without the things themselves, and what numbers them there. */
export type WordsLead = { readonly from: string; readonly alone: string; readonly row: string }

/** Numbers of articles by what leads to them: their ids and those of their claims, their texts and addresses. */
export type Places = {
  /** The numbers, in their order. */
  readonly find: (reading: Reading, keys: readonly string[]) => Promise<number[]>
  readonly ofText: (textHash: string) => string
  /** @param address its key (`addressKey`) */
  readonly ofAddress: (address: string) => string
  readonly noteAddress: (tx: Writing, article: number, address: string) => Promise<void>
  /** Before an article goes. */
  readonly remove: (tx: Writing, article: number) => Promise<void>
}

/** All that differs in the SQL of the engines. */
export type Dialect = {
  readonly engine: 'sqlite' | 'postgres'
  /** `= any (...)`, behind a column. */
  readonly anyOf: (values: readonly (string | number)[]) => Sql
  /** A query that gives these texts, a row each. */
  readonly rowsOf: (values: readonly (string | number)[]) => Sql
  /** Tables as SQLite's planner has to be told to walk through them; other planners know better. */
  readonly along: (tables: string) => string
  /** A column that is compared without regard to the case of ASCII letters. What it is compared with goes through `foldCase`. */
  readonly caseless: (column: string) => string
  /** That there is time left, asked of a row. @param row its number */
  readonly inTime: (row: string) => Sql
  /** That two columns have the number of the same claim, to join tables by: `claim_actors.claim`, `claims.seq`. */
  readonly sameClaim: (one: string, other: string) => string
  /** Where articles are spread over several servers: which of them what is looked for belongs to (`place.ts`). */
  readonly places?: Places
  /** What actors are known as, where that is found otherwise than row by row; see `link-actors.ts`. */
  readonly bestKnown?: (actors: readonly string[]) => Sql
  /** That what a writer noted (`rollsUp`) may be rolled up: its change has ended everywhere. */
  readonly isSettled: Sql
  /**
   * The rows of a query as one, where the engine can: their `json`, with commas between, as the bytes that it is stored in, and as `others` a JSON list
   * of a list a row, of the length of its `json` in bytes and of the columns that are named. Whoever only passes texts on need not decode each of them.
   */
  readonly joinRows?: (query: Sql, columns: readonly string[]) => Sql
  /** Keeps the rows that were read from others who would change them, at the end of a query. */
  readonly lock: Sql
  /** Whether writers are many: what all of them would change is noted by each, and rolled up by one at a time (`roll-up.ts`). */
  readonly rollsUp: boolean

  /** The tables that are walked along where words are looked for, in the order of the numbers of claims or articles. */
  readonly lead: Readonly<Record<SearchTable, WordsLead>>
  /** That claims or articles have words. @param isMet whether something else leads to them */
  readonly hasWords: (table: SearchTable, searches: readonly Search[], isMet?: boolean) => Sql
  /** The same along `lead`; undefined for a part of the results that there cannot be. */
  readonly leadWords: (table: SearchTable, searches: readonly Search[], part?: RelevancePart) => Sql | undefined
  /** Words of the full text that begin so, in their order, so many at most: where those of a beginning are gathered before the first is told. */
  readonly wordsBeginning?: (reading: Reading, table: SearchTable, start: string, most: number) => Promise<string[]>
  /** Columns that the row of a claim or an article has for its words. */
  readonly claimWords: (claim: Claim) => Readonly<Record<string, string>>
  readonly articleWords: (title: string | undefined, text: string) => Readonly<Record<string, unknown>>
  /** Full text of all claims and of the article itself, when they have been stored. */
  readonly fillWords: (tx: Writing, articles: readonly number[]) => Promise<void>
  /** That of one claim, when it has changed. */
  readonly updateWords: (tx: Writing, claim: number, words: Claim) => Promise<void>
  /** Before an article goes. */
  readonly removeWords: (tx: Writing, article: number) => Promise<void>
  /** Makes all words anew where another version of folding and stemming made them. */
  readonly refillWords: (tx: Writing) => Promise<void>
  readonly checkWords: (tx: Writing, repair: boolean) => Promise<Finding[]>

  /** Names of actors that begin so, each once, in their order, so many at most. */
  readonly listAliases: (reading: Reading, start: string, most: number) => Promise<string[]>
  /** A number for a new article, higher than those there are. */
  readonly numberArticle: (tx: Writing) => Promise<number>
  /** The number of the first of the claims of a new article; the others follow one by one. */
  readonly numberClaims: (tx: Writing, article: number, count: number) => Promise<number>
  /** Numbers for the claims of an article that are copied from another database, by those that they have there, in order. */
  readonly numberCopies: (tx: Writing, article: number, there: readonly number[]) => Promise<readonly number[]>
  /** When rows of another database have been taken over: this one's version is that, and new numbers come behind those that there are. */
  readonly goOnFrom: (tx: Writing, sequence: number) => Promise<void>
  /** The columns of a table that are stored as they are given. */
  readonly listColumns: (reading: Reading, table: string) => Promise<string[]>
  /** Ids of actors as they are, and of those that go by a name, where that takes more than one query; see `read.ts`. */
  readonly findActorIds?: (reading: Reading, namesOrIds: readonly string[]) => Promise<string[]>
  /** All names of actors, the longest first, by the actor's id. */
  readonly aliasesOf: (reading: Reading, actors: readonly string[]) => Promise<Map<string, string[]>>
  /** Lines of CSV, where the engine makes them faster than we do. */
  readonly csv: boolean
}

/** ASCII letters in lower case. */
export const foldCase = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
