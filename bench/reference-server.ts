// What our service is measured beside: the least that answers from the same database. Started by bench/serve.ts.
//   bytes    node:http, the same bytes again and again
//   http     node:http, one prepared statement, JSON.stringify
//   fastify  Fastify without anything, one prepared statement, JSON.stringify
import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import Fastify from 'fastify'

const [kind, shape] = process.argv.slice(2) as [string, string]
const { sql, values, one, bytes } = JSON.parse(shape) as {
  sql?: string
  values: unknown[][]
  one: boolean
  bytes: number
}
const store = new Database(process.env.DATABASE_URL, { readonly: true })
const statement = sql === undefined ? undefined : store.prepare<unknown[], { json?: string; value?: string }>(sql)
let turn = 0

function answer(): unknown {
  const bound = values[turn++ % values.length]!
  if (one) return JSON.parse(statement!.get(...bound)!.json!)
  const rows = statement!.all(...bound)
  if (rows[0]?.json === undefined) return { facets: [{ by: 'type', values: rows, more: false }] }
  return { items: rows.map((row) => JSON.parse(row.json!)), next: 'a'.repeat(80) }
}

if (kind === 'fastify') {
  const app = Fastify()
  app.get('/*', (_request, reply) => reply.type('application/json').send(JSON.stringify(answer())))
  process.stdout.write(`listens on ${await app.listen({ port: 0 })}\n`)
} else {
  const same = Buffer.alloc(bytes, 'x')
  const server = createServer((_request, response) => {
    const body = kind === 'bytes' ? same : JSON.stringify(answer())
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(`listens on http://127.0.0.1:${(server.address() as { port: number }).port}\n`),
  )
}
