import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { ProblemError } from '../../model/problem.ts'
import { cursorOfNow } from '../../query/changes.ts'
import { iterateCells, iterateClaims, iterateLines, notesOf } from '../../query/claims.ts'
import type { Query } from '../../query/conditions.ts'
import { csvHeader } from '../../query/csv.ts'
import { filtersOf } from '../../query/filters.ts'
import { filterParameters } from '../../query/parameters.ts'
import type { Snapshot, Store } from '../../store/database.ts'
import type { App } from '../app.ts'
import { contentTypeOf, csv, exportMediaTypes, formatParameter, ndjson, parquet } from '../present/media-types.ts'
import { announceNotes } from '../present/notes.ts'
import { responses } from '../responses.ts'
import { ExportedClaims } from '../schemas/sync.ts'

/** Rows that are turned into text at a time: enough that the work between two writes counts, little enough that others are served in between. A line of CSV
 * takes five times as long as one of NDJSON. */
const rowsAtOnce = { ndjson: 25, csv: 8, parquet: 25 }
/** A reader that takes nothing for so long has gone; its snapshot must not be held for ever. */
const patience = 60_000

export type ExportLimits = {
  /** Maximum number of concurrent exports. */
  readonly exports: number
  /** Milliseconds in which each next row must be found. */
  readonly queryTimeout: number
}

/** Everything under a filter, as a stream. */
export function exportRoutes(app: App, store: Store, { exports, queryTimeout }: ExportLimits): void {
  let running = 0
  app.get('/v1/claims/export', {
    exposeHeadRoute: false,
    config: { mediaTypes: exportMediaTypes, cache: false },
    schema: {
      operationId: 'exportClaims',
      tags: ['sync'],
      summary: 'Export claims',
      description:
        'Every claim under the filters of the list, by article and position, as NDJSON, CSV or Parquet by `Accept` or `format`, from one state of the data however long it takes. As in lists, only claims of the body that were not rejected, unless `section` and `review` say otherwise: `section=any&review=any` takes all. The last line of NDJSON is `{"type":"end","count":…,"next":…,"leftOut":[…],"notes":[…]}`: without it the file was cut off. `next` is where to go on with GET /v1/changes, `leftOut` what these defaults left out, and `notes`, if there are any, what was taken otherwise than it is written. CSV has no such line, and notes in its header `Notes`; Parquet ends with its footer, without which no reader opens it, and has `next` and `leftOut` among its key-value metadata.',
      querystring: z.strictObject({
        ...filterParameters(filtersOf(undefined)),
        ...formatParameter(exportMediaTypes),
      }),
      response: responses('The claims.', ExportedClaims, { mediaTypes: exportMediaTypes, refusals: [503] }),
    },
    handler: async (request, reply) => {
      const { format: _, ...query } = request.query as Query & { format?: string }
      if (running >= exports)
        throw new ProblemError('busy', `${exports} exports are running, the maximum.`, [], {
          'retry-after': '30',
        })
      running++
      let snapshot: Snapshot | undefined
      const close = async () => {
        running--
        await snapshot?.close()
      }
      try {
        snapshot = await store.snapshot(queryTimeout)
        const open = openers[request.representation]!
        const { rows, pieces, notes } = await open(snapshot, query)
        announceNotes(reply, notes)
        const stream = Readable.from(pieces, { highWaterMark: 1, objectMode: true })
        cutWhenStalled(stream)
        stream.on('close', async () => {
          await rows.return(undefined)
          await close()
        })
        reply.type(contentTypeOf(request.representation))
        reply.header('content-disposition', `inline; filename="claims.${extensions[request.representation]}"`)
        return reply.send(stream)
      } catch (error) {
        await close()
        throw error
      }
    },
  })
}

/** Rows, and what they become. The first rows are read at once: what goes wrong by then still gets a status. */
type Export = {
  readonly rows: AsyncGenerator<unknown, void>
  readonly pieces: AsyncGenerator<string | Buffer>
  readonly notes: readonly string[]
}
type Opener = (snapshot: Snapshot, query: Query) => Promise<Export>

const extensions: Readonly<Record<string, string>> = { [ndjson]: 'ndjson', [csv]: 'csv', [parquet]: 'parquet' }

async function openNdjson(snapshot: Snapshot, query: Query): Promise<Export> {
  const rows = iterateClaims(snapshot, query, rowsAtOnce.ndjson)
  const first = await rows.next()
  const notes = await notesOf(snapshot, query, first.done === true)
  const next = await cursorOfNow(snapshot)
  const said = notes.length ? { notes } : {}
  const tail = (count: number) => `${JSON.stringify({ type: 'end', count, next, leftOut: leftOut(query), ...said })}\n`
  return { rows, notes, pieces: write(first, rows, '\n', '', tail) }
}

/** What the defaults of a query left out, in words that say how to get it. */
const leftOut = ({ section, review }: Query): string[] => [
  ...(section === undefined ? ['claims outside the body (section=any takes all)'] : []),
  ...(review === undefined ? ['rejected claims (review=any takes all)'] : []),
]

async function openCsv(snapshot: Snapshot, query: Query): Promise<Export> {
  const rows = iterateLines(snapshot, query, rowsAtOnce.csv)
  const first = await rows.next()
  const notes = await notesOf(snapshot, query, first.done === true)
  return { rows, notes, pieces: write(first, rows, '\r\n', csvHeader, () => '') }
}

async function openParquet(snapshot: Snapshot, query: Query): Promise<Export> {
  const { writeParquet } = await import('../present/parquet.ts')
  const rows = iterateCells(snapshot, query, rowsAtOnce.parquet)
  const first = await rows.next()
  const notes = await notesOf(snapshot, query, first.done === true)
  const about = {
    next: await cursorOfNow(snapshot),
    leftOut: JSON.stringify(leftOut(query)),
    ...(notes.length > 0 && { notes: JSON.stringify(notes) }),
  }
  return { rows, notes, pieces: writeParquet(first, rows, about) }
}

const openers: Readonly<Record<string, Opener>> = { [ndjson]: openNdjson, [csv]: openCsv, [parquet]: openParquet }

/** Rows in handfuls, between what stands before and behind them all; a reader that takes them as fast as they come keeps nobody waiting. */
async function* write(
  first: IteratorResult<string[], void>,
  rows: AsyncGenerator<string[], void>,
  end: string,
  head: string,
  tail: (count: number) => string,
): AsyncGenerator<string> {
  let text = head
  let count = 0
  for (let result = first; !result.done; result = await rows.next()) {
    for (const row of result.value) text += row + end
    count += result.value.length
    yield text
    text = ''
    await setImmediate()
  }
  yield text + tail(count)
}

function cutWhenStalled(stream: Readable): void {
  const timer = setTimeout(
    () => stream.destroy(new Error('the reader of an export took nothing for a minute')),
    patience,
  ).unref()
  stream.on('data', () => timer.refresh()).pause()
  stream.on('close', () => clearTimeout(timer))
}
