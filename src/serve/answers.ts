import { z } from 'zod'
import { Problem } from '../model/problem.ts'
import { json } from './present/faces.ts'

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })
const refusals = {
  400: problem('The request is wrong; each wrong field is named.'),
  401: problem('The key is missing, or not good.'),
  403: problem('The key is not made for this.'),
  404: problem('There is no such thing.'),
  406: problem('The answer does not exist in the media type that was asked for.'),
  409: problem('The same request is still under way.'),
  412: problem('The thing has changed since it was read.'),
  413: problem('The body is over the limit.'),
  415: problem('The body is of a type that is not read here.'),
  422: problem('The body holds no article, or its Idempotency-Key came with another request before.'),
  428: problem('The request does not say which state of the thing it is of.'),
  429: problem('The quota is used up; `Retry-After` says for how long.'),
  431: problem('The address or the headers are over the limit.'),
  500: problem('Something broke on our side.'),
  503: problem('The service is not ready, or the query took too long.'),
}
type Refusal = keyof typeof refusals

/** Refusals that any operation under /v1 can give. */
const usual = [400, 401, 406, 429, 431, 500, 503] as const

type Options = {
  /** What else it can refuse. */
  readonly refusals?: readonly Refusal[]
  /** What 201 says, where there is one. */
  readonly created?: string
  /** Media types, where they are others than JSON. */
  readonly faces?: readonly string[]
}

/** All answers of an operation under /v1: its own, and the refusals. Without a schema its own is 204. */
export function answers(description: string | null, schema: z.ZodType | null, options: Options = {}) {
  const { refusals: own = [], created, faces = [json] } = options
  return {
    ...(schema === null
      ? { 204: z.undefined().describe('It is done.') }
      : { 200: { description, content: contentOf(schema, faces) } }),
    ...(created !== undefined && { 201: { description: created, content: contentOf(schema!, faces) } }),
    ...refuse(...usual, ...own),
  }
}

/** Those of an operation that tells how the service does. */
export const healthAnswers = (description: string, schema: z.ZodType, ...own: readonly Refusal[]) => ({
  200: { description, content: contentOf(schema, [json]) },
  ...refuse(400, 429, 500, ...own),
})

const refuse = (...statuses: readonly Refusal[]) =>
  Object.fromEntries([...new Set(statuses)].map((status) => [status, refusals[status]]))

/**
 * One schema for each media type. Where JSON is among them it alone is described: with more, clients that are generated from the document
 * would know of an answer only that it is a page or a text (docs/decisions/0007).
 */
const contentOf = (schema: z.ZodType, faces: readonly string[]) =>
  Object.fromEntries((faces.includes(json) ? [json] : faces).map((face) => [face, { schema }]))
