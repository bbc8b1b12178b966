import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { app, get, send } = await startService()

const refused = async (url: string, status: number, type: string, field?: object) => {
  const answer = await get(url)
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.body.type).toBe(`/problems/${type}`)
  expect(answer.body.detail).toMatch(/[.?]$/)
  if (field) expect(answer.body.errors).toContainEqual(expect.objectContaining(field))
  return answer.body
}

describe('wrong parameters', () => {
  it.each([
    [
      '/v1/figures?numbr__gte=20',
      'unknown-parameter',
      { parameter: 'numbr__gte', code: 'unknown', didYouMean: 'number__gte' },
    ],
    [
      '/v1/figures?cue=said',
      'unknown-parameter',
      { parameter: 'cue', code: 'unknown', detail: 'a filter of quote claims: see /v1/quotes' },
    ],
    ['/v1/figures?zzzzzz=1', 'unknown-parameter', { parameter: 'zzzzzz', code: 'unknown' }],
    [
      '/v1/articles/x?expand=txt',
      'invalid-parameter',
      { parameter: 'expand', code: 'not-allowed', didYouMean: 'text' },
    ],
    ['/v1/claims?limit=0', 'invalid-parameter', { parameter: 'limit', code: 'out-of-range' }],
    ['/v1/claims?limit=201', 'invalid-parameter', { parameter: 'limit', code: 'out-of-range' }],
    ['/v1/claims?limit=', 'invalid-parameter', { parameter: 'limit', code: 'empty' }],
    ['/v1/claims?limit=ten', 'invalid-parameter', { parameter: 'limit' }],
    ['/v1/figures?unit=percent&number__gte=', 'invalid-parameter', { parameter: 'number__gte', code: 'empty' }],
    ['/v1/figures?unit=percent&number__gte=0x10', 'invalid-parameter', { parameter: 'number__gte' }],
    [
      '/v1/figures?unit=percent&number__gte=1&number__gte=2',
      'invalid-parameter',
      { parameter: 'number__gte', code: 'repeated' },
    ],
    ['/v1/figures?unit=', 'invalid-parameter', { parameter: 'unit', code: 'empty' }],
    ['/v1/figures?kind=mony', 'invalid-parameter', { parameter: 'kind', code: 'not-allowed', didYouMean: 'money' }],
    ['/v1/figures?order=sideways', 'invalid-parameter', { parameter: 'order', code: 'not-allowed' }],
    ['/v1/dates?from=2022-13', 'invalid-parameter', { parameter: 'from' }],
    ['/v1/dates?from=2022-02-30', 'invalid-parameter', { parameter: 'from' }],
    ['/v1/dates?from=2023&to=2022', 'invalid-parameter', { parameter: 'from', code: 'out-of-range' }],
    ['/v1/claims?published__gte=yesterday', 'invalid-parameter', { parameter: 'published__gte' }],
    ['/v1/claims?confidence__gte=high', 'invalid-parameter', { parameter: 'confidence__gte' }],
    ['/v1/claims?q=', 'invalid-parameter', { parameter: 'q', code: 'empty' }],
    ['/v1/claims?q=-trade', 'invalid-parameter', { parameter: 'q', code: 'no-words' }],
    ['/v1/claims?highlight=true', 'invalid-parameter', { parameter: 'highlight' }],
    ['/v1/claims/facets', 'invalid-parameter', { parameter: 'by', code: 'required' }],
    ['/v1/figures?number__gte=20', 'unit-required', { parameter: 'number__gte', code: 'unit-required' }],
    ['/v1/claims?number__lt=20&kind=count', 'unit-required', { parameter: 'number__lt' }],
    ['/v1/claims?type=date&cue=said', 'filter-mismatch', { parameter: 'cue', allowed: ['quote'] }],
    ['/v1/claims?after=nonsense', 'invalid-cursor', { parameter: 'after' }],
  ])('%s is refused as %s', async (url, type, field) => {
    await refused(url, 400, type, field)
  })

  it.each([
    // what other APIs call it
    ['/v1/claims?sort=number', 'order'],
    ['/v1/articles?sort_by=published', 'order'],
    ['/v1/claims?page=2', 'after', /cursor/],
    ['/v1/actors?offset=50', 'after', /cursor/],
    ['/v1/claims?per_page=10', 'limit'],
    ['/v1/dates?date=2022', 'from'],
    ['/v1/articles?date=2022-01-01', 'published__gte'],
    ['/v1/claims?country=China', 'actor', /by name/],
    ['/v1/quotes?speaker=Tokayev', 'source'],
    ['/v1/claims?search=trade', 'q'],
    ['/v1/claims?publishedAt=2023-05-27', 'published__gte', /published__lt/],
    ['/v1/articles?publishedAt=2023-05-27', 'published__gte', /published__lt/],
    ['/v1/changes?format=csv', undefined, /`Accept`/],
    // the same name in another spelling
    ['/v1/claims?type[]=figure', 'type', /[Rr]epeat/],
    ['/v1/claims?tpye=figure', 'type'],
    ['/v1/claims?Type=figure', 'type'],
    ['/v1/figures?unit=percent&number_gte=20', 'number__gte'],
    ['/v1/figures?unit=percent&number[gte]=20', 'number__gte'],
    ['/v1/figures?unit=percent&number__gt=20', 'number__gte'],
    ['/v1/figures?measure_head=trade', 'measureHead'],
  ] as [string, string | undefined, RegExp?][])(
    '%s is answered with what was meant: %s',
    async (url, didYouMean, detail) => {
      const body = await refused(url, 400, 'unknown-parameter', { code: 'unknown', ...(didYouMean && { didYouMean }) })
      if (didYouMean) expect(body.detail).toContain(`Did you mean "${didYouMean}"?`)
      if (detail) expect(body.detail).toMatch(detail)
    },
  )

  it.each([
    ['/v1/claims?type=figure,quote', 'type', 'type=figure&type=quote'],
    ['/v1/figures?unit=percent&fields=surface,number', 'fields', 'fields=surface&fields=number'],
    ['/v1/claims?type=figures', 'type', 'figure'],
    ['/v1/claims?type=FIGURE', 'type', 'figure'],
  ])('%s is told the value that was meant: %s', async (url, parameter, didYouMean) => {
    const { detail } = await refused(url, 400, 'invalid-parameter', { parameter, didYouMean })
    expect(detail).toContain(`Did you mean "${didYouMean}"?`)
  })

  const long = 'a'.repeat(600)
  it.each<[string, string]>([
    ['/v1/claims/facets', '"by" is required.'],
    ['/v1/claims/facets?field=x', '"field" is not a parameter of /v1/claims/facets. Did you mean "by"?'],
    ['/v1/claims/facets?one=x&other=y', '"one", "other" are not parameters of /v1/claims/facets.'],
    [`/v1/claims?q=${long}`, '"q" must have at most 500 characters.'],
    [`/v1/quotes?cue=${long}`, '"cue" must have at most 500 characters.'],
    [`/v1/claims?after=${long.repeat(7)}`, '"after" must have at most 4000 characters.'],
    [`/v1/claims?language=${long}`, '"language" must have at most 35 characters.'],
    [`/v1/claims/${long}`, '"claimId" must have at most 100 characters.'],
    ['/v1/claims?language=x!!', '"language" must be a BCP 47 language tag, such as en or pt-BR.'],
    ['/v1/claims?language__not=', '"language__not" must not be empty.'],
    ...['published__gte=2023', 'from=2023', 'q=a', 'extractor__prefix=a', 'limit=2', 'order=id', 'count=true'].map(
      (one): [string, string] => [
        `/v1/claims?${one}&${one}`,
        `"${one.split('=')[0]}" takes one value, and was given 2.`,
      ],
    ),
    ['/v1/claims?confidence__gte=2', '"confidence__gte" must be 0 to 1.'],
    ['/v1/claims?confidence__lt=-1', '"confidence__lt" must be 0 to 1.'],
    ['/v1/articles?published__lt=23', '"published__lt" must be a year, month or day: 2022, 2022-07 or 2022-07-01.'],
  ])('%.100s is told plainly, and once, what is wrong', async (url, detail) => {
    const { body } = await get(url)
    expect([body.status, body.detail]).toEqual([400, detail])
    const named = body.errors.filter(({ code }: { code: string }) => code !== 'required' || !url.includes('?'))
    expect(new Set(named.map(({ parameter }: { parameter: string }) => parameter)).size).toBe(named.length)
  })

  it('takes a year and a month for the day of publication, as it does for `from` and `to`', async () => {
    const idsOf = async (query: string) => {
      const { status, body } = await get(`/v1/articles?${query}`)
      expect(status, query).toBe(200)
      return body.items.map(({ id }: { id: string }) => id)
    }
    const [seed] = await idsOf('published__gte=2023-05-27&published__lt=2023-05-28')
    expect(await idsOf('published__gte=2023&published__lt=2024')).toContain(seed)
    expect(await idsOf('published__gte=2023-05&published__lt=2023-06')).toContain(seed)
    expect(await idsOf('published__lt=2023-05')).not.toContain(seed)
    expect(await idsOf('published__lt=2023')).not.toContain(seed)
    expect(await idsOf('published__gte=2023-06')).not.toContain(seed)
  })

  it.each(['0', '201', '-1', '1.5', 'ten'])('limit=%s is told the bounds', async (limit) => {
    expect((await refused(`/v1/claims?limit=${limit}`, 400, 'invalid-parameter')).detail).toContain('1 to 200')
  })

  it('says why a bare number is refused', async () => {
    expect((await refused('/v1/figures?number__gte=20', 400, 'unit-required')).detail).toContain(
      '20 percent is not comparable with 20 people',
    )
  })

  it('lets a number stand with a kind that has no unit', async () => {
    expect((await get('/v1/figures?kind=rank&number__lt=6')).body.items).toHaveLength(1)
  })

  it('gives a hint only when a name is near', async () => {
    const { errors } = await refused('/v1/figures?zzzzzz=1', 400, 'unknown-parameter')
    expect(errors[0].didYouMean).toBeUndefined()
    expect(errors[0].allowed).toContain('number__gte')
  })

  it('refuses the cursor of another query', async () => {
    const { next } = (await get('/v1/figures?limit=2')).body
    expect((await get(`/v1/figures?limit=5&after=${next}`)).status).toBe(200)
    await refused(`/v1/figures?limit=2&kind=money&after=${next}`, 400, 'invalid-cursor')
    await refused(`/v1/figures?limit=2&order=number&after=${next}`, 400, 'invalid-cursor')
    await refused(`/v1/quotes?limit=2&after=${next}`, 400, 'invalid-cursor')
    await refused(`/v1/figures?limit=2&after=${next.slice(0, -4)}`, 400, 'invalid-cursor')
  })
})

