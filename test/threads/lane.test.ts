import { describe, expect, it } from 'vitest'
import { Lane } from '../../src/threads/lane.ts'

describe('a task that is stopped while its thread is still loading', () => {
  const start = () => {
    const gate = new Int32Array(new SharedArrayBuffer(4))
    const load = () => {
      Atomics.store(gate, 0, 1)
      Atomics.notify(gate, 0)
    }
    const file = '../../test/threads/slow-thread'
    return { lane: new Lane({ file, workerData: gate, timeLimit: 0, grace: Number.POSITIVE_INFINITY }), load }
  }

  it('is refused at once, and the thread ends when it has loaded', async () => {
    const { lane, load } = start()
    const refused = expect(lane.run('any', [], { client: 'a' })).rejects.toMatchObject({ type: 'not-ready' })
    lane.stop()
    await refused
    load()
    await lane.close()
    await expect(lane.run('any', [], { client: 'a' })).rejects.toMatchObject({ type: 'not-ready' })
  })

  it('holds up nobody who is not stopped', async () => {
    const { lane, load } = start()
    load()
    expect(await lane.run('any', [], { client: 'a' })).toBe('done')
    await lane.close()
  })
})
