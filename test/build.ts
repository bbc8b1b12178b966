import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const lock = join(root, 'node_modules/.article-facts-building')
const holder = join(lock, 'pid')
const stamp = join(root, 'node_modules/.article-facts-built')

/** Builds the package with its page, once for all test files that want it: they run beside one another, and read what is built. */
export function buildOnce(): void {
  while (!takeLock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  try {
    if (isFresh()) return
    execFileSync('npm', ['run', '-s', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    writeFileSync(stamp, '')
  } finally {
    rmSync(lock, { recursive: true })
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lock)
    writeFileSync(holder, String(process.pid))
    return true
  } catch {
    // left by a run that was killed
    if (!isAlive()) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

/** Whether the process that holds the lock is there; one that is just taking it is taken to be. */
function isAlive(): boolean {
  try {
    process.kill(Number(readFileSync(holder, 'utf8')) || process.pid, 0)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM' || !existsSync(lock)) return true
    return !existsSync(holder) && Date.now() - statSync(lock).mtimeMs < 10_000
  }
}

function isFresh(): boolean {
  if (!existsSync(stamp) || !existsSync(join(root, 'dist/web/index.html')) || !existsSync(join(root, 'dist/index.js')))
    return false
  const built = statSync(stamp).mtimeMs
  const sources = [join(root, 'openapi.yaml'), join(root, 'package.json'), ...globSync(join(root, 'src/**/*.*'))]
  return sources.every((file) => file.includes('/generated/') || statSync(file).mtimeMs < built)
}