describe('wrong paths and methods', () => {
  it.each([
    '/v1/articles/art_0',
    '/v1/articles/art_0/claims',
    '/v1/claims/clm_0',
    '/v1/claims/clm_0/source',
    '/v1/actors/act_0',
    '/v1/actors/act_0/claims',
  ])('%s: unknown id', async (url) => {
    await refused(url, 404, 'not-found', { code: 'not-found' })
  })

  it('an id that is none by its length', async () => {
    await refused(`/v1/claims/${'9'.repeat(400)}`, 400, 'invalid-parameter', { parameter: 'claimId' })
  })

  it('unknown path', async () => {
    await refused('/v2/claims', 404, 'not-found')
    await refused('/v1/claims/', 404, 'not-found')
  })

  it('an encoded slash in an id', async () => {
    for (const [collection, parameter] of [
      ['articles', 'articleId'],
      ['claims', 'claimId'],
      ['actors', 'actorId'],
    ])
      for (const id of ['x%2Fclaims', '%2F', '..%2f..%2fclaims', '%2e%2e%2fclaims'])
        await refused(`/v1/${collection}/${id}`, 404, 'not-found', { parameter, code: 'not-found' })
    await refused('/v1%2Fclaims', 404, 'not-found')
  })

  it('a malformed % in the path', async () => {
    await refused('/v1/articles/%zz', 400, 'malformed-url')
    await refused('/v1/claims/%E0%A4%A', 400, 'malformed-url')
  })

  it('a method that the path does not have', async () => {
    for (const [method, url, allow] of [
      ['DELETE', '/v1/claims', 'GET, HEAD'],
      ['PUT', '/v1/articles', 'GET, HEAD, POST'],
      ['GET', '/v1/extract', 'POST'],
      ['PUT', '/v1/articles/x', 'GET, HEAD, DELETE'],
    ] as const) {
      const answer = await app.inject({ method, url })
      expect(answer.statusCode).toBe(405)
      expect(answer.headers.allow).toBe(allow)
      expect(answer.json().type).toBe('/problems/method-not-allowed')
    }
  })

  it('every problem type has a page', async () => {
    const { type } = await refused('/v1/claims?limit=0', 400, 'invalid-parameter')
    expect((await get(type)).text).toContain('invalid-parameter')
    await refused('/problems/none', 404, 'not-found')
  })
})

