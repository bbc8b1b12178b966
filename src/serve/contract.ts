import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import packageFile from '../../package.json' with { type: 'json' }
import { claimTypes } from '../model/claim/index.ts'

// The OpenAPI document: what the generator makes of the zod schemas, with what it gets wrong for generated clients put right.

type Json = { [key: string]: Json | Json[] | string[] | string | number | boolean | null | undefined }

export const openapiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'article-facts',
      version: packageFile.version,
      description:
        'Typed, checkable facts of news articles, each traced to its words. Offsets are Unicode code points. Inside /v1 only additions: new fields, enum values and claim types may come, so keep a default branch.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This service.' }],
    security: [],
    tags: [
      { name: 'claims', description: 'What articles state: figures, dates, quotes, and mentions of actors.' },
      { name: 'articles', description: 'The articles and their texts.' },
      { name: 'actors', description: 'Persons, organisations, places and events: the things meant.' },
      { name: 'extraction', description: 'Claims of a text that you send; nothing is stored.' },
      { name: 'operation', description: 'Health of the service and its own description.' },
    ],
  },
  // a body of several media types is described by its JSON form; the plain text beside it is added below
  transform: (input) => {
    const content = (input.schema?.body as { content?: Record<string, { schema: unknown }> } | undefined)?.content
    if (!content) return jsonSchemaTransform(input)
    return jsonSchemaTransform({
      ...input,
      schema: { ...input.schema, body: content['application/json']!.schema, consumes: Object.keys(content) },
    } as typeof input)
  },
  transformObject: (document) => {
    const made = jsonSchemaTransformObject(document) as unknown as Json
    return refine(made) as ReturnType<typeof jsonSchemaTransformObject>
  },
}

function refine(document: Json): Json {
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
  for (const path of Object.values(refined.paths as Json) as Json[])
    for (const operation of Object.values(path) as Json[]) {
      const plain = ((operation.requestBody as Json | undefined)?.content as Json | undefined)?.['text/plain'] as
        | Json
        | undefined
      if (plain)
        plain.schema = {
          type: 'string',
          minLength: 1,
          examples: ['Exports rose by 4% to $24bn last year, Mayor Ada Berg said.'],
        }
      for (const response of Object.values((operation.responses ?? {}) as Json) as Json[])
        response.description ||= 'The answer.'
    }
  return refined
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
    result[key] = walk(value, inSchema || key === 'schemas' || key === 'schema')
  }
  return result
}
