import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { openStore } from '../../src/store/open.ts'

const store = await openStore(':memory:')
const logged: string[] = []
const serve = (page: string) =>
  createApp({
    store,
    tasks: createTasks(store, () => walk),
    config: readConfig({}),
    page,
    logger: { level: 'warn', stream: { write: (line: string) => logged.push(line) } },
  })

describe('where the page is not built', () => {
  it('the API is there all the same, and / leads to its documentation', async () => {
    const app = await serve(join(import.meta.dirname, 'nowhere'))
    for (const url of ['/', '/articles/art_0', '/try']) {
      const { statusCode, headers } = await app.inject(url)
      expect([statusCode, headers.location]).toEqual([302, '/docs'])
    }
    expect((await app.inject('/v1/claims')).statusCode).toBe(200)
    expect((await app.inject('/page/index.js')).statusCode).toBe(404)
    await app.close()
  })

  it('gives nothing that lies outside its folder', async () => {
    const app = await serve(import.meta.dirname)
    expect((await app.inject('/page/service.ts')).statusCode).toBe(200)
    for (const url of [
      '/page/../../package.json',
      '/page/..%2f..%2fpackage.json',
      '/page/%2e%2e/%2e%2e/package.json',
      '/page/.git',
      '/page/a%2fb',
      '/page/%2f',
      '/page/%5c..%5cpackage.json',
      '/page/%00',
      '/docs/static/..%2f..%2fpackage.json',
      '/docs/static/a%2fb',
      '/docs/static/%00',
    ])
      expect((await app.inject(url)).statusCode, url).toBe(404)
    expect(logged).toEqual([])
    await app.close()
  })
})
