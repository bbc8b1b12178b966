// Sixteen clients without a key, each from an address of its own, send the heaviest texts there are without end; told to stop, prints how many of its
// requests had each status (0 for those it left). Started by flood.ts.
//   node bench/torture/flood-clients.ts http://127.0.0.1:8000
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { makeTexts } from '../database.ts'

const clients = 16
const size = 2_000_000
const { hostname, port } = new URL(process.argv[2]!)

const fill = (text: string) =>
  Buffer.from(text.repeat(Math.ceil(size / text.length)))
    .subarray(0, size)
    .toString()
const unknown = JSON.stringify(Object.fromEntries(Array.from({ length: 120_000 }, (_, i) => [`key${i}`, 1])))
/** Dense with claims, with names, with quotations; markup of every kind; a body of which nothing is right. */
const bodies: [type: string, body: string][] = [
  [
    'text/plain',
    fill('Exports of Chile rose by 44% to $24bn last year, Mayor Ada Berg of Springfield said on Friday. '),
  ],
  [
    'text/plain',
    fill(
      '“It fell 3%,” Ada Berg, the mayor, told the Daily News on 3 May 2021, “and it cost $5m.” She said it was “good”. ',
    ),
  ],
  ['text/plain', fill(makeTexts(50).join('\n\n'))],
  [
    'text/html',
    `<html><body><article>${fill('<p>Exports of Chile rose by 44% last year, Ada Berg said.</p>')}</article></body></html>`,
  ],
  ['text/markdown', fill('> - *Exports* of a_b rose by **44%** [last year](x).\n')],
  ['application/json', JSON.stringify({ text: fill('In May 2021 "it" cost $3m. ').slice(0, size * 0.9) })],
  ['application/json', unknown.slice(0, size)],
]

/** Sends one body from an address. @returns the status, 0 for a client that left */
function send(client: number, [type, body]: [string, string], leaves: boolean): Promise<number> {
  return new Promise((resolve) => {
    const sent = request({
      host: hostname,
      port,
      method: 'POST',
      path: '/v1/extract',
      localAddress: `127.0.1.${client + 1}`,
      headers: {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        ...(client % 4 === 1 && { 'accept-encoding': 'br' }),
      },
    })
    sent.on('response', (response) => {
      response.resume().on('close', () => resolve(response.statusCode!))
    })
    sent.on('error', () => resolve(0))
    sent.end(body)
    if (leaves) setTimeout(() => sent.destroy(), 300)
  })
}

let stopping = false
process.once('SIGTERM', () => {
  stopping = true
})
const statuses = new Map<number, number>()
async function flood(client: number): Promise<void> {
  for (let turn = client; !stopping; turn++) {
    const status = await send(client, bodies[turn % bodies.length]!, client % 4 === 3)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    // a refusal comes at once
    if (status !== 200) await wait(50)
  }
}
await Promise.all(Array.from({ length: clients }, (_, client) => flood(client)))
console.log(JSON.stringify([...statuses]))
