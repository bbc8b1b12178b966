import type { LoadedArticle } from '../model/article.ts'
import { normalizeText } from '../text/normalize.ts'
import { readSidecar } from './sidecar.ts'
import { decodeText } from './text.ts'

/**
 * A plain text and, if there is one, its sidecar, as an article.
 * @throws {LoadError} see `decodeText` and `readSidecar`
 */
export function loadPlainText(bytes: Uint8Array, sidecar?: string): LoadedArticle {
  return { text: normalizeText(decodeText(bytes)), metadata: sidecar === undefined ? {} : readSidecar(sidecar) }
}

export { LoadError } from './text.ts'
