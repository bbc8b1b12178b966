import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { builtRules, readRules } from '../src/model/rules-version.ts'
import { buildOnce } from './build.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const npm = (args: string[], cwd = folder) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

describe('the package, installed in an empty folder', () => {
  // as a user has it: packed, and installed with what it depends on
  buildOnce()
  npm(['pack', '--pack-destination', folder], root)
  const [archive] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', type: 'module', private: true }))
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', `./${archive}`])
  cpSync(join(root, 'test/package'), folder, { recursive: true })

  it('type-checks what its users write, under strict and with all checks of its own types', () => {
    const options = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'esnext',
      '--lib',
      'esnext,dom,dom.iterable',
      '--types',
      'node',
      '--typeRoots',
      join(root, 'node_modules/@types'),
      '--noUncheckedIndexedAccess',
    ]
    const compiler = join(root, 'node_modules/@typescript/native/bin/tsc')
    try {
      execFileSync(process.execPath, [compiler, ...options, 'library.ts', 'client.ts'], {
        cwd: folder,
        encoding: 'utf8',
      })
    } catch (error) {
      expect.fail((error as { stdout: string }).stdout)
    }
  })

  it('gives claims from text without a server or a database', () => {
    const output = execFileSync(process.execPath, ['library.ts'], { cwd: folder, encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual({
      articleId: expect.stringMatching(/^art_/),
      figures: ['4 percent', '24000000000 USD'],
      cut: ['4%', '$24bn'],
      said: ['Ada Berg'],
    })
    expect(readdirSync(folder)).not.toContain('data')
  })

  it('serves with npx article-facts alone, and its client walks lists, writes, reviews, exports and follows', async () => {
    const key = execFileSync(
      'npx',
      ['article-facts', 'key', 'create', '--scope', 'ingest', 'review', '--name', 'Ada Berg'],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ).trim()
    const server = spawn('npx', ['article-facts'], { cwd: folder, detached: true, env: { ...process.env, PORT: '0' } })
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let output = ''
        const read = (data: Buffer) => {
          output += data
          const found = /listens on (?<address>http:\S+)/.exec(output)?.groups?.address
          if (found) resolve(found)
        }
        server.stdout.on('data', read)
        server.stderr.on('data', read)
        server.on('close', () => reject(new Error(output)))
      })
      const output = execFileSync(process.execPath, ['client.ts', address, key], { cwd: folder, encoding: 'utf8' })
      expect(JSON.parse(output)).toEqual({
        outcome: 'added',
        quotes: expect.arrayContaining(['Ada Berg', 'Kassym-Jomart Tokayev']),
        pages: [5, 5, 2],
        money: [24e9, 26e9],
        reviewed: 'confirmed',
        streamed: 12,
        changes: 0,
        refused: '/problems/unit-required',
      })
      expect((await fetch(`${address}/docs`)).status).toBe(200)
      // the page comes built
      const page = await (await fetch(address)).text()
      const script = /src="(?<script>[^"]+)"/.exec(page)!.groups!.script!
      expect((await fetch(address + script)).status).toBe(200)
    } finally {
      process.kill(-server.pid!, 'SIGTERM')
    }
  })

  it('has the version of the rules that its sources have', () => {
    const built = readFileSync(join(folder, 'node_modules/article-facts/dist', builtRules), 'utf8')
    expect(JSON.parse(built)).toEqual(readRules())
  })

  it('takes no more room than it needs', () => {
    const megabytes = Number(
      execFileSync('du', ['-sm', join(folder, 'node_modules')], { encoding: 'utf8' }).split('\t')[0],
    )
    expect(megabytes).toBeLessThan(280)
  })

  it('starts on an older Node by one that npm fetches', () => {
    const nodes = process.env
      .PATH!.split(delimiter)
      .map((path) => join(path, 'node'))
      .filter(existsSync)
    const older = nodes.find((node) =>
      /^v(?:1\d|20|21)\./.test(execFileSync(node, ['--version'], { encoding: 'utf8' })),
    )
    const launch = join(folder, 'node_modules/article-facts/src/cli/launch.js')
    const output = execFileSync(older ?? process.execPath, [launch, '--version'], { cwd: folder, encoding: 'utf8' })
    expect(output.trim()).toMatch(/^\d+\.\d+\.\d+$/)
  })
})
