import { hash } from 'node:crypto'
import { type Client, FetchError, type Page } from '../../fetch/index.ts'
import type { FeedItem } from '../../load/index.ts'
import { type Listed, type Listing, readListing } from '../../load/listing.ts'
import { isSameSite } from '../../load/own-address.ts'
import { type Fetched, findFetched, listDue, noteFetched } from '../../store/fetched.ts'
import type { Store } from '../../store/open.ts'
import { hasArticle } from '../../store/read.ts'
import { saveArticles } from '../../store/save.ts'
import type { ReadResult } from '../read-job.ts'
import type { ReadingPool } from '../reading-pool.ts'
import type { Tell } from '../tell.ts'
import { findList } from './find-list.ts'

export type VisitOptions = {
  /** Pages of a feed or sitemap that are fetched at most. */
  readonly most: number
  /** Milliseconds after which what failed is tried again; twice as many after each further time. */
  readonly retry: number
  readonly signal?: AbortSignal | undefined
  /** The feeds or sitemaps of home pages, as they were found: kept by whoever visits again. */
  readonly lists?: Map<string, string>
  /** Reads what came, in a thread of its own: the network is waited for meanwhile. */
  readonly read: ReadingPool['read']
}

/** Sitemaps that an index leads to, newest first. */
const mostSitemaps = 20
/** Pages under way at a time: each host is asked one after the other all the same. */
const mostAtOnce = 8
/** How often something is tried before it is given up, and how late at most. */
const mostFailures = 6
const longestRetry = 24 * 60 * 60 * 1000

/**
 * Goes to an address and stores what is new there: the article of a page, or those of a feed or a sitemap; of a home page, those of the list that it
 * names. What fails is told and noted, to be tried again on a later visit.
 */
export async function visit(
  store: Store,
  client: Client,
  given: string,
  tell: Tell,
  options: VisitOptions,
): Promise<void> {
  const address = options.lists?.get(given) ?? given
  const known = await findFetched(store, address)
  let came: { readonly page: Page; readonly listing: Listing } | 'unchanged'
  try {
    const page = await client.get(address, await validatorsOf(store, known))
    came = page === 'unchanged' ? page : { page, listing: await readListing(page.bytes, page.address, page.charset) }
    const list = address === given && (await findListOf(client, came))
    if (list) {
      tell.warn(address, `is a home page: its ${list.kind} is read, ${list.address}`)
      const lists = options.lists ?? new Map<string, string>()
      lists.set(given, list.address)
      return visit(store, client, given, tell, { ...options, lists })
    }
  } catch (error) {
    // the home page may name another by now
    options.lists?.delete(given)
    return noteFailure(store, address, undefined, known, error, tell, options)
  }
  if (came === 'unchanged') {
    await store.write((tx) =>
      noteFetched(tx, { ...known!, checkedAt: now(), failures: 0, nextTry: undefined, reason: undefined }),
    )
    if (known!.article !== undefined) tell.unchanged(address)
  } else if (came.listing.kind === 'page')
    return storePage(store, came.page, { address }, undefined, tell, options, known)
  const listed = came === 'unchanged' ? [] : await gatherPages(client, came.listing, tell, options)
  const due = (await listDue(store, address, now(), options.most)).map((one): Listed => ({ address: one.address }))
  const fresh: Listed[] = []
  for (const one of listed) if (await isNew(store, one)) fresh.push(one)
  const wanted = new Map([...fresh, ...due].map((one) => [one.address, one]))
  const chosen = [...wanted.values()].slice(0, options.most)
  await forEach(chosen, mostAtOnce, options.signal, (one) => visitPage(store, client, one, address, tell, options))
  const isWhole = chosen.length === wanted.size && !options.signal?.aborted
  // a list is known when all that it names is stored, or noted to be tried again
  if (came !== 'unchanged' && isWhole) {
    const { etag, lastModified } = came.page
    await store.write((tx) => noteFetched(tx, { address, etag, lastModified, checkedAt: now(), failures: 0 }))
  }
  if (chosen.length < wanted.size && !options.signal?.aborted)
    tell.warn(address, `names ${wanted.size} new pages, of which the first ${chosen.length} were fetched (--limit)`)
}

/** The list that a page names instead of being an article. */
const findListOf = (client: Client, came: { readonly page: Page; readonly listing: Listing } | 'unchanged') =>
  came !== 'unchanged' && came.listing.kind === 'page' ? findList(client, came.page) : undefined

/** Tells an item of a feed from what it was before. */
const markOf = (item: FeedItem) => ('article' in item ? hash('sha256', item.article.text) : '')

const now = () => new Date().toISOString()

/** What its server said of an address, if what was read there is still stored. */
const validatorsOf = async (store: Store, known: Fetched | undefined) =>
  known && known.failures === 0 && (known.article === undefined || (await hasArticle(store, known.article)))
    ? { etag: known.etag, lastModified: known.lastModified }
    : undefined

/** Whether a page is to be fetched: one that has not been, one that changed since, or one whose article is no longer there. */
async function isNew(store: Store, { address, changedAt, item }: Listed): Promise<boolean> {
  const known = await findFetched(store, address)
  if (!known) return true
  if (known.failures > 0) return false
  if (item !== undefined) return known.etag !== markOf(item)
  if (known.article !== undefined && !(await hasArticle(store, known.article))) return true
  const changed = changedAt === undefined ? Number.NaN : Date.parse(changedAt)
  return changed > Date.parse(known.checkedAt)
}

