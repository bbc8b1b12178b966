import { useEffect, useState } from 'preact/hooks'

/** Where we are: the view and its filters are all in the address, so that every view is a link. */
export type Address = { readonly path: string; readonly query: URLSearchParams; readonly hash: string }

const script = import.meta.url
/** The path that the service is under, without a slash at its end: this script is in its folder `page`. */
export const base = new URL('..', script).pathname.replace(/\/$/, '')
/** The address of something of ours, which begins with a slash. */
export const at = (path: string): string => base + path

const moved = new EventTarget()
export const readAddress = (): Address => ({
  path: withoutBase(location.pathname),
  query: new URLSearchParams(location.search),
  hash: decodeURIComponent(location.hash.slice(1)),
})

const withoutBase = (path: string) =>
  path.startsWith(`${base}/`) ? path.slice(base.length) : path === base ? '/' : path

/** Goes to an address of ours. `replace`: without a step in the history, for filters that change with each letter. */
export function go(href: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', href)
  moved.dispatchEvent(new Event('moved'))
  if (!replace && !href.includes('#')) scrollTo(0, 0)
}

export function useAddress(): Address {
  const [address, setAddress] = useState(readAddress)
  useEffect(() => {
    const update = () => setAddress(readAddress())
    moved.addEventListener('moved', update)
    addEventListener('popstate', update)
    return () => {
      moved.removeEventListener('moved', update)
      removeEventListener('popstate', update)
    }
  }, [])
  return address
}

/** The address with some of its filters changed; empty ones go. */
export function withQuery(changes: Readonly<Record<string, string | undefined>>): string {
  const { path, query } = readAddress()
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value)
    else query.delete(name)
  }
  return query.size ? `${at(path)}?${query}` : at(path)
}

/** Links within the page are followed without loading it anew; those with a modifier key, and all others, as ever. */
export function followLinks(event: MouseEvent): void {
  // links in drawings have their address in the attribute alone
  const link = (event.target as Element).closest?.('a[href]')
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const to = new URL(link.getAttribute('href')!, location.href)
  if (to.origin !== location.origin || link.hasAttribute('target') || link.hasAttribute('download')) return
  if (
    !/^\/(?:$|\?|articles\/|actors\/|claims\/|(?:try|compare|review)(?:$|\?))/.test(
      withoutBase(to.pathname) + to.search,
    )
  )
    return
  if (to.hash && to.pathname === location.pathname && to.search === location.search) return
  event.preventDefault()
  go(to.href)
}

/** Follows a link of ours whose address differs only in its query, without a step in the history. */
export function follow(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  go((event.currentTarget as HTMLAnchorElement).href, true)
}
