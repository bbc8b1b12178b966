import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { size } from './size.ts'

// The commands of the documentation, pasted into the shells that people have: bash, and zsh, which takes no comments and expands ? and [ in what is
// not quoted. Both run interactively over a fresh service, in a folder that looks like a clone.

const root = join(import.meta.dirname, '..')
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
type Block = { readonly commands: string; readonly shown: string | undefined }
const blocksOf = (page: string): Block[] =>
  [
    ...readFileSync(join(root, page), 'utf8').matchAll(
      /^```sh\n(?<commands>[\s\S]*?)\n```(?:\n+```json\n(?<shown>[\s\S]*?)\n```)?/gm,
    ),
  ].map(({ groups }) => ({ commands: groups!.commands!, shown: groups!.shown }))
/** What needs a machine of its own: an installation, a container, another program, a service in the foreground, training and its corpora. */
const needsMachine =
  /^(?:[A-Z_]+=\S+ )*(?:npm (?:ci|start|install|run train)|docker|createdb|pip|duckdb|datasette|npx article-facts(?: serve)?$)/m

const shells = {
  bash: ['--norc', '--noprofile', '-i'],
  zsh: ['-f', '-i', '-s'],
}
const isThere = (program: string) =>
  process.env.PATH!.split(delimiter).some((folder) => existsSync(join(folder, program)))

describe.each(Object.keys(shells))('%s', (shell) => {
  it.skipIf(!isThere(shell))('parses every block of the documentation', () => {
    const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
    for (const page of pages)
      for (const [i, { commands }] of blocksOf(page).entries()) {
        writeFileSync(join(folder, `${page.replace('/', '-')}-${i}`), `${commands}\n`)
        // a comment is an argument there
        expect(commands.replaceAll(/'[^']*'|"[^"]*"/g, ''), page).not.toMatch(/(?:^|\s)#/)
      }
    // its messages name the file: the page, and which of its blocks
    const parseAll = `for block in *; do ${shell} -n "$block" || exit 1; done`
    const { status, stderr } = spawnSync('sh', ['-c', parseAll], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

describe.skipIf(!['curl', 'jq', 'npx'].every(isThere)).each(Object.entries(shells))(
  'pasted into %s, on a fresh service',
  (shell, options) => {
    const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
    const log = join(folder, 'curl.log')
    const database = join(folder, 'facts.db')
    let service: ChildProcess
    let address: string

    beforeAll(async () => {
      if (!isThere(shell)) return
      for (const name of ['package.json', 'node_modules', 'src', 'migrations', 'seeds', 'docs', 'openapi.yaml'])
        symlinkSync(join(root, name), join(folder, name))
      mkdirSync(join(folder, 'bin'))
      const curl = execFileSync('which', ['curl'], { encoding: 'utf8' }).trim()
      writeFileSync(
        join(folder, 'bin/curl'),
        `#!/bin/sh\n${curl} --fail-with-body "$@"\nstatus=$?\nprintf '%s %s\\n' "$status" "$*" >>${log}\nexit $status\n`,
      )
      // npx itself takes a second a command; that it finds the program is tested with the package
      writeFileSync(
        join(folder, 'bin/npx'),
        `#!/bin/sh\n[ "$1" = article-facts ] && shift && exec ${process.execPath} ${join(root, 'src/cli/launch.js')} "$@"\nexit 127\n`,
      )
      for (const name of ['curl', 'npx']) chmodSync(join(folder, 'bin', name), 0o755)
      service = spawn(process.execPath, ['src/cli/start.js'], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: database, PORT: '0', PAGE: 'false', RATE_LIMIT: '0' },
      })
      address = await new Promise((resolve, reject) => {
        let output = ''
        service.stdout!.on('data', (data) => {
          output += data
          const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
          if (found) resolve(found)
        })
        service.on('close', () => reject(new Error(output)))
      })
    })
    afterAll(() => {
      service?.kill()
      rmSync(folder, { recursive: true, force: true })
    })

    // what zsh reads in another way than bash shows in the parsing above and in pages that start no process of their own; at length in all
    const walked = pages
      .map((page) => [page, blocksOf(page).filter(({ commands }) => !needsMachine.test(commands))] as const)
      .filter(([, blocks]) => blocks.length > 0)
      .filter(([, blocks]) => shell !== 'zsh' || size(0, 1) || !blocks.some(({ commands }) => /\bnpx\b/.test(commands)))
      .map(([page]) => page)
    it.skipIf(!isThere(shell)).each(walked)('%s does what it says', (page) => {
      const blocks = blocksOf(page).filter(({ commands }) => !needsMachine.test(commands))
      const script = blocks
        .map(({ commands }, i) => `${commands}\nprintf '\\n@@ %s %s\\n' ${i} $?\n`)
        .join('')
        .replaceAll('http://127.0.0.1:3000', address)
      writeFileSync(log, '')
      const { stdout, stderr } = spawnSync(shell, options, {
        cwd: folder,
        input: script,
        encoding: 'utf8',
        timeout: 280_000,
        env: {
          ...process.env,
          PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
          DATABASE_URL: database,
        },
      })
      const outputs = [...stdout.matchAll(/(?<output>[\s\S]*?)\n@@ (?<number>\d+) (?<status>\d+)\n/g)]
      expect(outputs.length, stderr).toBe(blocks.length)
      for (const [i, { groups }] of outputs.entries()) {
        const { commands, shown } = blocks[i]!
        expect(groups!.status, `${commands}\n${groups!.output}\n${stderr}`).toBe('0')
        if (shown !== undefined) expect(JSON.parse(groups!.output!), commands).toEqual(JSON.parse(shown))
      }
      expect(
        readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line && !line.startsWith('0 ')),
      ).toEqual([])
      expect(stderr).not.toMatch(/not found|no matches|error/i)
    })
  },
)
