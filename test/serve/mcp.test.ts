import type { AddressInfo } from 'node:net'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, describe, expect, it } from 'vitest'
import { type Service, startServiceWith } from './service.ts'

const open = await startServiceWith({ MCP: 'true' })
const closed = await startServiceWith({ MCP: 'true', READ_REQUIRES_KEY: 'true' })

/** The SDK's own client, as an assistant connects; of the current protocol, or of the one of 2025. */
async function connect({ app }: Service, headers: Record<string, string> = {}, era: 'auto' | 'legacy' = 'auto') {
  if (app.addresses().length === 0) await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.addresses()[0] as AddressInfo
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: era } })
  const url = new URL(`http://127.0.0.1:${port}/mcp`)
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }))
  afterAll(() => client.close())
  return client
}

// biome-ignore lint/suspicious/noExplicitAny: what a tool gives depends on the tool
type Result = { text: string; data: any; isError: boolean }
async function call(client: Client, name: string, args: object = {}): Promise<Result> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args as never })
  return { text: (content as { text: string }[])[0]!.text, data: structuredContent, isError: isError === true }
}

describe('assistants over HTTP', () => {
  it.each(['auto', 'legacy'] as const)('are given tools that read, in either protocol (%s)', async (era) => {
    const client = await connect(open, {}, era)
    expect(client.getNegotiatedProtocolVersion()).toMatch(era === 'legacy' ? /^2025/ : /^2026/)
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'search_claims',
      'find_figures',
      'find_quotes',
      'get_claim',
      'compare_figures',
      'compare_claim',
      'find_actors',
      'extract_claims',
    ])
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
    // a model reads all of it before it begins
    expect(JSON.stringify(tools).length).toBeLessThan(40_000)
    const { data, text } = await call(client, 'find_figures', { measure: 'trade', currency: ['USD'] })
    expect(data.citations[0].exact).toBe('$24bn')
    expect(text).toContain('“$24bn” (figure: $24 billion, Kazakh-China trade')
  })

  it('get exact words, and links that lead to them', async () => {
    const client = await connect(open)
    const { data } = await call(client, 'find_quotes', { source: ['Kassym-Jomart Tokayev'], q: 'served' })
    const [{ exact, link, proof, original, article, claim }] = data.citations
    expect(exact).toBe('which has served us well.')
    expect(article).toMatchObject({ title: 'Kazakhstan Juggling Between East and West', publishedAt: '2023-05-27' })
    const source = (await (await fetch(proof)).json()) as { exact: string }
    expect(source.exact).toBe(exact)
    expect((await fetch(link)).headers.get('content-type')).toContain('text/html')
    expect(link.endsWith(`#${claim.id}`)).toBe(true)
    expect(original).toMatch(/^https:\/\/cepa\.org\/.*#:~:text=Kazakhstan%20was%20continuing%20its,/)
    const checked = await call(client, 'get_claim', { claimId: claim.id })
    expect(checked.data.source.textHash).toMatch(/^[0-9a-f]{64}$/)
    expect(checked.data.exact).toBe(exact)
    expect(checked.text).toContain(`[${exact}]`)
  })

  it('go through a list by its cursor', async () => {
    const client = await connect(open)
    const found: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const { data, text } = await call(client, 'search_claims', {
        type: ['figure'],
        limit: 3,
        ...(after && { after }),
      })
      found.push(...data.citations.map(({ claim }: { claim: { id: string } }) => claim.id))
      after = data.next as string | null
      if (after) expect(text).toContain(after)
    }
    const all = await open.get('/v1/figures?limit=200')
    expect(found).toEqual(all.body.items.map(({ id }: { id: string }) => id))
  })

  it('have texts read, and actors found', async () => {
    const client = await connect(open)
    const text = 'Exports rose by 4% to $24bn last year, Mayor Ada Berg said.'
    const { data } = await call(client, 'extract_claims', { text, publishedAt: '2024-03-01' })
    const figures = data.claims.filter(({ type }: { type: string }) => type === 'figure')
    expect(figures.map(({ surface }: { surface: string }) => surface)).toEqual(['4%', '$24bn'])
    const { data: actors } = await call(client, 'find_actors', { name: ['China'] })
    expect(actors.actors).toMatchObject([{ name: 'China', kind: 'place' }])
  })

  it('see what several articles say of the same', async () => {
    const service = await startServiceWith({ MCP: 'true' })
    for (const [publication, text] of [
      ['Herald', 'The unemployment rate of Norway was 4.1 percent in May 2024.'],
      ['Wire', 'Unemployment in Norway was 4.6 percent in May 2024.'],
    ])
      await service.send({
        method: 'POST',
        url: '/v1/articles',
        payload: { text, publication, publishedAt: '2024-06-14' },
        headers: service.authorize('ingest'),
      })
    const client = await connect(service)
    const { data, text } = await call(client, 'compare_figures', { measure: 'unemployment' })
    expect(data.comparisons).toMatchObject([{ verdict: 'differ', articleCount: 2 }])
    expect(data.links).toHaveLength(2)
    expect(text).toMatch(/“4\.6 percent”: Wire, 2024-06-14 http:\S+#clm_/)
    const beside = await call(client, 'compare_claim', { claimId: data.links[0].claimId })
    expect(beside.data).toMatchObject({ agree: 0, differ: 1 })
    expect((await call(client, 'compare_claim', { claimId: 'none' })).isError).toBe(true)
  })

  it('are told what is wrong in words that lead on', async () => {
    const client = await connect(open)
    const unit = await call(client, 'find_figures', { number__gte: 3 })
    expect(unit).toMatchObject({ isError: true, text: expect.stringContaining('needs a unit or a currency') })
    expect(await call(client, 'get_claim', { claimId: 'none' })).toMatchObject({
      isError: true,
      text: '404 Not found: No claim with the id "none".',
    })
    expect((await call(client, 'find_figures', { mesure: 'trade' })).text).toContain('mesure')
    expect((await call(client, 'search_claims', { limit: 51 })).isError).toBe(true)
    await expect(client.callTool({ name: 'delete_everything', arguments: {} })).rejects.toThrow(/delete_everything/)
  })

  it('write only with a key that allows it', async () => {
    const article = { text: 'Sales of Acme fell by 3% in 2019.', title: 'Acme' }
    const reader = await connect(open, open.authorize('read'))
    await expect(reader.callTool({ name: 'store_article', arguments: article })).rejects.toThrow(/store_article/)
    const writer = await connect(open, open.authorize('ingest'))
    const { tools } = await writer.listTools()
    expect(tools.at(-1)).toMatchObject({ name: 'store_article', annotations: { readOnlyHint: false } })
    expect((await call(writer, 'store_article', article)).data.outcome).toBe('added')
    expect((await call(writer, 'find_figures', { measure: 'sales' })).data.citations[0].exact).toBe('3%')
  })

  it('need a key where reading does', async () => {
    await expect(connect(closed)).rejects.toThrow()
    await expect(connect(closed, { authorization: 'Bearer afk_00000000_x' })).rejects.toThrow()
    await expect(connect(closed, closed.authorize('ingest'))).rejects.toThrow()
    const client = await connect(closed, closed.authorize('read'))
    expect((await call(client, 'find_figures', { measure: 'trade' })).data.citations).not.toEqual([])
  })

  it('count against the limits: each call is a request, and what it asks another', async () => {
    const service = await startServiceWith({ MCP: 'true', RATE_LIMIT: '20', EXTRACT_LIMIT: '200' })
    const client = await connect(service, {}, 'legacy')
    const long = await call(client, 'extract_claims', { text: 'Sales fell. '.repeat(30) })
    expect(long).toMatchObject({ isError: true, text: expect.stringContaining('429 Too many requests') })
    const calls = Array.from({ length: 12 }, () => call(client, 'find_figures', { measure: 'trade' }))
    const good = (await Promise.allSettled(calls)).filter((one) => one.status === 'fulfilled' && !one.value.isError)
    expect(good.length).toBeGreaterThan(0)
    expect(good.length).toBeLessThan(10)
  })
})

