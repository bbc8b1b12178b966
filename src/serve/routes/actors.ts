import { z } from 'zod'
import { Actor } from '../../model/actor.ts'
import { listActors, relations } from '../../query/actors.ts'
import { actorFilters } from '../../query/filters.ts'
import { actorOrders } from '../../query/orders.ts'
import { filterParameters, listParameters } from '../../query/parameters.ts'
import type { Store } from '../../store/database.ts'
import { findActors, hasActor } from '../../store/read.ts'
import type { App } from '../app.ts'
import { listFor, sendPage } from '../present/claims.ts'
import { alsoAsRows, listMediaTypes, sendList, tableOf } from '../present/list.ts'
import { alsoAs, claimMediaTypes, formatParameter } from '../present/media-types.ts'
import { responses } from '../responses.ts'
import { ActorPage, ClaimPage } from '../schemas/lists.ts'
import { anyClaims, missing } from './claims.ts'

const actorId = z.object({ actorId: z.string().max(100).describe('Id of an actor.') })
const tags = ['actors']
const table = tableOf(Actor)
const relation = z
  .preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.enum(relations)).min(1),
  )
  .optional()
  .describe(
    'How the claim has to do with the actor: it mentions them, they are its `source` (said by), its `subject` (said of), it stands in their words (`attributedTo`), or its sentence names them. Without it, all but `attributedTo` and `named`. Repeat it for OR.',
  )

export function actorRoutes(app: App, store: Store): void {
  app.get('/v1/actors', {
    config: { mediaTypes: listMediaTypes },
    schema: {
      operationId: 'listActors',
      tags,
      summary: 'List actors',
      description: `Persons, organizations, places and events, most mentioned first. ${alsoAsRows}`,
      querystring: z.strictObject({
        ...filterParameters(actorFilters),
        ...listParameters(Object.keys(actorOrders), { fields: Object.keys(Actor.shape) }),
        ...formatParameter(listMediaTypes),
      }),
      response: responses('A page of actors.', ActorPage, { mediaTypes: listMediaTypes }),
    },
    handler: async (request, reply) => {
      const page = await listActors(store, request.query as Record<string, unknown>)
      return sendList(request, reply, page, table)
    },
  })
  app.get<{ Params: { actorId: string } }>('/v1/actors/:actorId', {
    schema: {
      operationId: 'getActor',
      tags,
      summary: 'Get one actor',
      params: actorId,
      response: responses('The actor.', Actor, { refusals: [404] }),
    },
    handler: async (request) =>
      (await findActors(store, [request.params.actorId]))[0] ?? missing('actor', request.params.actorId),
  })
  app.get<{ Params: { actorId: string } }>('/v1/actors/:actorId/claims', {
    config: { mediaTypes: claimMediaTypes },
    schema: {
      operationId: 'listActorClaims',
      tags,
      summary: 'List the claims of an actor',
      description: `Claims that mention or quote the actor, or are about it. ${alsoAs}`,
      params: actorId,
      querystring: z.strictObject({ relation, ...anyClaims.shape }),
      response: responses('A page of claims.', ClaimPage, { mediaTypes: claimMediaTypes, refusals: [404] }),
    },
    handler: async (request, reply) => {
      const { actorId: id } = request.params
      const query = request.query as Record<string, unknown>
      if (!(await hasActor(store, id))) missing('actor', id)
      const chosen = (query.relation as string[] | undefined) ?? ['mention', 'source', 'subject']
      const scope = { operation: 'listActorClaims', actorId: id, relations: chosen }
      return sendPage(store, request, reply, await listFor(store, request, scope))
    },
  })
}
