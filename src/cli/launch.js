#!/usr/bin/env node
// Starts the command line on a Node that can run it: this one, or else the one that came with the package. Plain JavaScript of the oldest
// kind, for it has to run where nothing else does. In a clone it starts the sources, in an installed package what was built from them.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const source = join(here, 'index.ts')
const entry = existsSync(source) ? source : join(here, '../../dist/cli/index.js')
const [major, minor] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 18)) {
  module.enableCompileCache()
  await import(pathToFileURL(entry).href)
} else {
  const node = findNode()
  if (node === undefined) {
    process.stderr.write(`article-facts: needs Node 22.18 or later; this is Node ${process.versions.node}\n`)
    process.exit(1)
  }
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('close', (code) => process.exit(code ?? 1))
}

/** The Node of the optional dependency for this machine, if npm found one. */
function findNode() {
  const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const { resolve } = createRequire(import.meta.url)
  for (const name of [`node-${machine}`, `node-bin-${machine}`])
    try {
      const bin = join(
        dirname(resolve(`${name}/package.json`)),
        'bin',
        process.platform === 'win32' ? 'node.exe' : 'node',
      )
      if (existsSync(bin)) return bin
    } catch {
      // not installed here
    }
  return undefined
}
