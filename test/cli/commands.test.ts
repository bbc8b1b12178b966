import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { runHere } from './run-here.ts'

const root = join(import.meta.dirname, '../..')
const seed = join(root, 'seeds/kazakhstan.txt')
const folder = () => mkdtempSync(join(tmpdir(), 'article-facts-'))
/** The same as `runHere` in a process of its own. */
const start = (args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr, lines: stdout.split('\n').filter(Boolean) }
}

describe('article-facts load', () => {
  it('loads files and folders, and the same again changes nothing', async () => {
    const db = join(folder(), 'new', 'a.db')
    const first = await runHere(['load', '--db', db, join(root, 'seeds')])
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toMatch(
      /kazakhstan\.txt: added, \d+ claims\n1 added, 0 replaced, 0 unchanged, 0 failed; \d+ claims\n$/,
    )
    expect((await runHere(['load', '--db', db, seed])).stdout).toContain(
      '0 added, 0 replaced, 1 unchanged, 0 failed; 0 claims',
    )
    expect((await runHere(['load', seed], '', { DATABASE_URL: db })).stdout).toContain('1 unchanged')
  })

  it('reports what cannot be read, loads the rest, and ends with 1', async () => {
    const texts = folder()
    mkdirSync(join(texts, 'deep'))
    writeFileSync(join(texts, 'deep', 'good.txt'), 'Prices rose 4% in Norway.')
    writeFileSync(join(texts, 'empty.txt'), ' \n')
    writeFileSync(join(texts, 'latin.txt'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    writeFileSync(join(texts, 'binary.txt'), Buffer.alloc(500, 1))
    writeFileSync(join(texts, 'sidecar.txt'), 'Prices fell 5% in Chile.')
    writeFileSync(join(texts, 'sidecar.json'), '{"publishedAt": "May", "titel": "x"}')
    writeFileSync(join(texts, 'page.html'), '<p>Prices fell.')
    writeFileSync(join(texts, 'paper.pdf'), '%PDF')
    writeFileSync(join(texts, 'broken.txt'), 'Prices fell 6% in Peru.')
    writeFileSync(join(texts, 'broken.json'), '{')
    const { status, stdout, stderr } = start([
      'load',
      '--db',
      join(folder(), 'a.db'),
      texts,
      join(texts, 'none.txt'),
      join(texts, 'paper.pdf'),
    ])
    expect(status).toBe(1)
    expect(stdout).toContain('1 added, 0 replaced, 0 unchanged, 8 failed')
    for (const [file, reason] of [
      ['empty.txt', 'is empty'],
      ['latin.txt', 'is not UTF-8 text'],
      ['binary.txt', 'binary file'],
      ['sidecar.txt', 'publishedAt'],
      ['sidecar.txt', 'titel: unknown field'],
      ['broken.txt', 'is not JSON'],
      ['none.txt', 'no such file'],
      ['page.html', 'contains no article'],
      ['paper.pdf', 'has no supported extension'],
    ] as const)
      expect(
        stderr.split('\n').find((line) => line.includes(file) && line.includes(reason)),
        `${file}: ${reason} in ${stderr}`,
      ).toBeDefined()
  })

  it('says plainly that a database cannot be used', async () => {
    const file = join(folder(), 'a.db')
    writeFileSync(file, 'no database '.repeat(500))
    expect(start(['load', '--db', file, seed])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^article-facts: .*is not an SQLite database\n$/),
    })
    expect(await runHere(['load', '--db', 'postgres://127.0.0.1:1/x', seed])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('the server cannot be reached'),
    })
  })
})

