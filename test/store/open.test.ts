import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'

const open = new URL('../../src/store/open.ts', import.meta.url).href
/** Opens each file at the given moment, and says how that went. */
const opener = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', async ({ file, at }) => {
    const { openStore } = await import(${JSON.stringify(open)})
    while (Date.now() < at);
    try {
      await (await openStore(file)).close()
      parentPort.postMessage('opened')
    } catch (error) {
      parentPort.postMessage(error.message)
    }
  })`

describe('a new database', () => {
  it('may be opened by several at the same moment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
    const workers = Array.from({ length: 4 }, () => new Worker(opener, { eval: true }))
    const ask = (worker: Worker, file: string, at: number) =>
      new Promise((resolve) => {
        worker.once('message', resolve)
        worker.postMessage({ file, at })
      })
    await Promise.all(workers.map((worker) => ask(worker, join(folder, 'first.db'), 0)))
    for (let i = 0; i < 40; i++) {
      const at = Date.now() + 20
      const said = await Promise.all(workers.map((worker) => ask(worker, join(folder, `${i}.db`), at)))
      expect(said).toEqual(['opened', 'opened', 'opened', 'opened'])
    }
    await Promise.all(workers.map((worker) => worker.terminate()))
  })
})
