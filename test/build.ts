import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const lock = join(root, 'node_modules/.article-facts-building')
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
    return true
  } catch {
    // left by a run that was killed
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 120_000)
      rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function isFresh(): boolean {
  if (!existsSync(stamp) || !existsSync(join(root, 'dist/web/index.html')) || !existsSync(join(root, 'dist/index.js')))
    return false
  const built = statSync(stamp).mtimeMs
  const sources = [join(root, 'openapi.yaml'), join(root, 'package.json'), ...globSync(join(root, 'src/**/*.*'))]
  return sources.every((file) => file.includes('/generated/') || statSync(file).mtimeMs < built)
}