describe('wrong bodies of POST /v1/extract', () => {
  const post = (headers: Record<string, string>, payload?: string) =>
    send({ method: 'POST', url: '/v1/extract', headers, ...(payload !== undefined && { payload }) })
  const json = { 'content-type': 'application/json' }

  it('malformed JSON', async () => {
    const answer = await post(json, '{"text": "a')
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/invalid-body'])
  })

  it('fields that do not fit, each named by its pointer', async () => {
    const answer = await post(json, JSON.stringify({ txt: 'a', publishedAt: 'May' }))
    expect(answer.status).toBe(400)
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/publishedAt',
      '/text',
      '/txt',
    ])
  })

  it('says of each field in plain words what is wrong', async () => {
    const detailOf = async (body: object) => (await post(json, JSON.stringify(body))).body.detail
    expect(await detailOf({})).toBe('The body is invalid: /text: is required.')
    expect(await detailOf({ text: 7 })).toBe('The body is invalid: /text: must be a string.')
    expect(await detailOf({ text: 'x', publishedAt: 'May' })).toBe(
      'The body is invalid: /publishedAt: must be a date, YYYY-MM-DD.',
    )
    expect(await detailOf([])).toBe('The body is invalid: the whole: must be an object.')
  })

  it('an empty body, an empty text', async () => {
    expect((await post(json, '')).status).toBe(400)
    expect((await post({ 'content-type': 'text/plain' }, '')).status).toBe(400)
    expect((await post({})).status).toBe(400)
    expect((await post(json, '{"text": ""}')).body.errors[0]).toMatchObject({ pointer: '/text', code: 'empty' })
    expect((await post(json, '{"__proto__": {"text": 1}}')).status).toBe(400)
  })

  it('a type that is not read', async () => {
    const answer = await post({ 'content-type': 'application/xml' }, '<a/>')
    expect([answer.status, answer.body.type]).toEqual([415, '/problems/unsupported-media-type'])
  })

  it('a body over the limit', async () => {
    const answer = await post({ 'content-type': 'text/plain' }, 'a '.repeat(40_000))
    expect([answer.status, answer.body.type]).toEqual([413, '/problems/body-too-large'])
  })

  it('a wrong parameter beside a right body', async () => {
    expect(
      (
        await send({
          method: 'POST',
          url: '/v1/extract?publishedAt=May',
          headers: { 'content-type': 'text/plain' },
          payload: 'x',
        })
      ).body.errors[0],
    ).toMatchObject({ parameter: 'publishedAt' })
  })
})

