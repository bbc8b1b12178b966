#!/usr/bin/env node
// Starts the command line on a Node that can run it: this one, the one that a clone brings, or else one that npm fetches and keeps. Plain JavaScript of the oldest
// kind, for it has to run where nothing else does. In a clone it starts the sources, in an installed package what was built from them.
import { spawn, spawnSync } from 'node:child_process'
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
  const node = findNode() ?? fetchNode()
  if (node === undefined) {
    process.stderr.write(
      `article-facts: needs Node 22.18 or later. This is Node ${process.versions.node}, and npm has no newer one for this machine\n`,
    )
    process.exit(1)
  }
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('close', (code) => process.exit(code ?? 1))
}

/** npm's packages of Node for this machine. */
function packagesOfNode() {
  const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  return [`node-${machine}`, `node-bin-${machine}`]
}

/** The Node that is installed beside this package, as in a clone. */
function findNode() {
  const { resolve } = createRequire(import.meta.url)
  for (const name of packagesOfNode())
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

/** The Node that npm has fetched for this machine; fetches it the first time, which takes some seconds. */
function fetchNode() {
  process.stderr.write(
    `article-facts: Node ${process.versions.node} is too old; running on Node 24 from npm. Node 22.18 or later starts faster\n`,
  )
  for (const name of packagesOfNode()) {
    const options = [
      'exec',
      '--yes',
      '--loglevel=error',
      `--package=${name}@24`,
      '--',
      'node',
      '-p',
      'process.execPath',
    ]
    const { status, stdout } = spawnSync('npm', options, {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const node = (stdout ?? '').trim().split('\n').pop()
    if (status === 0 && existsSync(node)) return node
  }
  return undefined
}
