import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, globSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** In a clone the page is built from its sources; in an installed package it lies beside the program. */
const fromSource = import.meta.filename.endsWith('.ts')

/** Where the built page is, or will be. */
export const pageFolder = fromSource ? join(root, 'dist/web') : join(import.meta.dirname, '../web')

/** Whether there is a page to serve. */
export const hasPage = (): boolean => existsSync(join(pageFolder, 'index.html'))

/** Whether the page is not there, or older than what it is made of. */
export function isPageOutdated(): boolean {
  if (!fromSource) return false
  if (!hasPage()) return true
  const built = statSync(join(pageFolder, 'index.html')).mtimeMs
  return [join(root, 'openapi.yaml'), ...globSync(join(root, 'src/{web,client}/**/*.{ts,tsx,css,html,svg}'))].some(
    (file) => !file.includes('generated') && statSync(file).mtimeMs > built,
  )
}

/**
 * Builds the page beside the running service, which does not wait for it.
 * @returns how it ended, and a way to break it off; undefined where it cannot be built: its tools are not installed, or the folder is read-only
 */
export function buildPage(): { ended: Promise<boolean>; stop: () => void } | undefined {
  const { resolve } = createRequire(import.meta.url)
  try {
    resolve('vite/package.json')
    resolve('@hey-api/openapi-ts/package.json')
    for (const folder of [root, join(root, 'src/client')]) accessSync(folder, constants.W_OK)
  } catch {
    return undefined
  }
  const run = (args: string[]) => spawn(process.execPath, args, { cwd: root, stdio: 'ignore' })
  let child = run(['src/client/generate.ts'])
  let stopped = false
  const end = () => new Promise<boolean>((done) => child.on('close', (code) => done(code === 0)))
  const ended = end().then((generated) => {
    if (!generated || stopped) return false
    child = run([join(root, 'node_modules/vite/bin/vite.js'), 'build', 'src/web'])
    return end()
  })
  return {
    ended,
    stop: () => {
      stopped = true
      child.kill()
    },
  }
}
