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
})
