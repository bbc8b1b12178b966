// Clients that mean harm or cannot do better: slow ones, half-open ones, two thousand at once, huge headers and bodies, deep JSON, garbage on a kept
// connection, requests that two servers could cut differently. Memory stays bounded, the statuses are right, and others are served meanwhile.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeDatabase } from '../database.ts'
import { residentOf, startService, timeRequests } from '../servers.ts'
import { authorize } from './authorize.ts'
import { Report } from './report.ts'

const report = new Report('hostile clients')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-torture-'))
const file = join(folder, 'a.db')
await makeDatabase(file, 10_000)
const key = `Authorization: ${await authorize(file)}\r\n`
const server = await startService(file)
const { hostname, port } = new URL(server.address)
const open = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket))
    socket.on('error', reject)
  })
/** Sends bytes as they are and gives all that comes back until the connection ends, or for some time. */
async function send(bytes: string | Buffer, time = 2000): Promise<string> {
  report.tried('requests')
  const socket = await open()
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.on('error', () => {})
  socket.write(bytes)
  await Promise.race([new Promise((resolve) => socket.on('close', resolve)), wait(time)])
  socket.destroy()
  return answer
}
const statusesOf = (answer: string) =>
  [...answer.matchAll(/HTTP\/1\.1 (?<status>\d{3})/g)].map((match) => Number(match.groups!.status))
async function answers(what: string, bytes: string | Buffer, ...allowed: number[]): Promise<void> {
  const statuses = statusesOf(await send(bytes))
  report.holds(
    `${what}: ${allowed.join(' or ')}`,
    statuses.length > 0 && statuses.every((status) => allowed.includes(status)),
    statuses,
  )
}
const timeOthers = () => timeRequests(server, ['/v1/claims?limit=1', '/readyz'], 2, 1)
await timeOthers()
const idle = await timeOthers()
/** Requests in a second, and milliseconds for the slowest: a busy machine serves fewer, and more slowly, when nobody means harm, too. */
const [least, most] = [Math.min(20, idle.length / 5), Math.max(1000, 5 * idle.at(-1)!)]
/** Others are served: one claim after another, each within a second. */
async function othersAreServed(what: string): Promise<void> {
  const times = await timeOthers()
  report.tried('requests of others', times.length)
  const slowest = times.at(-1) ?? Number.POSITIVE_INFINITY
  report.holds(`${what}: others are served`, times.length >= least && slowest < most, [times.length, slowest])
  report.holds(`${what}: memory stays bounded`, residentOf(server) < 600, Math.round(residentOf(server)))
}
const host = `Host: ${hostname}:${port}\r\n`

// two thousand at once, which say nothing
const silent = await Promise.all(Array.from({ length: 2000 }, open))
report.tried('connections', silent.length)
await othersAreServed('2,000 silent connections')
// and each of them asks after all
const asked = silent.map(
  (socket) =>
    new Promise<boolean>((resolve) => {
      socket.on('data', (data) => resolve(String(data).startsWith('HTTP/1.1 200')))
      socket.on('error', () => resolve(false))
      socket.on('close', () => resolve(false))
      socket.write(`GET /v1/claims?limit=5 HTTP/1.1\r\n${host}\r\n`)
    }),
)
const served = (await Promise.all(asked)).filter(Boolean).length
report.holds('2,000 requests at once are answered', served === 2000, served)
for (const socket of silent) socket.destroy()

// half-open: who goes without a word, and who sends half a head
for (let i = 0; i < 500; i++) {
  const socket = await open()
  socket.write(`GET /v1/claims HTTP/1.1\r\nHost: ${i}`)
  socket.resetAndDestroy()
}
report.tried('connections', 500)
await othersAreServed('500 half-open connections')

