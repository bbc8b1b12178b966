import { flushSync } from 'preact/compat'
import { useEffect, useState } from 'preact/hooks'
import type { Claim } from '../../client/index.ts'
import { summarise } from '../meaning.ts'
import { folded } from './article-text.tsx'

/** On paper, claims are footnotes: they are made when the page is printed. */
export function Footnotes({ claims }: { claims: readonly Claim[] }) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const print = matchMedia('print')
    // what is printed is what stands there when the event is over
    const set = (on: boolean) => flushSync(() => setPrinting(on))
    const update = () => set(print.matches)
    const before = () => set(true)
    const after = () => set(false)
    print.addEventListener('change', update)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    update()
    return () => {
      print.removeEventListener('change', update)
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  if (!printing) return null
  const notes = claims.filter(({ section, review }) => !folded.has(section) && review?.status !== 'rejected')
  for (const [i, { id }] of notes.entries()) {
    const mark = document.getElementById(`claim-${id}`)
    if (mark) mark.dataset.note = String(i + 1)
  }
  return (
    <ol class="footnotes" aria-hidden="true">
      {notes.map((claim) => (
        <li key={claim.id}>
          {claim.type}: “{claim.surface}” — {summarise(claim)}
        </li>
      ))}
    </ol>
  )
}
