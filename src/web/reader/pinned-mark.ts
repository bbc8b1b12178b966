import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { marksOf } from './marks-of.ts'

/** Lights the marks of the pinned claim, and brings them into view once they are drawn; what is in view already stays where it is. */
export function usePinnedMark(root: RefObject<HTMLElement | null>, id: string | undefined, drawn: unknown): void {
  const shown = useRef<string | undefined>(undefined)
  useEffect(() => {
    const view = root.current
    if (!view || id === undefined) {
      shown.current = undefined
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    let marks: NodeListOf<HTMLElement> | undefined
    const light = () => {
      marks = marksOf(view, id)
      // its paragraph is drawn before the others, and not at once
      if (!marks.length) {
        timer = setTimeout(light, 30)
        return
      }
      for (const mark of marks) mark.classList.add('pinned')
      if (shown.current === id) return
      const isFirst = shown.current === undefined
      shown.current = id
      marks[0]!.closest('details')?.setAttribute('open', '')
      reveal(marks[0]!, isFirst)
    }
    light()
    return () => {
      clearTimeout(timer)
      for (const mark of marks ?? []) mark.classList.remove('pinned')
    }
  }, [id, drawn])
}

/** Scrolls the window, and it alone, until an element stands in the part of it that no sheet covers. */
function reveal(element: HTMLElement, atOnce: boolean): void {
  const sheet = document.querySelector<HTMLElement>('.pinned:is(section)')
  const covered = sheet && getComputedStyle(sheet).position === 'fixed' ? sheet.offsetHeight : 0
  const { top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const room = innerHeight - covered
  if (top >= 40 && bottom <= room - 20) return
  const far = Math.abs(top - room / 2) > 2 * innerHeight
  const calm = atOnce || far || matchMedia('(prefers-reduced-motion: reduce)').matches
  scrollBy({ top: top - room * 0.4, behavior: calm ? 'instant' : 'smooth' })
}
