import { describe, expect, it } from 'vitest'
import { Lane } from '../../src/threads/lane.ts'

describe('a task that is stopped while its thread is still loading', () => {
  const start = () =>
    new Lane({ file: '../../test/threads/slow-thread', workerData: {}, timeLimit: 0, grace: Number.POSITIVE_INFINITY })

  it('is refused at once, and the thread ends when it has loaded', async () => {
    const lane = start()
    const refused = expect(lane.run('any', [], { client: 'a' })).rejects.toMatchObject({ type: 'not-ready' })
    setTimeout(() => lane.stop(), 200)
    await refused
    await lane.close()
    await expect(lane.run('any', [], { client: 'a' })).rejects.toMatchObject({ type: 'not-ready' })
  })

  it('holds up nobody who is not stopped', async () => {
    const lane = start()
    expect(await lane.run('any', [], { client: 'a' })).toBe('done')
    await lane.close()
  })
})
