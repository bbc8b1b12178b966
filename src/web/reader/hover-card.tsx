import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Claim } from '../../client/index.ts'
import { go, withQuery } from '../address.ts'
import { Meaning } from './meaning-table.tsx'

type Shown = { readonly claim: Claim; readonly x: number; readonly y: number; readonly above: boolean }

/** What a claim means, beside the mark that the pointer or the focus is on. A click pins it. */
export function HoverCard({ root, byId }: { root: RefObject<HTMLElement | null>; byId: ReadonlyMap<string, Claim> }) {
  const [shown, setShown] = useState<Shown | null>(null)
  useLayoutEffect(() => {
    const view = root.current
    const text = view?.querySelector<HTMLElement>('.text')
    if (!view || !text) return
    let hot: Element[] = []
    const light = (id: string | undefined) => {
      for (const element of hot) element.classList.remove('hot')
      hot =
        id === undefined
          ? []
          : [...view.querySelectorAll(`[data-claim="${CSS.escape(id)}"], [data-item="${CSS.escape(id)}"]`)]
      for (const element of hot) element.classList.add('hot')
    }
    const show = (event: { readonly target: EventTarget | null }) => {
      const mark = (event.target as Element | null)?.closest<HTMLElement>('[data-claim]')
      const claim = mark && byId.get(mark.dataset.claim!)
      if (!mark || !claim) return
      const box = mark.getClientRects()[0]!
      const above = box.bottom > innerHeight * 0.6
      light(claim.id)
      setShown({
        claim,
        x: Math.max(8, Math.min(box.left, innerWidth - 340)),
        y: above ? innerHeight - box.top + 6 : box.bottom + 6,
        above,
      })
    }
    let pointer: MouseEvent | undefined
    const follow = (event: MouseEvent) => {
      pointer = event
    }
    const forget = () => {
      pointer = undefined
    }
    // when the text has come to a stand: what the pointer rests on, or what has the focus
    const look = () => {
      const under = pointer && document.elementFromPoint(pointer.clientX, pointer.clientY)?.closest('[data-claim]')
      const focused = document.activeElement
      show({ target: under ?? (text.contains(focused) ? focused : null) })
    }
    const hide = () => {
      light(undefined)
      setShown(null)
    }
    const leave = (event: Event) => {
      const to = (event as MouseEvent | FocusEvent).relatedTarget as Element | null
      if (!to?.closest?.('[data-claim]')) hide()
    }
    const pin = (event: Event) => {
      const mark = (event.target as Element).closest<HTMLElement>('[data-claim]')
      if (!mark || getSelection()?.toString()) return
      go(`${withQuery({})}#claim-${mark.dataset.claim}`, true)
    }
    const press = (event: KeyboardEvent) => event.key === 'Enter' && pin(event)
    const listeners: [string, (event: never) => void][] = [
      ['mouseover', show],
      ['focusin', show],
      ['mouseout', leave],
      ['focusout', leave],
      ['click', pin],
      ['keydown', press],
    ]
    for (const [name, listener] of listeners) text.addEventListener(name, listener as EventListener)
    text.addEventListener('mousemove', follow, { passive: true })
    text.addEventListener('mouseleave', forget)
    addEventListener('scroll', hide, { passive: true })
    addEventListener('scrollend', look, { passive: true })
    return () => {
      for (const [name, listener] of listeners) text.removeEventListener(name, listener as EventListener)
      text.removeEventListener('mousemove', follow)
      text.removeEventListener('mouseleave', forget)
      removeEventListener('scroll', hide)
      removeEventListener('scrollend', look)
      light(undefined)
    }
  }, [byId])
  if (!shown) return null
  const { claim, x, y, above } = shown
  return (
    <div class={`card ${claim.type}`} role="tooltip" style={{ left: `${x}px`, [above ? 'bottom' : 'top']: `${y}px` }}>
      <Meaning claim={claim} />
    </div>
  )
}