/** The pages of a feed or a sitemap; of an index, those of its newest sitemaps, until there are enough. */
async function gatherPages(client: Client, listing: Listing, tell: Tell, options: VisitOptions): Promise<Listed[]> {
  if (listing.kind === 'page') return []
  if (listing.kind === 'feed') return [...listing.pages]
  const pages = [...listing.pages]
  for (const { address } of newestFirst(listing.sitemaps).slice(0, mostSitemaps)) {
    if (pages.length >= options.most || options.signal?.aborted) break
    try {
      const page = await client.get(address)
      if (page === 'unchanged') continue
      const inner = await readListing(page.bytes, page.address, page.charset)
      // an index leads to sitemaps, not to another index
      if (inner.kind === 'sitemap') pages.push(...inner.pages)
      else tell.failed(address, 'is no sitemap, though an index of sitemaps names it')
    } catch (error) {
      tell.failed(address, (error as Error).message)
    }
  }
  return newestFirst(pages)
}

const newestFirst = (listed: readonly Listed[]): Listed[] => {
  const timeOf = ({ changedAt }: Listed) => (changedAt === undefined ? 0 : Date.parse(changedAt) || 0)
  return [...listed].sort((a, b) => timeOf(b) - timeOf(a))
}

/** One page of a list. */
async function visitPage(
  store: Store,
  client: Client,
  listed: Listed,
  foundIn: string,
  tell: Tell,
  options: VisitOptions,
): Promise<void> {
  const { address, item } = listed
  const known = await findFetched(store, address)
  // what a feed has of another site's page could take the place of that page: it is fetched
  if (item && 'article' in item && isSameSite(address, foundIn)) {
    const [result] = await options.read({ loaded: item.article, name: item.name })
    const fetched = { address, foundIn, etag: markOf(item), checkedAt: now(), failures: 0 }
    return keep(store, result!, fetched, item.name, known, tell, options)
  }
  try {
    const page = await client.get(address, await validatorsOf(store, known))
    if (page === 'unchanged') {
      await store.write((tx) =>
        noteFetched(tx, { ...known!, checkedAt: now(), failures: 0, nextTry: undefined, reason: undefined }),
      )
      return tell.unchanged(address)
    }
    const { kind } = await readListing(page.bytes, page.address, page.charset)
    if (kind !== 'page') throw new FetchError(`is a ${kind} itself, in ${foundIn}`)
    await storePage(store, page, listed, foundIn, tell, options, known)
  } catch (error) {
    await noteFailure(store, address, foundIn, known, error, tell, options)
  }
}

async function storePage(
  store: Store,
  page: Page,
  { address, about }: Listed,
  foundIn: string | undefined,
  tell: Tell,
  options: VisitOptions,
  known: Fetched | undefined,
): Promise<void> {
  const { etag, lastModified, type, bytes, charset, address: found } = page
  const format = type === 'text/plain' ? 'text' : type === 'text/markdown' ? 'markdown' : 'html'
  const source = { name: address, bytes, format, address: found, ...(charset !== undefined && { charset }) } as const
  const [result] = await options.read({ page: source, about })
  await keep(
    store,
    result!,
    { address, foundIn, etag, lastModified, checkedAt: now(), failures: 0 },
    address,
    known,
    tell,
    options,
  )
}

/** Stores the article and what is known of its address, or notes why there is none. */
async function keep(
  store: Store,
  result: ReadResult,
  fetched: Fetched,
  name: string,
  known: Fetched | undefined,
  tell: Tell,
  options: VisitOptions,
): Promise<void> {
  const { address, foundIn } = fetched
  if ('reason' in result) {
    await noteFailure(store, address, foundIn, known, new Error(result.reason), tell, options)
    return
  }
  const [outcome] = await saveArticles(store, [result.record], (tx, [saved]) =>
    noteFetched(tx, { ...fetched, article: saved!.id }),
  )
  tell.saved(name, result.record, outcome!)
}

async function noteFailure(
  store: Store,
  address: string,
  foundIn: string | undefined,
  known: Fetched | undefined,
  error: unknown,
  tell: Tell,
  { retry, signal }: VisitOptions,
): Promise<void> {
  // what was broken off has not failed
  if (signal?.aborted) return
  const reason = (error as Error).message
  const failures = (known?.failures ?? 0) + 1
  const asked = error instanceof FetchError ? error.retryAfter : undefined
  const wait = Math.max(asked ?? 0, Math.min(retry * 2 ** (failures - 1), longestRetry))
  const isGivenUp = failures >= mostFailures
  const noted: Fetched = {
    ...known,
    address,
    foundIn: foundIn ?? known?.foundIn,
    checkedAt: now(),
    failures,
    reason,
    nextTry: isGivenUp || foundIn === undefined ? undefined : new Date(Date.now() + wait).toISOString(),
  }
  await store.write((tx) => noteFetched(tx, noted))
  tell.failed(address, isGivenUp && foundIn !== undefined ? `${reason}; given up after ${failures} times` : reason)
}

/** Does something with each, some at a time. */
async function forEach<T>(
  all: readonly T[],
  atOnce: number,
  signal: AbortSignal | undefined,
  run: (one: T) => Promise<void>,
): Promise<void> {
  const left = all.values()
  const lane = async () => {
    for (const one of left) {
      if (signal?.aborted) return
      await run(one)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, lane))
}
