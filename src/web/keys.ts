import { useEffect, useRef } from 'preact/hooks'

/** Calls `press` for each key, but for those that are letters just then, in a field or a dialog, or belong to the browser. */
export function useKeys(press: (event: KeyboardEvent) => unknown): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return
      if (!(event.target as Element).closest('input, textarea, select, dialog')) latest.current(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
