import { spawn } from 'node:child_process'
import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sidecars } from '../store/sqlite/identify.ts'

/** A file that is being written beside the one that it is to become, and goes when that does not come about. */
export type PartialFile = {
  readonly path: string
  /** Removes what there is of it; nothing, when it was renamed. */
  readonly remove: () => void
}

const mark = '.partial-'
const remover = `process.stdin.resume().on('close', () => process.argv.slice(1).forEach((file) => require('fs').rmSync(file, { force: true })))`

let count = 0
/**
 * Names a partial file for this process. A child that outlives us removes it: whoever is killed cannot do so any more. Also removes what
 * processes left that are gone, where not even that child lived on.
 */
export function startPartial(file: string): PartialFile {
  removeLeftovers(file)
  const path = `${file}${mark}${process.pid}-${++count}`
  const all = [path, ...sidecars.map((ending) => path + ending)]
  // its standard input ends when this process does, whatever it dies of
  const child = spawn(process.execPath, ['-e', remover, ...all], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  child.on('error', () => {})
  child.unref()
  return {
    path,
    remove: () => {
      for (const one of all) rmSync(one, { force: true })
      child.stdin.end()
    },
  }
}

function removeLeftovers(file: string): void {
  const folder = dirname(file)
  const start = basename(file) + mark
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start) ? Number.parseInt(name.slice(start.length), 10) : Number.NaN
    if (!Number.isNaN(pid) && !isAlive(pid)) rmSync(join(folder, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Makes a rename in a folder last, where the system can be told to. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch {
    // Windows opens no folders
  }
}
