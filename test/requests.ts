import fc from 'fast-check'
import type { InjectOptions } from 'fastify'

// Requests as openapi.yaml describes them, and as it does not: what a client sends that follows the document, errs, or means harm.

// biome-ignore lint/suspicious/noExplicitAny: a JSON Schema or an operation of the document
type Json = any
export type Operation = { readonly method: string; readonly path: string; readonly operation: Json }

export const operationsOf = (document: Json): Operation[] =>
  Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Json>).map(([method, operation]) => ({ method, path, operation })),
  )

const nasty = [
  '',
  ' ',
  '\u0000',
  'trade\u0000china',
  "' OR 1=1 --",
  '"; DROP TABLE claims; --',
  'NEAR(a b)',
  '"',
  '*',
  'surface:x AND NOT',
  '-',
  '../../etc/passwd',
  '%2e%2e%2f',
  '%00',
  '%zz',
  '{{7*7}}',
  '\uD83D',
  '\u202Eabc',
  '１２３',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '0x10',
  '9'.repeat(400),
  'a'.repeat(5000),
  'true',
  'null',
  '[]',
  '{"$gt":1}',
  '2022-02-30',
  '0000-00-00',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
]
const wild = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
)

/** Values that a schema allows. */
export function arbitraryOf(schema: Json, document: Json, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref) {
    const target = schema.$ref
      .split('/')
      .slice(1)
      .reduce((node: Json, key: string) => node[key], document)
    return arbitraryOf(target, document, depth)
  }
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices =
    schema.anyOf ??
    schema.oneOf ??
    (Array.isArray(schema.type) && schema.type.map((type: string) => ({ ...schema, type })))
  if (choices) return fc.oneof(...choices.map((choice: Json) => arbitraryOf(choice, document, depth)))
  switch (schema.type) {
    case 'string':
      return stringsOf(schema)
    case 'integer': {
      const min = schema.minimum ?? -1000
      const max = Math.min(schema.maximum ?? 1_000_000, 2 ** 31 - 1)
      // offsets that a text has, more often than those that none has
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 200) }), fc.integer({ min, max }))
    }
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e12, max: schema.maximum ?? 1e12, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}, document, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      })
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, property]) => [
            name,
            arbitraryOf(property, document, depth + 1),
          ]),
        ),
        { requiredKeys: schema.required ?? [] },
      )
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function stringsOf(schema: Json): fc.Arbitrary<string> {
  if (schema.format === 'date')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  if (schema.format === 'date-time')
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
  if (schema.format === 'uri') return fc.webUrl()
  if (schema.pattern)
    return fc.stringMatching(new RegExp(schema.pattern)).map((text) => text.slice(0, schema.maxLength))
  const words = fc.constantFrom(
    'trade',
    'China',
    'percent',
    'Norway said it rose by 4% to $24bn last year.',
    'said',
    'é',
  )
  return fc.oneof(
    words,
    fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 60, 60) }),
  )
}

/** Once in so many times, else absent. */
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, times: number) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: times - 1 }, { arbitrary, weight: 1 })
/** Mostly what the schema allows, now and then something else. */
const orWild = (valid: fc.Arbitrary<unknown>) =>
  fc.oneof({ arbitrary: valid, weight: 6 }, { arbitrary: wild, weight: 1 })

/** Things that exist, so that not every path ends at 404, values of fields that claims have, and headers of keys that are good. */
export type Known = {
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly values?: ReadonlyMap<string, readonly string[]>
  readonly key: { authorization: string }
}

/** The values that objects have in fields of theirs that are short strings, by the name of the field. */
export function valuesOf(items: readonly object[]): Map<string, string[]> {
  const values = new Map<string, Set<string>>()
  for (const item of items)
    for (const [name, value] of Object.entries(item))
      if (typeof value === 'string' && value.length < 100) values.set(name, (values.get(name) ?? new Set()).add(value))
  return new Map([...values].map(([name, found]) => [name, [...found]]))
}

/** Requests of an operation: three in four as the document allows them, the others with something wild in any place. */
export const requestsOf = (operation: Operation, document: Json, known: Known): fc.Arbitrary<InjectOptions> =>
  fc.oneof(
    { arbitrary: requestsIn(operation, document, known, (valid) => valid, 40), weight: 3 },
    { arbitrary: requestsIn(operation, document, known, orWild, 3), weight: 1 },
  )

