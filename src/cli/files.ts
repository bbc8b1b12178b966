import { glob, readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { LoadError, mostBytes, overLimit } from '../load/failure.ts'
import { type Format, formatNames, formatOf, type LoadSource } from '../load/formats.ts'
import { readHead, readRegular } from './read-file.ts'

/** A file that holds articles. */
export type FoundFile = { readonly path: string; readonly format: Format; readonly size: number }

type OnFailure = (path: string, reason: string) => void

/**
 * Files under the paths, in a stable order, each once: files as named, folders searched to the bottom for the formats we read, patterns
 * (`news/**\/*.html`) where no file has that name. Paths that cannot be read are reported to `onFailure`.
 */
export async function findFiles(paths: readonly string[], onFailure: OnFailure): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>()
  const add = async (path: string) => {
    const format = formatOf(path)
    const status = await stat(path)
    if (!format) onFailure(path, `has no supported extension: ${formatNames}`)
    else if (status.isFile()) found.set(path, { path, format, size: status.size })
    else onFailure(path, 'is not a regular file')
  }
  for (const path of paths) {
    try {
      for (const file of await expand(path)) await add(file)
    } catch (error) {
      onFailure(path, reasonOf(error))
    }
  }
  return [...found.values()]
}

async function expand(path: string): Promise<string[]> {
  const status = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && /[*?[{]/.test(path)) return undefined
    throw error
  })
  if (status === undefined) {
    const matches = (await Array.fromAsync(glob(path))).filter((match) => formatOf(match) !== undefined).sort()
    if (!matches.length) throw new LoadError('matches no file with a supported extension')
    return withoutSidecars(matches)
  }
  if (!status.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !/^(?:readme|licen[cs]e|changelog|contributing)\b/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const read = await withoutSidecars(files.filter((file) => formatOf(file) !== undefined).sort())
  if (!read.length) throw new LoadError('contains no article')
  return read
}

/** Leaves out JSON that is no feed: sidecars, and whatever else lies in a folder. */
async function withoutSidecars(files: readonly string[]): Promise<string[]> {
  const kept: string[] = []
  for (const file of files) if (!/\.json$/i.test(file) || (await isFeed(file))) kept.push(file)
  return kept
}

async function isFeed(file: string): Promise<boolean> {
  try {
    return /jsonfeed\.org\/version/.test(new TextDecoder().decode(await readHead(file, 2000)))
  } catch (error) {
    // what cannot be read is kept, and fails as itself
    return !(error instanceof LoadError)
  }
}

/** Reads a file, unpacks it, and takes the sidecar beside it (`NAME.json` for `NAME.txt`). @throws {LoadError} with the reason for people */
export async function readSource(path: string, format: LoadSource['format']): Promise<LoadSource> {
  let bytes: Uint8Array
  try {
    bytes = await readRegular(path, mostBytes, overLimit)
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError(reasonOf(error))
  }
  const zipped = /\.gz$/i.test(path)
  const plain = zipped ? path.slice(0, -3) : path
  const sidecar = format === 'feed' ? undefined : await readSidecarOf(plain)
  return { name: path, bytes: zipped ? unzip(bytes) : bytes, format, ...(sidecar !== undefined && { sidecar }) }
}

/** Largest sidecar, in bytes: ten times what its fields can hold. */
const mostSidecar = 64 * 1024

const sidecarOf = (path: string) => `${path.slice(0, path.length - extname(path).length)}.json`

async function readSidecarOf(path: string): Promise<string | undefined> {
  const sidecar = sidecarOf(path)
  try {
    // no links: whoever may write beside an article could show any file in what is said of a broken sidecar
    return new TextDecoder().decode(await readRegular(sidecar, mostSidecar, 'is over the limit of 64 KB', false))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw new LoadError(`its sidecar ${sidecar} ${code === 'ELOOP' ? 'is a symbolic link' : reasonOf(error)}`)
  }
}

function unzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes + 1 })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new LoadError(code === 'ERR_BUFFER_TOO_LARGE' ? overLimit : `is a broken gzip file (${message})`)
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
