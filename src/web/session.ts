import { useEffect, useRef, useState } from 'preact/hooks'
import { client } from '../client/index.ts'

const place = 'article-facts key'
const changed = new EventTarget()

/** The key that requests are sent with; empty without one. It is kept for this tab until it is closed, and sent to this service alone. */
export const readKey = (): string => sessionStorage.getItem(place) ?? ''

/** Takes a key for the session, or with an empty one forgets it. */
export function keepKey(key: string): void {
  if (key) sessionStorage.setItem(place, key)
  else sessionStorage.removeItem(place)
  changed.dispatchEvent(new Event('changed'))
}

client.interceptors.request.use((request) => {
  if (readKey() && !request.headers.has('Authorization')) request.headers.set('Authorization', `Bearer ${readKey()}`)
  return request
})

/** The key of the session, also when it changes. */
export function useKey(): string {
  const [key, setKey] = useState(readKey)
  useEffect(() => {
    const update = () => setKey(readKey())
    changed.addEventListener('changed', update)
    return () => changed.removeEventListener('changed', update)
  }, [])
  return key
}

/** Counts up when a key comes that a request can be sent again with which was refused for want of one. */
export function useRetry(needsKey: boolean): number {
  const key = useKey()
  const [retries, setRetries] = useState(0)
  const before = useRef(key)
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    if (needsKey && key) setRetries((n) => n + 1)
  }, [key])
  return retries
}
