// What our service is measured beside: the least that answers from the same database. Started by bench/serve.ts.
//   bytes    node:http, the same bytes again and again
//   http     node:http, one prepared statement, JSON.stringify
//   fastify  Fastify without anything, one prepared statement, JSON.stringify
// With DATABASE_URL=postgres://… the statement is asked by postgres.js.
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
type Row = { json?: string; value?: string }
const rowsOf = await openDatabase(process.env.DATABASE_URL!)
let turn = 0

async function openDatabase(address: string): Promise<(bound: unknown[]) => Row[] | Promise<Row[]>> {
  if (sql === undefined) return () => []
  if (!/^postgres/.test(address)) {
    const statement = new Database(address, { readonly: true }).prepare<unknown[], Row>(sql)
    return (bound) => statement.all(...bound)
  }
  const { default: driver } = await import('postgres')
  const pool = driver(address, { max: 10 })
  let place = 0
  const numbered = sql.replaceAll('?', () => `$${++place}`)
  return (bound) => pool.unsafe(numbered, bound as never[], { prepare: true }) as unknown as Promise<Row[]>
}

async function answer(): Promise<unknown> {
  const found = rowsOf(values[turn++ % values.length]!)
  const rows = Array.isArray(found) ? found : await found
  if (one) return JSON.parse(rows[0]!.json!)
  if (rows[0]?.json === undefined) return { facets: [{ by: 'type', values: rows, more: false }] }
  return { items: rows.map((row) => JSON.parse(row.json!)), next: 'a'.repeat(80) }
}

if (kind === 'fastify') {
  const app = Fastify()
  app.get('/*', async (_request, reply) => reply.type('application/json').send(JSON.stringify(await answer())))
  process.stdout.write(`listens on ${await app.listen({ port: 0 })}\n`)
} else {
  const same = Buffer.alloc(bytes, 'x')
  const server = createServer(async (_request, response) => {
    const body = kind === 'bytes' ? same : JSON.stringify(await answer())
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(`listens on http://127.0.0.1:${(server.address() as { port: number }).port}\n`),
  )
}