describe('a refusal', () => {
  const names = (count: number, length = 1) => Array.from({ length: count }, (_, i) => `${'k'.repeat(length)}${i}`)
  const isSmall = ({ text, body }: Awaited<ReturnType<typeof get>>) => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(16 * 1024)
    expect(body.errors.length).toBeLessThanOrEqual(20)
    // the allowed values once
    const lists = body.errors.flatMap(({ allowed }: { allowed?: string[] }) => (allowed ? [allowed.join()] : []))
    expect(new Set(lists).size).toBe(lists.length)
    return body
  }

  it('names twenty unknown parameters and how many more there are', async () => {
    const query = names(2500)
      .map((name) => `${name}=1`)
      .join('&')
    const body = isSmall(await get(`/v1/figures?${query}`))
    expect(body.type).toBe('/problems/unknown-parameter')
    expect(body.errors).toHaveLength(20)
    expect(body.detail).toContain('2495 more')
  })

  it('cuts names to a hundred characters', async () => {
    for (const url of [
      `/v1/figures?${names(20, 500)
        .map((name) => `${name}=1`)
        .join('&')}`,
      `/v1/figures?${'%01'.repeat(4000)}=1`,
      `/v1/figures?${names(25, 160)
        .map((name) => `${name.replaceAll('k', '%01')}=1`)
        .join('&')}`,
    ])
      for (const { parameter } of isSmall(await get(url)).errors) expect(parameter.length).toBeLessThanOrEqual(101)
    expect((await get(`/v1/${'a'.repeat(10_000)}`)).text.length).toBeLessThan(1000)
    expect((await get('/v1/articles', { accept: `text/${'a'.repeat(10_000)}` })).text.length).toBeLessThan(1000)
    const answer = await send({
      method: 'POST',
      url: '/v1/extract',
      headers: { 'content-type': `application/${'a'.repeat(10_000)}` },
      payload: 'x',
    })
    expect([answer.status, answer.text.length < 1000]).toEqual([415, true])
  })

  it('gives the allowed values once, however many values are wrong', async () => {
    const body = isSmall(await get(`/v1/claims?${'type=x&'.repeat(40)}kind=y&order=z`))
    expect(body.type).toBe('/problems/invalid-parameter')
    expect(body.errors.find(({ parameter }: { parameter: string }) => parameter === 'type').allowed).toContain('figure')
    const repeated = isSmall(await get(`/v1/claims?${'type=x&'.repeat(2000)}`))
    expect(repeated.errors).toEqual([expect.objectContaining({ parameter: 'type', code: 'out-of-range' })])
  })

  it('stays as small for bodies', async () => {
    const post = (payload: object) =>
      send({ method: 'POST', url: '/v1/extract', headers: { 'content-type': 'application/json' }, payload })
    const fields = Object.fromEntries(names(900).map((name) => [name, 1]))
    const body = isSmall(await post(fields))
    expect([body.type, body.errors.length]).toEqual(['/problems/invalid-body', 20])
    expect(body.detail).toContain('895 more')
    const few = isSmall(await post({ ['k'.repeat(50_000)]: 1, publishedAt: 'x'.repeat(10_000) }))
    expect(few.errors).toHaveLength(3)
    // what has more parts than any body that fits is not even parsed
    for (const sprawling of [
      `{${names(1001)
        .map((name) => `"${name}":1`)
        .join()}}`,
      `{"text":${'['.repeat(32_800)}${']'.repeat(32_700)}}`,
    ]) {
      const answer = isSmall(
        await send({
          method: 'POST',
          url: '/v1/extract',
          headers: { 'content-type': 'application/json' },
          payload: sprawling,
        }),
      )
      expect(answer.type).toBe('/problems/invalid-body')
    }
    // a text is one string, whatever stands in it
    const text = `He said "yes", \\"no\\" and {"a":[1]} in 2021. `.repeat(600)
    expect((await post({ text })).status).toBe(200)
    expect(few.errors[0].pointer.length).toBeLessThanOrEqual(102)
  })
})

describe('on a real socket', () => {
  it('answers bytes that are no HTTP with a problem', async () => {
    const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(address.port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
      let bytes = ''
      socket.on('data', (data) => (bytes += data)).on('close', () => resolve(bytes))
    })
    expect(answer).toContain('400 Bad request')
    expect(answer).toContain('/problems/bad-request')
    const large = await new Promise<number | undefined>((resolve, reject) => {
      request(
        { port: address.port, host: '127.0.0.1', path: '/livez', headers: { 'x-large': 'a'.repeat(40_000) } },
        (response) => resolve(response.statusCode),
      )
        .on('error', reject)
        .end()
    })
    expect(large).toBe(431)
  })
})
