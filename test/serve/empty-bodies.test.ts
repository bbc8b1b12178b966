import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { app } = await startService()
const port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)

/** What a client gets that writes these lines, up to the end of the connection. */
const exchange = (...lines: string[]) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    let answer = ''
    socket.setEncoding('utf8').on('data', (data) => {
      answer += data
    })
    socket.on('end', () => resolve(answer)).on('error', reject)
  })

describe('a request without a body', () => {
  it.each(['application/json', 'text/plain'])(
    'that says it has one of %s is refused, and not waited for',
    async (type) => {
      const answer = await exchange(
        'POST /v1/extract HTTP/1.1',
        'Host: localhost',
        `Content-Type: ${type}`,
        'Connection: close',
      )
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toContain('/problems/invalid-body')
    },
  )

  it('that only reads is answered, as often as it comes on one connection', async () => {
    const lines = ['GET /v1/claims?limit=1 HTTP/1.1', 'Host: localhost']
    const answer = await exchange(...lines, '', ...lines, '', ...lines, 'Connection: close')
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3)
    const bodies = answer.match(/\{"items":.*?\}(?=HTTP\/1\.1|$)/gs)!
    expect(new Set(bodies).size).toBe(1)
  })
})
