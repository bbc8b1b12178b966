import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { LoadError, loadPlainText } from '../load/index.ts'
import type { LoadedArticle } from '../model/article.ts'

/** Texts under the paths, in a stable order: files as named, folders searched to the bottom for `.txt`. Paths that cannot be read are reported to `onFailure`. */
export async function findTexts(
  paths: readonly string[],
  onFailure: (path: string, reason: string) => void,
): Promise<string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        found.add(path)
        continue
      }
      const entries = await readdir(path, { recursive: true, withFileTypes: true })
      const texts = entries
        .filter((entry) => entry.isFile() && extname(entry.name) === '.txt')
        .map((entry) => join(entry.parentPath, entry.name))
      if (!texts.length) onFailure(path, 'has no .txt file in it')
      for (const text of texts.sort()) found.add(text)
    } catch (error) {
      onFailure(path, reasonOf(error))
    }
  }
  return [...found]
}

/** Reads a text and the sidecar beside it (`NAME.json` for `NAME.txt`). @throws {LoadError} with the reason for people */
export async function readArticle(path: string): Promise<LoadedArticle> {
  if (/\.(?:html?|md|pdf|docx?|warc|gz|xml|json)$/i.test(path))
    throw new LoadError(`${extname(path)} files are not read yet: save the text of the article as .txt`)
  const sidecarPath = `${path.slice(0, path.length - extname(path).length)}.json`
  const sidecar = await readFile(sidecarPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new LoadError(`its sidecar ${sidecarPath} cannot be read: ${reasonOf(error)}`)
  })
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new LoadError(reasonOf(error))
  }
  try {
    return loadPlainText(bytes, sidecar)
  } catch (error) {
    if (error instanceof LoadError && sidecar !== undefined && /[:{]|no such field/.test(error.message))
      throw new LoadError(`its sidecar ${sidecarPath}: ${error.message}`)
    throw error
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'no permission to read it',
  EISDIR: 'is a folder',
  ELOOP: 'too many links',
}
export const reasonOf = (error: unknown): string =>
  reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message
