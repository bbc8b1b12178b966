import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { version } from '../model/program.ts'
import { type Json, repairContract } from './contract-repairs.ts'

// The OpenAPI document: what the generator makes of the zod schemas, repaired.

export const openapiOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'article-facts',
      version,
      description:
        'Typed, checkable facts of news articles, each traced to its words. Offsets are Unicode code points. Inside /v1 only additions: new fields, enum values and claim types may come, so keep a default branch.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This service.' }],
    // reading is open unless the service is told otherwise; writing says so itself
    security: [{}, { key: [] }],
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'API key, created by `npx article-facts key create`.',
        },
      },
    },
    tags: [
      { name: 'claims', description: 'Claims: figures, dates, quotes, and mentions of actors.' },
      { name: 'comparisons', description: 'The same thing as several articles say it.' },
      { name: 'reviews', description: 'What people say of claims, what they add, and what is worth looking at first.' },
      { name: 'articles', description: 'The articles and their texts.' },
      { name: 'actors', description: 'Persons, organizations, places and events.' },
      { name: 'sync', description: 'All claims in one stream, and what has changed since.' },
      { name: 'extraction', description: 'Claims of a text that you send; nothing is stored.' },
      { name: 'operation', description: 'Health of the service and its own description.' },
    ],
  },
  // a body of several media types is described by its JSON form; the others are added by the repairs
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
    return repairContract(made) as ReturnType<typeof jsonSchemaTransformObject>
  },
}