describe('/mcp', () => {
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }
  const post = ({ send }: Service, headers: Record<string, string> = {}, payload: unknown = list) =>
    send({
      method: 'POST',
      url: '/mcp',
      headers: { host: 'localhost:3000', accept: 'application/json, text/event-stream', ...headers },
      payload: payload as object,
    })

  it('is not there unless it was asked for', async () => {
    expect((await post(await startServiceWith({}))).status).toBe(404)
  })

  it('takes loopback and listed names, and pages of listed origins', async () => {
    expect((await post(open)).status).toBe(200)
    const strangers: Record<string, string>[] = [
      { host: 'rebound.example' },
      { host: 'localhost.rebound.example' },
      { origin: 'https://rebound.example' },
      { host: 'rebound.example', origin: 'https://rebound.example' },
      { origin: 'null' },
    ]
    for (const headers of strangers)
      expect((await post(open, headers)).body, JSON.stringify(headers)).toMatchObject({
        status: 403,
        type: '/problems/host-refused',
      })
    expect((await post(open, { origin: 'http://localhost:5173' })).status).toBe(200)
    const listed = await startServiceWith({
      MCP: 'true',
      MCP_HOSTS: 'facts.example',
      CORS_ORIGIN: 'https://app.example',
    })
    expect((await post(listed, { host: 'facts.example' })).status).toBe(200)
    expect((await post(listed, { host: 'facts.example', origin: 'https://app.example' })).status).toBe(200)
    expect((await post(listed, { host: 'facts.example', origin: 'https://other.example' })).status).toBe(403)
    expect((await post(listed, { host: 'other.example' })).status).toBe(403)
    expect((await post(await startServiceWith({ MCP: 'true', MCP_HOSTS: '*' }), { host: 'any.example' })).status).toBe(
      200,
    )
  })

  it('counts a batch by what is in it', async () => {
    const service = await startServiceWith({ MCP: 'true', RATE_LIMIT: '10' })
    const call = { method: 'tools/call', params: { name: 'find_figures', arguments: { measure: 'trade' } } }
    const batch = Array.from({ length: 30 }, (_, id) => ({ jsonrpc: '2.0', id, ...call }))
    const { text } = await post(service, {}, batch)
    expect(text.split('Rate limit exceeded').length - 1).toBeGreaterThanOrEqual(20)
  })

  it('refuses what is no protocol with small errors', async () => {
    for (const [payload, headers] of [
      ['{"jsonrpc"', { 'content-type': 'application/json' }],
      ['<rpc/>', { 'content-type': 'text/xml' }],
      [{ hello: 'world' }, {}],
      [[], {}],
      [{ ...list, method: 'nothing/at/all' }, {}],
    ] as const) {
      const { status, text } = await post(open, headers as Record<string, string>, payload)
      expect([200, 400, 404, 415]).toContain(status)
      expect(text.length).toBeLessThan(1000)
      expect(text).toMatch(/error|problems/)
    }
    for (const method of ['GET', 'DELETE'] as const)
      expect(
        (await open.send({ method, url: '/mcp', headers: { host: 'localhost', accept: 'text/event-stream' } })).status,
      ).toBe(405)
    expect(
      (
        await open.send({
          method: 'POST',
          url: '/mcp',
          headers: { host: 'localhost' },
          payload: { text: 'x'.repeat(70_000) },
        })
      ).status,
    ).toBe(413)
  })
})
