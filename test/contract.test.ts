import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { claimPages, filterPages, problemPages } from '../src/serve/reference.ts'
import { openapiYaml } from '../src/serve/routes/operation.ts'
import { startService } from './serve/service.ts'

const root = join(import.meta.dirname, '..')
const file = (name: string) => readFileSync(join(root, name), 'utf8')
const { app, get } = await startService()
// biome-ignore lint/suspicious/noExplicitAny: a JSON document
const document = parse(file('openapi.yaml')) as any
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  // biome-ignore lint/suspicious/noExplicitAny: a JSON document
  Object.entries(methods as Record<string, any>).map(([method, operation]) => ({ path, method, ...operation })),
)

type Answer = { $ref?: string; content?: Record<string, { schema: { $ref: string } }> }

describe('openapi.yaml', () => {
  it('is what the schemas and routes say (else: npm run openapi)', () => {
    expect(file('openapi.yaml')).toBe(openapiYaml(app))
    expect(file('docs/claims.md')).toBe(claimPages())
    expect(file('docs/filters.md')).toBe(filterPages())
    expect(file('docs/problems.md')).toBe(problemPages())
  })

  it('is served as JSON and YAML', async () => {
    expect((await get('/openapi.json')).body).toEqual(document)
    expect(parse((await get('/openapi.yaml')).text)).toEqual(document)
  })

  it('passes redocly lint (recommended) without an error or a warning', () => {
    const output = execFileSync(
      process.execPath,
      [join(root, 'node_modules/@redocly/cli/bin/cli.js'), 'lint', 'openapi.yaml', '--format=json'],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    )
    expect(JSON.parse(output).totals).toEqual({ errors: 0, warnings: 0, ignored: 0 })
  })

  it('names, summarises and tags every operation once', () => {
    const ids = operations.map((operation) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(
      expect.arrayContaining([
        'listArticles',
        'getArticle',
        'listArticleClaims',
        'listClaims',
        'getClaim',
        'getClaimSource',
        'listClaimFacets',
        'listActors',
        'getActor',
        'listActorClaims',
        'listFigures',
        'listDates',
        'listQuotes',
        'extractClaims',
        'createArticle',
        'deleteArticle',
        'getArticleText',
        'reviewClaim',
        'listClaimReviews',
        'exportClaims',
        'listChanges',
      ]),
    )
    for (const { operationId, summary, tags, responses } of operations) {
      expect(summary, operationId).toBeTruthy()
      expect(tags, operationId).toHaveLength(1)
      for (const [status, answer] of Object.entries(responses as Record<string, Answer>)) {
        const response = answer.$ref
          ? (document.components.responses[answer.$ref.split('/').at(-1)!] as Answer)
          : answer
        // described once for all operations
        if (Number(status) >= 400) expect(answer.$ref, `${operationId} ${status}`).toBeDefined()
        for (const [type, { schema }] of Object.entries(response.content ?? {})) {
          expect(schema.$ref, `${operationId} ${status}`).toMatch(/^#\/components\/schemas\/\w+$/)
          if (Number(status) >= 400)
            expect([type, schema.$ref]).toEqual(['application/problem+json', '#/components/schemas/Problem'])
        }
        expect(response.content === undefined).toBe(['204', '301', '304', '308'].includes(status))
      }
    }
  })

  it('has only scalar and repeated scalar parameters, each described', () => {
    for (const { operationId, parameters = [] } of operations)
      for (const { name, schema, description } of parameters) {
        const item = schema.type === 'array' ? schema.items : schema
        expect(['string', 'integer', 'number', 'boolean'], `${operationId} ${name}`).toContain(item.type)
        expect(description, `${operationId} ${name}`).toBeTruthy()
      }
  })

  it('describes every schema and gives it an example that fits', () => {
    const ajv = new Ajv2020({ strict: false })
    ;(addFormats as unknown as (ajv: object) => void)(ajv)
    ajv.addSchema({ $id: 'openapi', components: document.components })
    for (const [name, schema] of Object.entries(
      document.components.schemas as Record<string, { description?: string; examples?: unknown[] }>,
    )) {
      expect(schema.description, name).toBeTruthy()
      expect(schema.examples?.length, name).toBeGreaterThan(0)
      const validate = ajv.getSchema(`openapi#/components/schemas/${name}`)!
      for (const example of schema.examples!)
        expect(validate(example), `${name}: ${ajv.errorsText(validate.errors)}`).toBe(true)
    }
  })

  it('tells the variants of a claim apart by type, with the full mapping', () => {
    const { discriminator, oneOf } = document.components.schemas.Claim
    expect(discriminator.propertyName).toBe('type')
    expect(Object.values(discriminator.mapping).sort()).toEqual(oneOf.map(({ $ref }: { $ref: string }) => $ref).sort())
  })

  it('leaves objects open to additions and doubles no schema', () => {
    for (const [name, schema] of Object.entries(document.components.schemas as Record<string, object>)) {
      if (!name.endsWith('Request')) expect(JSON.stringify(schema), name).not.toContain('"additionalProperties":false')
      expect(name).not.toMatch(/(?:Input|Output)$/)
    }
  })
})

describe('the documentation page', () => {
  it('is served without anything from elsewhere', async () => {
    const page = await app.inject({ url: '/docs/' })
    const html = page.statusCode === 200 ? page : await app.inject({ url: '/docs' })
    expect(html.statusCode).toBe(200)
    const links = [...html.body.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!)
    expect(links.length).toBeGreaterThan(2)
    for (const link of links) {
      expect(link).not.toMatch(/^(?:https?:)?\/\//)
      const asset = await app.inject({ url: new URL(link, 'http://host/docs/').pathname })
      expect(asset.statusCode, link).toBe(200)
    }
    expect((await app.inject({ url: '/docs/json' })).json().paths['/v1/claims']).toBeDefined()
  })
})
