import { useEffect, useRef, useState } from 'preact/hooks'
import { useKeys } from '../keys.ts'

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly (string | number)[])[] }

/** A drawing with the same data as a table, one key (`t`) away. */
export function Picture({
  title,
  note,
  draw,
  table,
}: {
  title: string
  note?: string
  draw: (width: number) => Element
  table: Table
}) {
  const place = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  useKeys(({ key }) => key === 't' && setAsTable((before) => !before))
  useEffect(() => {
    const box = place.current
    if (!box || asTable) return
    let drawn = 0
    const observer = new ResizeObserver(() => {
      const width = Math.round(box.clientWidth)
      if (width === drawn || width === 0) return
      drawn = width
      const drawing = draw(width)
      // the drawing has one name; its parts may have none
      for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
      drawing.setAttribute('role', 'img')
      drawing.setAttribute('aria-label', `${title}. The same as a table: press t.`)
      box.replaceChildren(drawing)
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [draw, asTable, title])
  return (
    <figure class="picture">
      <figcaption>
        <h2>{title}</h2>
        <button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'as a picture' : 'as a table'}
        </button>
      </figcaption>
      {note && <p class="about">{note}</p>}
      {asTable ? (
        <div class="scroll">
          <table class="data">
            <thead>
              <tr>
                {table.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, k) => (
                    <td key={k}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <div ref={place} class="drawing" />
      )}
    </figure>
  )
}

/** Okabe and Ito's colours, which people tell apart whatever they see of colour: https://jfly.uni-koeln.de/color/ */
export const colours = {
  actor: '#009e73',
  date: '#0072b2',
  figure: '#d55e00',
  quote: '#cc79a7',
} as const

export const shorten = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
