import { z } from 'zod'
import { ArticleMetadata } from '../model/article.ts'
import { LoadError } from './failure.ts'

/**
 * Metadata from the JSON sidecar of a text (`article.json` beside `article.txt`).
 * @throws {LoadError} when it is no JSON, has a field that no article has, or a value that does not fit; every such field is named
 */
export function readSidecar(json: string): ArticleMetadata {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new LoadError(`is not JSON: ${(error as Error).message}`)
  }
  const result = z.strictObject(ArticleMetadata.shape).safeParse(value)
  if (result.success) return result.data
  throw new LoadError(
    result.error.issues
      .map(
        (issue) =>
          `${issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'the whole')}: ${issue.code === 'unrecognized_keys' ? 'unknown field' : issue.message}`,
      )
      .join('; '),
  )
}
