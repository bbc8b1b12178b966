import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Claim } from '../../client/index.ts'
import { marksOf } from './marks-of.ts'
import { Meaning } from './meaning-table.tsx'

type Shown = { readonly claim: Claim; readonly x: number; readonly y: number; readonly above: boolean }
type Props = { root: RefObject<HTMLElement | null>; byId: ReadonlyMap<string, Claim>; pinned: string | undefined }

/** Milliseconds in which the pointer can cross from a mark to its card. */
const grace = 200

/** What a claim means, beside the mark that the pointer or the focus is on. The pointer can go into it, and Escape closes it. */
export function HoverCard({ root, byId, pinned }: Props) {
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef({ byId, pinned })
  latest.current = { byId, pinned }
  const leaving = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  // a mark that the card was over comes under a pointer that rests: it opens nothing until the pointer moves
  const dismissed = useRef(false)
  const stay = () => clearTimeout(leaving.current)
  const leave = () => {
    stay()
    leaving.current = setTimeout(() => setShown(null), grace)
  }
  // what is pinned is told beside the text already
  const id = shown && shown.claim.id !== pinned ? shown.claim.id : undefined

  // what is told is told of these words, here and in the panel
  useLayoutEffect(() => {
    const view = root.current
    if (!view || id === undefined) return
    const marks = marksOf(view, id)
    const hot = [...marks, ...view.querySelectorAll(`[data-item~="${CSS.escape(id)}"]`)]
    for (const element of hot) element.classList.add('hot')
    marks[0]?.setAttribute('aria-describedby', 'claim-card')
    return () => {
      for (const element of hot) element.classList.remove('hot')
      marks[0]?.removeAttribute('aria-describedby')
    }
  }, [id])

  useEffect(() => {
    if (id === undefined) return
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      stay()
      dismissed.current = true
      setShown(null)
    }
    document.addEventListener('keydown', close, { capture: true })
    return () => document.removeEventListener('keydown', close, { capture: true })
  }, [id])

  useLayoutEffect(() => {
    const text = root.current?.querySelector<HTMLElement>('.text')
    if (!text) return
    const show = (target: EventTarget | null) => {
      const mark = (target as Element | null)?.closest?.<HTMLElement>('[data-claim]')
      const claim = mark && latest.current.byId.get(mark.dataset.claim!)
      if (!mark || !claim) return
      stay()
      if (claim.id === latest.current.pinned) return setShown(null)
      const box = mark.getClientRects()[0]!
      const above = box.bottom > innerHeight * 0.6
      const x = Math.max(8, Math.min(box.left, innerWidth - 340))
      setShown({ claim, x, y: above ? innerHeight - box.top : box.bottom, above })
    }
    let pointer: PointerEvent | undefined
    const over = (event: PointerEvent) => event.pointerType === 'mouse' && !dismissed.current && show(event.target)
    const out = (event: PointerEvent) => {
      const to = event.relatedTarget as Element | null
      if (!to?.closest?.('[data-claim], .card')) leave()
    }
    const focus = (event: FocusEvent) => (event.target as Element).matches(':focus-visible') && show(event.target)
    const blur = () => leave()
    const follow = (event: PointerEvent) => {
      pointer = event.pointerType === 'mouse' ? event : undefined
      if (!dismissed.current || (!event.movementX && !event.movementY)) return
      dismissed.current = false
      if (pointer) show(event.target)
    }
    const forget = () => {
      pointer = undefined
    }
    // when the text has come to a stand: what the pointer rests on, or what has the focus
    const look = () => {
      const under = pointer && document.elementFromPoint(pointer.clientX, pointer.clientY)?.closest('[data-claim]')
      const focused = document.activeElement
      show(under ?? (text.contains(focused) && focused?.matches(':focus-visible') ? focused : null))
    }
    const scroll = () => {
      stay()
      setShown(null)
    }
    text.addEventListener('pointerover', over)
    text.addEventListener('pointerout', out)
    text.addEventListener('focusin', focus)
    text.addEventListener('focusout', blur)
    text.addEventListener('pointermove', follow, { passive: true })
    text.addEventListener('pointerleave', forget)
    addEventListener('scroll', scroll, { passive: true })
    addEventListener('scrollend', look, { passive: true })
    return () => {
      stay()
      text.removeEventListener('pointerover', over)
      text.removeEventListener('pointerout', out)
      text.removeEventListener('focusin', focus)
      text.removeEventListener('focusout', blur)
      text.removeEventListener('pointermove', follow)
      text.removeEventListener('pointerleave', forget)
      removeEventListener('scroll', scroll)
      removeEventListener('scrollend', look)
    }
  }, [])
  if (!shown || id === undefined) return null
  const { claim, x, y, above } = shown
  return (
    <div
      id="claim-card"
      class={`card ${claim.type}`}
      role="tooltip"
      style={{ left: `${x}px`, [above ? 'bottom' : 'top']: `${y}px` }}
      onPointerEnter={stay}
      onPointerLeave={leave}
    >
      <Meaning claim={claim} />
    </div>
  )
}
