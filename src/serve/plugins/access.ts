import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Key, Scope } from '../../model/key.ts'
import { ProblemError } from '../../model/problem.ts'
import type { Store } from '../../store/database.ts'
import { findKey, hasKeys } from '../../store/keys.ts'
import type { Tasks } from '../tasks.ts'
import type { Step } from './admission.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a key must be allowed to do for this; `read`, under /v1, where none is named. */
    scope?: Scope
  }
  interface FastifyRequest {
    /** The key that the request came with: null without one, undefined for one that is not good. */
    key: Key | null | undefined
  }
}

/** Finds out whose key a request came with. Nothing is refused yet: the rate limit comes first. */
export function identifyKeys(app: FastifyInstance, store: Store, tasks: Tasks): Step {
  app.decorateRequest('key', null)
  const identify = async (request: FastifyRequest) => {
    const token = tokenOf(request)
    const at = new Date().toISOString()
    const key = token === undefined ? undefined : await findKey(store.latest, token, at)
    request.key = key
    // to the minute; reads still work while the database cannot be written
    if (key && key.lastUsedAt?.slice(0, 16) !== at.slice(0, 16)) tasks.noteUse(key.id, at).catch(() => {})
  }
  return (request) => (request.headers.authorization === undefined ? undefined : identify(request))
}

/** The token of a request, if it came with one. */
export const tokenOf = ({ headers: { authorization = '' } }: FastifyRequest): string | undefined =>
  /^Bearer +(?<token>\S+) *$/i.exec(authorization)?.groups?.token

/** Refuses requests whose key is bad, missing, or not made for what they want. */
export function requireKeys(store: Store, readRequiresKey: boolean): Step {
  const check = async (request: FastifyRequest) => {
    const scope = scopeOf(request)
    if (scope === undefined) return
    if (request.key === undefined)
      throw new ProblemError(
        'key-invalid',
        'The Authorization header has no valid key. Send "Bearer " and a key of this service that is neither expired nor revoked.',
        [],
        { 'www-authenticate': 'Bearer realm="article-facts", error="invalid_token"' },
      )
    if (scope === 'read' && !readRequiresKey) return
    if (request.key === null)
      throw new ProblemError('key-required', explainKeys(scope, await hasKeys(store.latest)), [], {
        'www-authenticate': `Bearer realm="article-facts", scope="${scope}"`,
      })
    const { scopes } = request.key
    if (!may(request.key, scope))
      throw new ProblemError(
        'scope-missing',
        `This needs a key with the scope "${scope}"; this one has ${scopes.join(', ')}. Create one: npx article-facts key create --scope ${scope}`,
        [],
        { 'www-authenticate': `Bearer realm="article-facts", error="insufficient_scope", scope="${scope}"` },
      )
  }
  return (request) => {
    const scope = scopeOf(request)
    // most requests need none
    if (scope === undefined || (scope === 'read' && !readRequiresKey && request.key !== undefined)) return
    return check(request)
  }
}

/** Whether a key may do that. */
export const may = ({ scopes }: Key, scope: Scope): boolean => scopes.includes(scope) || scopes.includes('admin')

/** Whether a request may read what is stored. */
export const mayRead = ({ key }: FastifyRequest, readRequiresKey: boolean): boolean =>
  !readRequiresKey || (!!key && may(key, 'read'))

const scopeOf = ({ route: { scope, url } }: FastifyRequest): Scope | undefined =>
  scope ?? (url?.startsWith('/v1/') ? 'read' : undefined)

const explainKeys = (scope: Scope, some: boolean) =>
  `${scope === 'read' ? 'Reading' : 'Writing'} needs a key in the Authorization header ("Bearer afk_..."). ${some ? 'Create one' : 'There are no keys yet: create one'} on the machine that runs the service: npx article-facts key create --scope ${scope}`
