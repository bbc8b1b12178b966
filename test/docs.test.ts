import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { program } from '../src/cli/program.ts'
import { commandPages } from '../src/cli/reference.ts'
import { claimTypes } from '../src/model/claim/index.ts'
import { problemTypes } from '../src/model/problem.ts'
import { startService } from './serve/service.ts'

const root = join(import.meta.dirname, '..')
const readPage = (page: string) => readFileSync(join(root, page), 'utf8')
const readme = readPage('README.md')
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]
const seeds = await startService()
const tutorial = await startService(join(root, 'docs/tutorial/pages'))

describe('the README and docs/', () => {
  it('name every claim type, and only scripts that there are', () => {
    for (const type of Object.keys(claimTypes)) expect(readme).toMatch(new RegExp(`\\b${type}s?\\b`))
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const page of pages)
      for (const [, script] of readPage(page).matchAll(/npm run (?:-s )?([\w:]+)/g))
        expect(Object.keys(scripts), page).toContain(script)
  })

  it('link to files and headings that there are', () => {
    const anchor = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-')
    for (const page of pages)
      for (const [, target] of readPage(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
        const [path, heading] = target!.split('#')
        const file = path ? join(root, page, '..', path) : join(root, page)
        expect(existsSync(file), `${page}: ${target}`).toBe(true)
        if (heading)
          expect(
            [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map((match) => anchor(match[1]!)),
            `${page}: ${target}`,
          ).toContain(heading)
      }
  })

  it('show responses that the service really gives', async () => {
    for (const page of pages) {
      const { get } = page === 'docs/tutorial.md' ? tutorial : seeds
      for (const [, url, shown] of readPage(page).matchAll(
        /```sh\ncurl -s '(http:\/\/127\.0\.0\.1:3000[^']+)' \| jq\n```\n+```json\n([\s\S]*?)\n```/g,
      )) {
        const { pathname, search } = new URL(url!)
        const { status, body } = await get(pathname + search)
        expect(status, url).toBe(200)
        expect(body, url).toEqual(JSON.parse(shown!))
      }
    }
  })
})

describe('docs/', () => {
  it('describe every command and every setting', () => {
    expect(readPage('docs/commands.md')).toBe(commandPages())
    const quoted = pages.flatMap((page) => [...readPage(page).matchAll(/article-facts ([a-z]+) (?:[A-Z[-]|[a-z]+\/)/g)])
    for (const [, command] of quoted)
      expect(
        program.commands.map((each) => each.name()),
        command,
      ).toContain(command)
  })

  it('has a section for every problem type', () => {
    const page = readFileSync(join(root, 'docs/problems.md'), 'utf8')
    expect([...page.matchAll(/^## ([\w-]+)$/gm)].map((match) => match[1])).toEqual(Object.keys(problemTypes))
  })

  it('reviews every dependency', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const rows = [...page.matchAll(/^\| `(?<name>[^`]+)`/gm)].map((match) => match.groups!.name)
    expect(rows.sort()).toEqual([dependencies, devDependencies].flatMap((each) => Object.keys(each)).sort())
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
