import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useKeys } from '../keys.ts'
import { Scroll } from '../scroll.tsx'
import { type Cell, type Table, toCsv, toJson } from '../take-away/csv.ts'
import { download, fileName } from '../take-away/download.ts'
import { toPng, toSvg } from '../take-away/drawing.ts'

/** The data of a picture; `links` are the addresses of the rows. */
export type PictureTable = Table & { readonly links?: readonly (string | undefined)[] }

type Props = {
  title: string
  /** The heading above says it already. */
  withoutTitle?: boolean
  note?: ComponentChildren
  /** Makes the drawing for a width in pixels. */
  draw: (width: number) => Element
  /** How high it will be, so that its place is kept. */
  height: number
  table: PictureTable
}

/** Rows of a table that are drawn at first, and with each step. */
const step = 200

/** A drawing with the same data as a table, one key (`t`) away, and as files. */
export function Picture({ title, withoutTitle, note, draw, height, table }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const [failure, setFailure] = useState('')
  useKeys(({ key }) => key === 't' && setAsTable((before) => !before))
  useEffect(() => {
    const box = place.current
    if (!box || asTable) return
    let drawn = 0
    const observer = new ResizeObserver(() => {
      const width = Math.round(box.clientWidth)
      if (width === drawn || width === 0) return
      drawn = width
      box.replaceChildren(nameParts(draw(width), title))
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [draw, asTable, title])
  const drawing = () => [...place.current!.querySelectorAll<SVGSVGElement>('svg')].at(-1)!
  const savePng = () => toPng(drawing()).then((png) => download(fileName(title, 'png'), png, 'image/png'))
  return (
    <figure class="picture">
      <figcaption>
        {withoutTitle ? <span /> : <h2>{title}</h2>}
        <button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'as a picture' : 'as a table'}
        </button>
      </figcaption>
      {note && <p class="about">{note}</p>}
      {asTable ? (
        <DataTable key="table" title={title} {...table} />
      ) : (
        <div key="drawing" ref={place} class="drawing" style={{ minHeight: `${height}px` }} />
      )}
      <p class="files">
        <span>Save as</span>
        <button type="button" class="quiet" onClick={() => download(fileName(title, 'csv'), toCsv(table), 'text/csv')}>
          CSV
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => download(fileName(title, 'json'), toJson(table), 'application/json')}
        >
          JSON
        </button>
        {!asTable && (
          <>
            <button
              type="button"
              class="quiet"
              onClick={() => download(fileName(title, 'svg'), toSvg(drawing()), 'image/svg+xml')}
            >
              SVG
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => savePng().catch((error) => setFailure(String(error.message)))}
            >
              PNG
            </button>
          </>
        )}
        {failure && (
          <span class="failed" role="alert">
            {failure}
          </span>
        )}
      </p>
    </figure>
  )
}

/** The drawing has one name; its parts have none, but for those that lead somewhere. */
function nameParts(drawing: Element, title: string): Element {
  for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  let links = 0
  for (const link of drawing.querySelectorAll('a')) {
    const href = link.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? link.getAttribute('href')
    if (!href) continue
    link.removeAttributeNS('http://www.w3.org/1999/xlink', 'href')
    link.setAttribute('href', href)
    link.setAttribute('aria-label', link.querySelector('title')?.textContent ?? href)
    links++
  }
  drawing.setAttribute('role', links ? 'group' : 'img')
  drawing.setAttribute('aria-label', `${title}. The same as a table: press t.`)
  return drawing
}

function DataTable({ title, head, rows, links = [] }: PictureTable & { title: string }) {
  const [most, setMost] = useState(step)
  return (
    <>
      <Scroll label={`${title}, as a table`}>
        <table class="data">
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, i) => (
              <tr key={i}>
                {row.map((cell, k) => (
                  <td key={k}>{k === 0 && links[i] ? <a href={links[i]}>{cell}</a> : say(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length > most && (
        <button type="button" onClick={() => setMost(most + step)}>
          {most} of {rows.length} rows: show more
        </button>
      )}
    </>
  )
}

const say = (cell: Cell) => (typeof cell === 'number' ? cell.toLocaleString('en', { maximumFractionDigits: 6 }) : cell)

/** Okabe and Ito's colours, which people tell apart whatever they see of colour: https://jfly.uni-koeln.de/color/ */
export const colours = {
  actor: '#009e73',
  date: '#0072b2',
  figure: '#d55e00',
  quote: '#cc79a7',
} as const

export const shorten = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
