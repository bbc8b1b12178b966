import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Notice } from './notice.tsx'
import { failed, type Requested } from './requests.ts'
import { useRetry } from './session.ts'

type Count = { readonly value: number; readonly relation: 'eq' | 'gte' }
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null; readonly count?: Count | undefined }

/** A list that goes on: its pages so far, how many items there are in all, and how to get more. */
export type Growing<P> = {
  readonly request: Requested<readonly P[]>
  readonly count: Count | undefined
  /** Fetches the next page; absent on the last one. */
  readonly more: (() => void) | undefined
  readonly working: boolean
}

/**
 * Fetches the first page of a list when `key` changes, and the next ones as they are wanted.
 * @param send asks for a page: of the first one, with the count of all
 */
export function useList<P extends Page<unknown>>(
  key: string,
  send: (query: { after?: string; count?: 'true' }) => Promise<P>,
): Growing<P> {
  const [state, setState] = useState<{
    key: string
    pages: readonly P[]
    failure?: Requested<never>
    working: boolean
  }>({ key, pages: [], working: true })
  const fetchPage = (before: readonly P[], isCurrent: () => boolean) => {
    const after = before.at(-1)?.next
    setState({ key, pages: before, working: true })
    send(after ? { after } : { count: 'true' }).then(
      (page) => isCurrent() && setState({ key, pages: [...before, page], working: false }),
      (error) => isCurrent() && setState({ key, pages: before, failure: failed(error), working: false }),
    )
  }
  const retries = useRetry(state.failure?.state === 'failed' && state.failure.needsKey)
  useEffect(() => {
    let current = true
    fetchPage([], () => current)
    return () => {
      current = false
    }
  }, [key, retries])
  const pages = state.key === key ? state.pages : []
  return {
    request: state.failure ?? (pages.length ? { state: 'here', data: pages } : { state: 'waiting' }),
    count: pages[0]?.count,
    more: pages.at(-1)?.next ? () => fetchPage(pages, () => true) : undefined,
    working: state.working || state.key !== key,
  }
}

/** How many there are, in words: `449`, `more than 10,000`. */
export const sayCount = (count: Count | undefined): string =>
  count ? `${count.relation === 'gte' ? 'at least ' : ''}${count.value.toLocaleString('en')}` : '…'

/** The rows of a growing list, and below them how far one has got and the way on. */
export function Rows<P extends Page<unknown>>({
  of: list,
  what,
  nothing,
  children,
}: {
  of: Growing<P>
  what: string
  nothing: string
  children: (pages: readonly P[]) => ComponentChildren
}) {
  if (list.request.state !== 'here') return <Notice of={list.request} what={what} />
  const pages = list.request.data
  const shown = pages.reduce((sum, { items }) => sum + items.length, 0)
  if (!shown) return <p class="notice">{nothing}</p>
  return (
    <>
      {children(pages)}
      <p class="going-on">
        <span role="status">
          {list.more || shown > 1 ? `${shown.toLocaleString('en')} of ${sayCount(list.count)} ${what}` : ''}
        </span>
        {list.more && (
          <button type="button" disabled={list.working} onClick={list.more}>
            More {what}
          </button>
        )}
      </p>
    </>
  )
}
