import { claimTypes } from '../model/claim/index.ts'

// What the generator of the OpenAPI document gets wrong for generated clients, or cannot know, put right.

export type Json = { [key: string]: Json | Json[] | string[] | string | number | boolean | null | undefined }

export function repairContract(document: Json): Json {
  const components = document.components as Json
  const schemas = components.schemas as Json
  // the generator registers every schema twice, as read and as written; ours are the same both ways
  for (const name of Object.keys(schemas))
    if (name.endsWith('Input') && schemas[name.slice(0, -5)]) delete schemas[name]
  // which variant a claim is stands in `type`; without the mapping, clients rename the values or guess
  const names = Object.fromEntries(
    Object.entries(claimTypes).map(([type, schema]) => [
      type,
      `#/components/schemas/${(schema.meta() as { id: string }).id}`,
    ]),
  )
  ;(schemas.Claim as Json).discriminator = { propertyName: 'type', mapping: names }
  // by name, so that the document does not hang on the order in which modules were loaded
  components.schemas = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)))
  const refined = walk(document) as Json
  for (const [name, schema] of Object.entries((refined.components as Json).schemas as Json))
    if (name.endsWith('Request')) (schema as Json).additionalProperties = false
  const parts = refined.components as Json
  parts.headers = headers
  parts.responses = {}
  for (const [url, path] of Object.entries(refined.paths as Json) as [string, Json][])
    for (const [method, operation] of Object.entries(path) as [string, Json][]) {
      describeBodies(operation)
      // its absence has a status of its own, which a schema cannot give: the schema lets it pass
      for (const parameter of (operation.parameters ?? []) as Json[])
        if (parameter.name === 'if-match') parameter.required = true
      describeResponses(operation, url, method, parts.responses as Json)
    }
  return refined
}

const headers: Json = {
  ETag: {
    description: 'Entity tag. Send it in `If-None-Match`: the response is 304 while nothing has changed.',
    schema: { type: 'string' },
  },
  Link: { description: 'The next page, if there is one (RFC 8288, `rel="next"`).', schema: { type: 'string' } },
  Location: { description: 'Where the thing is.', schema: { type: 'string' } },
  Notes: {
    description:
      'What was taken otherwise than it is written, or left out, where the body is not JSON and cannot say it: a list of strings (RFC 9651).',
    schema: { type: 'string' },
  },
  RateLimit: {
    description: 'Requests left in the current window (IETF draft `RateLimit`).',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': { description: 'The rate limit (IETF draft `RateLimit-Policy`).', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
  'WWW-Authenticate': { description: 'What key is wanted (RFC 6750).', schema: { type: 'string' } },
  'X-Request-Id': {
    description: 'The id of the request, in the log too; yours, if you sent one.',
    schema: { type: 'string' },
  },
}
const refer = (...names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const examples: Record<string, string> = {
  'text/plain': 'Exports rose by 4% to $24bn last year, Mayor Ada Berg said.',
  'text/markdown': '# Port traffic recovers\n\nExports rose by 4% to $24bn last year, Mayor Ada Berg said.',
  'text/html':
    '<article><p>Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said on Monday. The port, which is the largest of the coast, took in 1,200 ships, a third more than in the year before, and employs 300 people.</p><p>“We have never had a year like it,” she told reporters.</p></article>',
}

/** Bodies beside the JSON form are texts. */
function describeBodies(operation: Json): void {
  const content = (operation.requestBody as Json | undefined)?.content as Json | undefined
  for (const [type, media] of Object.entries(content ?? {}) as [string, Json][])
    if (examples[type]) media.schema = { type: 'string', minLength: 1, examples: [examples[type]] }
}

const isMoved = (status: string) => status === '301' || status === '308'

/** Headers of all responses, 304 for whatever can be read, and error responses described once for all operations. */
function describeResponses(operation: Json, url: string, method: string, shared: Json): void {
  const responses = (operation.responses ?? {}) as Json
  const versioned = url.startsWith('/v1/')
  for (const [status, response] of Object.entries(responses) as [string, Json][]) {
    response.description ||= 'The response.'
    if (Number(status) < 400) {
      const paged = /Page"/.test(JSON.stringify(response.content ?? ''))
      response.headers = refer(
        'X-Request-Id',
        ...(versioned ? ['RateLimit', 'RateLimit-Policy'] : []),
        ...(versioned && (method === 'get' || method === 'patch') ? ['ETag'] : []),
        ...(versioned && method === 'get' && paged ? ['Link'] : []),
        ...(versioned && method === 'get' && 'text/csv' in ((response.content as Json | undefined) ?? {})
          ? ['Notes']
          : []),
        ...((method === 'post' && url === '/v1/articles') || isMoved(status) ? ['Location'] : []),
      )
      if (status === '204' || isMoved(status)) delete response.content
      continue
    }
    const name = refusalNames[status]!
    shared[name] ??= {
      ...response,
      headers: refer(
        'X-Request-Id',
        ...(status === '401' || status === '403' ? ['WWW-Authenticate'] : []),
        ...(status === '429' || status === '503' ? ['Retry-After'] : []),
      ),
    }
    responses[status] = { $ref: `#/components/responses/${name}` }
  }
  if (versioned && method === 'get')
    responses['304'] = {
      description: 'Nothing has changed since the response with that `ETag`.',
      headers: refer('ETag'),
    }
}

const refusalNames: Record<string, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  406: 'NotAcceptable',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'BodyTooLarge',
  415: 'UnsupportedMediaType',
  431: 'HeadersTooLarge',
  422: 'Unprocessable',
  428: 'PreconditionRequired',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'Unavailable',
}

/** Opens objects to additions, drops patterns that a format says already, and turns the old `example` into JSON Schema's `examples`. */
function walk(
  node: Json | Json[] | string[] | string | number | boolean | null | undefined,
  inSchema = false,
): typeof node {
  if (Array.isArray(node)) return node.map((item) => walk(item, inSchema)) as Json[]
  if (node === null || typeof node !== 'object') return node
  const result: Json = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'additionalProperties' && value === false) continue
    if (key === '$ref' && typeof value === 'string') {
      result.$ref = value.replace(/Input$/, '')
      continue
    }
    if (key === 'pattern' && typeof node.format === 'string') continue
    if ((key === 'example' || key === 'examples') && inSchema) {
      result.examples = key === 'example' ? [value as Json] : (value as Json[])
      continue
    }
    if (key === 'maximum' && value === Number.MAX_SAFE_INTEGER) continue
    if (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) continue
    if (key === 'id' && inSchema && typeof value === 'string' && node.type !== undefined && typeof node.id === 'string')
      continue
    // generators for Rust, Go and zod know what one value is by an enum of one, not by `const`
    if (key === 'const' && inSchema && node.enum === undefined) result.enum = [value as Json]
    // without a format, Go and Java read a number into 32 bits, and $24bn becomes 24000000512
    if (key === 'type' && value === 'number' && inSchema && node.format === undefined) result.format = 'double'
    result[key] = walk(value, inSchema || key === 'schemas' || key === 'schema')
  }
  return result
}
