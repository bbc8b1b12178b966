import sql from 'sql-template-tag'
import { stringify } from 'yaml'
import { z } from 'zod'
import { ProblemError, type ProblemType, problemTypes } from '../../model/problem.ts'
import type { Store } from '../../store/database.ts'
import type { App } from '../app.ts'
import { mayRead } from '../plugins/access.ts'
import { placeDocument } from '../plugins/documentation.ts'
import { healthResponses } from '../responses.ts'
import { Health } from '../schemas/health.ts'

const tags = ['operation']
const none = z.strictObject({})

export function operationRoutes(app: App, store: Store, readRequiresKey: boolean): void {
  app.get('/livez', {
    schema: {
      operationId: 'getLiveness',
      tags,
      summary: 'Liveness',
      querystring: none,
      response: healthResponses('It is.', Health),
    },
    handler: reportLive,
  })
  app.get('/readyz', {
    schema: {
      operationId: 'getReadiness',
      tags,
      summary: 'Readiness',
      description:
        'Reads from the database; 503 when that fails. The number of articles is there for whoever may read.',
      querystring: none,
      response: healthResponses('It can.', Health, 503),
    },
    handler: (request) => reportReady(store, mayRead(request, readRequiresKey)),
  })
  app.get('/openapi.json', {
    schema: { hide: true },
    handler: (request) => placeDocument(app.swagger(), request.prefix),
  })
  app.get('/openapi.yaml', {
    schema: { hide: true },
    handler: (request, reply) => reply.type('application/yaml').send(openapiYaml(app, request.prefix)),
  })
  app.get('/problems/:type', {
    schema: { hide: true },
    handler: (request, reply) =>
      reply.type('text/markdown; charset=utf-8').send(problemPage((request.params as { type: string }).type)),
  })
}

export const reportLive = () => ({ status: 'ok' as const })

/** @param withCount whether to say how many articles there are @throws {ProblemError} not-ready, when the database does not respond */
export async function reportReady(store: Store, withCount: boolean) {
  try {
    const row = await store.first<{ articles: number }>(sql`select count(*) as articles from articles`)
    const standby = store.standby?.()
    return { status: 'ok' as const, ...(withCount && { articles: row!.articles }), ...(standby && { standby }) }
  } catch {
    throw new ProblemError('not-ready', 'The database cannot be read.')
  }
}

/** The contract as the committed `openapi.yaml` has it. */
export const openapiYaml = (app: App, prefix = ''): string =>
  stringify(placeDocument(app.swagger(), prefix), { version: '1.1', lineWidth: 140, aliasDuplicateObjects: false })

/** What the `type` of a problem refers to. */
function problemPage(type: string): string {
  if (!Object.hasOwn(problemTypes, type)) throw new ProblemError('not-found', `There is no problem type "${type}".`)
  return describeProblem(type as ProblemType)
}

export function describeProblem(type: ProblemType): string {
  const { status, title, meaning } = problemTypes[type]
  return `## ${type}\n\n**${status} ${title}.** ${meaning}\n`
}
