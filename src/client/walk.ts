import type { Claim, ExportClaimsData, Problem } from './generated/index.ts'
import { exportClaims, type Options } from './generated/sdk.gen.ts'

/** A response that is a problem (RFC 9457), or no response at all: then `problem` is undefined. */
export class ProblemError extends Error {
  readonly problem: Problem | undefined

  constructor(problem: unknown) {
    const known =
      typeof problem === 'object' && problem !== null && 'detail' in problem ? (problem as Problem) : undefined
    super(known?.detail ?? (problem instanceof Error ? problem.message : 'no response from the service'), {
      cause: problem,
    })
    this.problem = known
  }
}

type Page = { readonly items: readonly unknown[]; readonly next: string | null; readonly more?: boolean }
/** A function of this client that lists something: it takes a cursor and gives a page. */
// biome-ignore lint/suspicious/noExplicitAny: what it takes and gives is inferred from the function itself
type Listing = (options?: any) => PromiseLike<any>
type OptionsOf<L extends Listing> = Parameters<L>[0]
type PageOf<L extends Listing> = Extract<Awaited<ReturnType<L>>['data'], Page>

/**
 * The pages of a list, one after another as they are wanted: `for await (const page of walkPages(listClaims, { query: { type: ['quote'] } }))`.
 * Of `listChanges`, those that there are by now: the last page's `next` is where to go on later.
 * @throws {ProblemError}
 */
export async function* walkPages<L extends Listing>(
  list: L,
  options?: OptionsOf<L>,
): AsyncGenerator<PageOf<L>, void, undefined> {
  for (let after: string | null | undefined = options?.query?.after; after !== null; ) {
    const query = { ...options?.query, ...(after !== undefined && { after }) }
    const { data, error } = (await list({ ...options, query })) as { data?: PageOf<L>; error?: unknown }
    if (!data) throw new ProblemError(error)
    yield data
    after = data.more === false ? null : data.next
  }
}

/**
 * The items of a list, page after page as they are wanted: `for await (const figure of walkItems(listFigures, { query: { unit: ['percent'] } }))`.
 * @throws {ProblemError}
 */
export async function* walkItems<L extends Listing>(
  list: L,
  options?: OptionsOf<L>,
): AsyncGenerator<PageOf<L>['items'][number], void, undefined> {
  for await (const page of walkPages(list, options)) yield* page.items as never[]
}

/**
 * Every claim under the filters, in one stream from one state of the data. Gives, at its end, where to go on with `listChanges`.
 * @throws {ProblemError} when the service refuses, or the stream is cut off before its end
 */
export async function* streamClaims(
  options: Options<ExportClaimsData, false> = {},
): AsyncGenerator<Claim, string, undefined> {
  const { data, error } = await exportClaims({
    ...options,
    headers: { ...options.headers, accept: 'application/x-ndjson' },
    parseAs: 'stream',
  })
  if (!data) throw new ProblemError(error)
  const text = (data as unknown as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as never)
  let rest = ''
  for await (const chunk of text as unknown as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      const value = JSON.parse(line) as Claim | { type: 'end'; next: string }
      if (value.type === 'end') return value.next
      yield value
    }
  }
  throw new ProblemError(new Error('the export was cut off before its end'))
}
