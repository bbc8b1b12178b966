import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claimTypes } from '../src/model/claim/index.ts'
import { Config } from '../src/model/config.ts'
import { problemTypes } from '../src/model/problem.ts'
import { startService } from './serve/service.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { get } = await startService()

describe('the README', () => {
  it('names every setting with its default', () => {
    for (const [name, schema] of Object.entries(Config.shape)) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``))
      expect(row, name).toBeDefined()
      expect(row, name).toContain(String(schema.parse(undefined) ?? 'none'))
      expect(row, name).toContain(schema.description ?? '')
    }
  })

  it('names every command', () => {
    const help = execFileSync(process.execPath, ['src/cli/index.ts', '--help'], { cwd: root, encoding: 'utf8' })
    for (const [, command] of help.matchAll(/^ {2}(\w+) \[options\]/gm))
      expect(readme).toContain(`article-facts ${command}`)
  })

  it('names every claim type and every script that it uses', () => {
    for (const type of Object.keys(claimTypes)) expect(readme).toMatch(new RegExp(`\\b${type}s?\\b`))
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const [, script] of readme.matchAll(/npm run (?:-s )?([\w:]+)/g))
      expect(Object.keys(scripts)).toContain(script)
  })

  it('shows answers that the service really gives', async () => {
    // a question is a curl line; the block behind it is (the beginning of) its answer through jq, or the answer itself
    const questions = [
      ...readme.matchAll(/```sh\ncurl -s '(http:\/\/127\.0\.0\.1:3000[^']+)'([^\n]*)\n```\n```json\n([\s\S]*?)\n```/g),
    ]
    expect(questions.length).toBeGreaterThanOrEqual(5)
    for (const [, url, , shown] of questions) {
      const { pathname, search } = new URL(url!)
      const { status, body } = await get(pathname + search)
      expect(status, url).toBe(200)
      expect(body, url).toEqual(JSON.parse(shown!))
    }
  })
})

describe('docs/', () => {
  it('has a section for every problem type', () => {
    const page = readFileSync(join(root, 'docs/problems.md'), 'utf8')
    expect([...page.matchAll(/^## ([\w-]+)$/gm)].map((match) => match[1])).toEqual(Object.keys(problemTypes))
  })

  it('reviews every dependency', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const rows = [...page.matchAll(/^\| `(?<name>[^`]+)`/gm)].map((match) => match.groups!.name)
    expect(rows.sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort())
    // nothing that is installed runs a script while it is
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>
    }
    const scripts = Object.entries(lock.packages).filter(
      ([, { hasInstallScript, optional }]) => hasInstallScript && !optional,
    )
    expect(scripts.map(([name]) => name)).toEqual([])
  })

  it('names for each threat a test that there is', () => {
    const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
    const rows = page
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| threat') && !line.startsWith('| ---'))
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) {
      const held = row.split(' | ').at(-1)!.replace(/ \|$/, '')
      const tests = [...held.matchAll(/`(?<file>[^`]+)`: (?<name>[^;]+)/g)]
      expect(tests.length, row).toBeGreaterThan(0)
      for (const { groups } of tests)
        expect(readFileSync(join(root, groups!.file!), 'utf8'), row).toContain(groups!.name!.trim())
    }
  })
})