describe('article-facts extract', () => {
  it('prints the claims of a file or of standard input as JSON lines', async () => {
    const text = 'Exports rose 4% to $24bn last year, Mayor Ada Berg said.'
    const { status, lines } = start(['extract', '--published-at', '2024-03-01'], text)
    expect(status).toBe(0)
    const claims = lines.map((line) => JSON.parse(line))
    expect(claims.map(({ type }) => type).sort()).toEqual(['actor', 'date', 'figure', 'figure', 'quote'])
    const file = join(folder(), 'a.txt')
    writeFileSync(file, text)
    expect((await runHere(['extract', file, '--published-at', '2024-03-01'])).lines).toEqual(lines)
  })

  it('takes what the sidecar of a file says, ids included', async () => {
    const claims = (await runHere(['extract', seed])).lines.map((line) => JSON.parse(line))
    const db = join(folder(), 'a.db')
    await runHere(['load', '--db', db, seed])
    const exported = await runHere(['export', '--db', db])
    expect(claims).toEqual(exported.lines.map((line) => JSON.parse(line)))
  })

  it('reads a batch of JSON lines and answers in the same order', async () => {
    const input = [
      { id: 'b', text: 'It cost $5.', reference: '2024-03-01' },
      { id: 1, text: 'Nothing.' },
      { id: 'a', text: 'It grew 3% last year.', reference: '2024-03-01T10:00:00' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n')
    const answers = (await runHere(['extract', '--batch'], input)).lines.map((line) => JSON.parse(line))
    expect(answers.map(({ id, claims }) => [id, claims.map(({ surface }: { surface: string }) => surface)])).toEqual([
      ['b', ['$5']],
      [1, []],
      ['a', ['3%', 'last year']],
    ])
    expect(answers[2].claims[1].iso).toBe('2023')
  })

  it('ends a line of a batch at a line feed only: JSON may hold the line separators of Unicode', async () => {
    const input = ['a\u2028', 'b\u2029', 'c'].map((id) => `{"id":"${id}","text":"It cost ${id} $5."}`).join('\r\n')
    const answers = (await runHere(['extract', '--batch'], input)).lines.map((line) => JSON.parse(line))
    expect(answers.map(({ id }) => id)).toEqual(['a\u2028', 'b\u2029', 'c'])
  })

  it.each([
    [['extract', 'none.txt'], '', /cannot read none\.txt/],
    [['extract', '--published-at', 'May'], 'x', /YYYY-MM-DD/],
    [['extract', '--batch'], '{"id": 1}', /line 1: .*text/s],
    [['extract', '--batch'], '{"id": 1, "text": "a"}\nnonsense', /line 2 is not JSON/],
    [['extrakt'], '', /unknown command 'extrakt'/],
    [['export', '--db', '/nowhere/a.db'], '', /no database at/],
    [['export', '--type', 'fact'], '', /Allowed choices are actor, date, figure, quote/],
    [['serve', '--port', 'http'], '', /PORT/],
  ])('%j fails in one readable line', async (args, input, message) => {
    const { status, stderr } = await runHere(args, input)
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
  })
})

describe('article-facts export', () => {
  it('prints every stored claim, or those of one type', async () => {
    const db = join(folder(), 'a.db')
    await runHere(['load', '--db', db, seed])
    const claims = (await runHere(['export', '--db', db])).lines.map((line) => JSON.parse(line))
    const quotes = (await runHere(['export', '--db', db, '--type', 'quote'])).lines.map((line) => JSON.parse(line))
    expect(quotes).toEqual(claims.filter(({ type }) => type === 'quote'))
    expect(quotes.length).toBeGreaterThan(5)
  })
})

describe('--help', () => {
  it.each(['serve', 'load', 'extract', 'export'])('%s shows examples', async (command) => {
    const { status, stdout } = await runHere([command, '--help'])
    expect(status).toBe(0)
    expect(stdout).toContain('Examples:')
  })
})

describe('a database that cannot be written', () => {
  it('ends a load with one line, and nothing of it is stored', async () => {
    const db = join(folder(), 'a.db')
    await runHere(['load', '--db', db, seed])
    const other = new Database(db)
    const before = other.prepare('SELECT count(*) FROM claims').pluck().get()
    other.exec('BEGIN IMMEDIATE')
    const text = join(folder(), 'b.txt')
    writeFileSync(text, 'Prices rose 4% in Norway.')
    // another that loads is waited for a minute, as it may need where the machine is busy
    const { pragma } = Database.prototype
    const spy = vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Database.Database, set, how) {
      return pragma.call(this, set.replace('busy_timeout = 60000', 'busy_timeout = 50'), how)
    })
    const { status, stderr } = await runHere(['load', '--db', db, text])
    expect(spy).toHaveBeenCalledWith('busy_timeout = 60000')
    spy.mockRestore()
    expect([status, stderr]).toEqual([1, 'article-facts: the database is locked by another process; try again later\n'])
    other.exec('COMMIT')
    expect(other.prepare('SELECT count(*) FROM claims').pluck().get()).toBe(before)
    other.close()
  })
})

describe('article-facts key', async () => {
  it('makes a key that is printed once, lists it without its secret, and ends it', async () => {
    const db = join(folder(), 'a.db')
    const made = await runHere([
      'key',
      'create',
      '--db',
      db,
      '--scope',
      'ingest',
      'review',
      '--expires',
      '90d',
      '--name',
      'Ada Berg',
    ])
    expect(made.status).toBe(0)
    const [token] = made.lines
    expect(token).toMatch(/^afk_[0-9a-f]{8}_[\w-]{43}$/)
    const id = token!.slice(4, 12)
    const listed = (await runHere(['key', 'list', '--db', db])).stdout
    expect(listed).toMatch(new RegExp(`^${id}  ingest,review  "Ada Berg"  made .*, expires .*, never used\n$`))
    expect(listed).not.toContain(token!.slice(13))
    expect((await runHere(['key', 'revoke', id, '--db', db])).status).toBe(0)
    expect((await runHere(['key', 'list', '--db', db])).stdout).toContain('revoked')
  })

  const keys = join(folder(), 'keys.db')
  await runHere(['key', 'create', '--scope', 'read', '--db', keys])
  it.each([
    [['create'], /--scope/],
    [['create', '--scope', 'write'], /Allowed choices are read, ingest, review, admin/],
    [['create', '--scope', 'read', '--expires', 'soon'], /number of days/],
    [['create', '--scope', 'read', '--expires', '2020-01-01'], /past/],
    [['create', '--scope', 'read', '--expires', '2030-02-31'], /or a date/],
    [['revoke', '00000000'], /no key/],
  ])('says in a line what is wrong with %j', async (args, message) => {
    const { status, stderr, stdout } = await runHere(['key', ...args, '--db', keys])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
  })
})
