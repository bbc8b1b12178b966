import { deserialize, serialize } from 'node:v8'
import type { ArticleMetadata, ArticleRecord, PostedArticle } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import type { Section } from '../model/section.ts'

// Reading texts. What comes of it is bytes, which go from thread to thread without being copied or looked at on the way.

export type About = { publishedAt?: string | undefined; url?: string | undefined; language?: string | undefined }

/** The walk, as the service needs it. */
export type Walk = {
  /** A text in, its claims out. */
  readonly extract: (
    text: string,
    about: About,
  ) => {
    readonly articleId: string
    readonly length: number
    readonly language?: string | undefined
    readonly sections: readonly Section[]
    readonly claims: readonly Claim[]
  }
  /** The walk for an article that is to be stored. @throws {ProblemError} unreadable-article */
  readonly ingest: (article: PostedArticle, metadata: ArticleMetadata, loadedAt: string) => Promise<ArticleRecord>
}

/** An `ArticleRecord` as bytes. */
export type SealedRecord = Uint8Array
export const openRecord = (sealed: SealedRecord): ArticleRecord => deserialize(sealed) as ArticleRecord

export type TextTasks = {
  /** The claims of a text, or of an article in another format, as the JSON of an `Extraction`. */
  readonly extract: (text: string | PostedArticle, about: About) => Promise<Uint8Array>
  /** An article with its claims, ready to be stored. @throws {ProblemError} unreadable-article */
  readonly ingest: (article: PostedArticle, metadata: ArticleMetadata) => Promise<SealedRecord>
}

/** @param bringWalk called when a text comes */
export function createTextTasks(bringWalk: () => Walk | Promise<Walk>): TextTasks {
  return {
    extract: async (text, about) => {
      const walk = await bringWalk()
      if (typeof text !== 'string') {
        const { id, ...record } = await walk.ingest(text, about, now())
        const { length, sections, claims, text: own, metadata } = record
        return encode({ articleId: id, length, language: metadata.language, sections, claims, text: own, metadata })
      }
      const { articleId, length, language, sections, claims } = walk.extract(text, about)
      return encode({ articleId, length, language, sections, claims })
    },
    ingest: async (article, metadata) => serialize(await (await bringWalk()).ingest(article, metadata, now())),
  }
}

const now = () => new Date().toISOString()
const encoder = new TextEncoder()
const encode = (value: object): Uint8Array => encoder.encode(JSON.stringify(value))