/** `loosen` is what is done to values, and `times` how seldom headers and names are strange. */
function requestsIn(
  { method, path, operation }: Operation,
  document: Json,
  known: Known,
  loosen: (valid: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>,
  times: number,
): fc.Arbitrary<InjectOptions> {
  const seldom = <T>(strange: fc.Arbitrary<T>) => sometimes(strange, times)
  const parameters = (operation.parameters ?? []) as Json[]
  const of = (place: string) => parameters.filter((parameter) => parameter.in === place)
  const pathValues = fc.record(
    Object.fromEntries(
      of('path').map(({ name }) => [
        name,
        fc.oneof(
          { arbitrary: fc.constantFrom(...(known.ids[name] ?? ['x'])), weight: times },
          { arbitrary: wild, weight: 1 },
        ),
      ]),
    ),
  )
  const query = fc.record(
    Object.fromEntries(
      of('query').map(({ name, schema, required }) => {
        const real = known.values?.get(name.split('__')[0])
        const allowed = arbitraryOf(schema, document)
        const isFree = real && (schema.items ?? schema).type === 'string' && !(schema.items ?? schema).enum
        const value = loosen(isFree ? fc.oneof(fc.constantFrom(...real), allowed) : allowed)
        return [name, required ? value : sometimes(value, Math.max(3, Math.ceil(of('query').length / 4)))]
      }),
    ),
  )
  const strange = seldom(fc.tuple(wild, wild))
  const headers = fc.record({
    ...Object.fromEntries(
      of('header').map(({ name }) => [
        name,
        sometimes(
          fc.oneof(
            { arbitrary: fc.constant('*'), weight: 4 },
            { arbitrary: fc.stringMatching(/^[!-~]{1,30}$/), weight: 1 },
          ),
          2,
        ),
      ]),
    ),
    authorization: fc.oneof(
      { arbitrary: fc.constant(known.key.authorization), weight: 2 * times },
      { arbitrary: fc.constant(undefined), weight: 1 },
      { arbitrary: fc.stringMatching(/^Bearer [!-~]{0,60}$/), weight: 1 },
    ),
    accept: seldom(fc.constantFrom('*/*', 'application/json', 'text/html', 'application/json;q=0', ';;,', 'text/csv')),
    'if-none-match': seldom(fc.constantFrom('*', '""', 'W/"1.x"', 'nonsense')),
  })
  return fc
    .record({ pathValues, query, strange, headers, body: bodiesOf(operation, document, times) })
    .map(({ pathValues, query, strange, headers, body }) => {
      const search = new URLSearchParams()
      for (const [name, value] of [...Object.entries(query), ...(strange ? [strange] : [])] as [string, unknown][])
        for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
          search.append(name, String(one))
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(String((pathValues as Json)[name])))
      const given = Object.fromEntries(
        Object.entries({ ...body?.headers, ...headers }).filter(([, value]) => value !== undefined),
      )
      return {
        method: method.toUpperCase() as 'GET',
        url: search.size ? `${url}?${search}` : url,
        headers: given as Record<string, string>,
        ...(body && { payload: body.payload as string }),
      }
    })
}

/** A path segment: lone surrogates cannot be encoded, and an empty one or dots would be another path. */
const encode = (value: string) => {
  const encoded = encodeURIComponent(value.replace(/[\uD800-\uDFFF]/g, '�'))
  return /^\.{0,2}$/.test(encoded) ? 'x' : encoded
}

function bodiesOf(
  operation: Json,
  document: Json,
  times: number,
): fc.Arbitrary<{ headers: object; payload: unknown } | undefined> {
  const content = operation.requestBody?.content as Record<string, { schema: Json }> | undefined
  if (!content) return fc.constant(undefined)
  const types = Object.keys(content)
  const valid = fc.oneof(
    ...types.map((type) =>
      arbitraryOf(content[type]!.schema, document).map((value) => ({
        headers: { 'content-type': type },
        payload: typeof value === 'string' ? value : JSON.stringify(value),
      })),
    ),
  )
  const broken = fc
    .tuple(
      fc.constantFrom(...types, 'application/json', 'application/xml', 'multipart/form-data', 'nonsense', ''),
      fc.oneof(
        fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
        wild,
        fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
      ),
    )
    .map(([type, payload]) => ({ headers: type ? { 'content-type': type } : {}, payload }))
  return fc.oneof({ arbitrary: valid, weight: times }, { arbitrary: broken, weight: 1 })
}
