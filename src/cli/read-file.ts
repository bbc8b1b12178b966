import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { LoadError } from '../load/failure.ts'

/** Pipes and devices are opened without waiting for whoever writes into them, and then refused. */
const wary = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * The bytes of a regular file.
 * @param most its largest size in bytes; `over` is what is said of a larger one
 * @param follow whether the file may be a symbolic link to one
 * @throws {LoadError} for what is no regular file, and one over the limit; whatever `open` throws
 */
export async function readRegular(path: string, most: number, over: string, follow = true): Promise<Uint8Array> {
  return withRegular(path, follow, async (file, size) => {
    if (size > most) throw new LoadError(over)
    // a file may grow while it is read
    const bytes = await readStart(file, most + 1)
    if (bytes.length > most) throw new LoadError(over)
    return bytes
  })
}

/** The first bytes of a regular file, at most so many. @throws {LoadError} for what is no regular file; whatever `open` throws */
export const readHead = (path: string, most: number): Promise<Uint8Array> =>
  withRegular(path, true, (file) => readStart(file, most))

async function withRegular<T>(
  path: string,
  follow: boolean,
  read: (file: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  const file = await open(path, wary | (follow ? 0 : (constants.O_NOFOLLOW ?? 0)))
  try {
    const status = await file.stat()
    if (status.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
    if (!status.isFile()) throw new LoadError('is not a regular file')
    return await read(file, status.size)
  } finally {
    await file.close()
  }
}

async function readStart(file: FileHandle, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for (let left = most; left > 0; ) {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(Math.min(left, 1 << 20)) })
    if (bytesRead === 0) break
    chunks.push(buffer.subarray(0, bytesRead))
    left -= bytesRead
  }
  return Buffer.concat(chunks)
}