// slow ones: a letter a second of a head that never ends
const slow = await Promise.all(Array.from({ length: 100 }, open))
report.tried('connections', slow.length)
const ended = slow.map(
  (socket) =>
    new Promise<string>((resolve) => {
      let answer = ''
      socket.on('data', (data) => {
        answer += data
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', () => {})
    }),
)
for (const socket of slow) socket.write(`GET /v1/claims HTTP/1.1\r\n${host}X-Slow: `)
const dribble = setInterval(() => {
  for (const socket of slow) if (socket.writable) socket.write('a')
}, 1000)
await othersAreServed('100 slow heads')
const cut = await Promise.race([Promise.all(ended), wait(30_000)])
clearInterval(dribble)
report.holds(
  'slow heads are given up with 408',
  Array.isArray(cut) && cut.every((answer) => answer.startsWith('HTTP/1.1 408')),
  Array.isArray(cut) ? cut[0] : 'not given up',
)

// a reader of an export that takes nothing
const lazy = await Promise.all(Array.from({ length: 6 }, open))
for (const socket of lazy) {
  socket.pause()
  socket.write(`GET /v1/claims/export HTTP/1.1\r\n${host}\r\n`)
}
await othersAreServed('six exports that nobody reads')
for (const socket of lazy) socket.destroy()

// too much of everything
await answers(
  '1 MB of headers',
  `GET /v1/claims HTTP/1.1\r\n${host}${'X-Much: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n'.repeat(20_000)}\r\n`,
  431,
)
await answers('an address of 1 MB', `GET /v1/claims?q=${'a'.repeat(1_000_000)} HTTP/1.1\r\n${host}\r\n`, 431)
const post = (type: string, body: string | Buffer, extra = key) =>
  Buffer.concat([
    Buffer.from(
      `POST /v1/extract HTTP/1.1\r\n${host}${extra}Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`,
    ),
    Buffer.from(body),
  ])
await answers('a body of 100 MB', post('text/plain', Buffer.alloc(100_000_000, 'a')), 413)
const chunked = `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
await answers(
  'a body of 100 MB in chunks',
  Buffer.concat([
    Buffer.from(chunked),
    ...Array.from({ length: 100 }, () =>
      Buffer.concat([Buffer.from('f4240\r\n'), Buffer.alloc(1_000_000, 'a'), Buffer.from('\r\n')]),
    ),
    Buffer.from('0\r\n\r\n'),
  ]),
  413,
)
await answers(
  'JSON nested a million deep',
  post('application/json', `{"text":${'['.repeat(900_000)}${']'.repeat(900_000)}}`),
  400,
)
await answers(
  'JSON of a million keys',
  post('application/json', `{${Array.from({ length: 150_000 }, (_, i) => `"k${i}":1`).join()}}`),
  400,
)
await answers('a prototype in the body', post('application/json', '{"text":"a","__proto__":{"x":1}}'), 400)
await answers(
  'a body that promises more than it sends',
  `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nContent-Length: 10\r\nConnection: close\r\n\r\nabc\r\n\r\nGET /admin HTTP/1.1\r\n\r\n`,
  200,
  400,
)
await othersAreServed('too much of everything')

// garbage behind a request on a kept connection
await answers('garbage behind a request', `GET /readyz HTTP/1.1\r\n${host}\r\n\u0000\u0001garbage\r\n\r\n`, 200, 400)
await answers('a hundred requests in one go', `GET /readyz HTTP/1.1\r\n${host}\r\n`.repeat(100), 200)
for (let i = 0; i < 200; i++)
  await send(Buffer.from(Array.from({ length: 200 }, () => Math.floor(Math.random() * 256))), 500)
await othersAreServed('garbage')

// requests that two servers could cut differently (RFC 9112, 11.2)
const smuggled = 'GET /v1/smuggled HTTP/1.1\r\nHost: x\r\n\r\n'
const forms: Record<string, string> = {
  'a length and chunks': `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  'two lengths': `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nContent-Length: 3\r\nContent-Length: 60\r\n\r\nabc${smuggled}`,
  'an odd coding': `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`,
  'a coding with a space before the colon': `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  'two codings': `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${smuggled}`,
  'a length with a sign': `POST /v1/extract HTTP/1.1\r\n${host}Content-Type: text/plain\r\nContent-Length: +3\r\n\r\nabc${smuggled}`,
  'a bare line feed': `GET /v1/claims HTTP/1.1\n${host.replace('\r', '')}Content-Length: 3\n\nabc${smuggled}`,
  'a folded header': `GET /v1/claims HTTP/1.1\r\n${host}X-A: b\r\n Content-Length: 60\r\n\r\n${smuggled}`,
  'a chunk with an odd size': `${chunked}3;\n${smuggled}`,
}
for (const [what, bytes] of Object.entries(forms)) {
  const answer = await send(bytes)
  // the second request may be answered only where the first was taken as the standard has it
  const statuses = statusesOf(answer)
  report.holds(`${what}: is refused, or taken as one request`, statuses.length <= 1 || statuses[0] === 400, statuses)
  report.holds(`${what}: what hides behind it is never asked`, !answer.includes('/v1/smuggled'), answer.slice(-300))
}
await othersAreServed('smuggling')
await server.stop()
report.holds('it ends with 0', server.process.exitCode === 0, server.process.exitCode)
report.end()
rmSync(folder, { recursive: true })
