import { useState } from 'preact/hooks'
import { at } from '../address.ts'
import { reasonOf } from '../requests.ts'
import { readKey } from '../session.ts'
import { download } from './download.ts'

/** Rows that a file takes at most: more would be held in the memory of the page. */
const mostRows = 20_000
/** Items of a page of the service at most. */
const pageSize = '200'
const types = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const
type Format = keyof typeof types

/** All of a list as files, page after page, under its filters. `path` of the service: `/v1/reviews`. */
export function ListFiles({ path, query, name }: { path: string; query: object; name: string }) {
  const [said, setSaid] = useState('')
  const parameters = new URLSearchParams()
  for (const [parameter, value] of Object.entries(query) as [string, string | readonly string[]][])
    if (!['limit', 'expand'].includes(parameter))
      for (const one of [value].flat()) parameters.append(parameter, String(one))
  const address = (more: Readonly<Record<string, string>>) => {
    const all = new URLSearchParams([...parameters, ...Object.entries(more)])
    return `${at(path)}?${all}`
  }
  const save = async (event: MouseEvent, format: Format) => {
    event.preventDefault()
    try {
      const { text, left } = await fetchAll(address({ format, limit: pageSize }), format, setSaid)
      download(`${name}.${format}`, text, types[format])
      setSaid(left ? `Saved the first ${mostRows.toLocaleString('en')} items; there are more.` : 'Saved.')
    } catch (error) {
      setSaid(reasonOf(error))
    }
  }
  return (
    <p class="files">
      {(Object.keys(types) as Format[]).map((format) => (
        <a
          key={format}
          href={address({ format })}
          download={`${name}.${format}`}
          onClick={(event) => save(event, format)}
        >
          {format.toUpperCase()}
        </a>
      ))}
      <a href={address({})}>JSON</a>
      <span class="said" role="status">
        {said}
      </span>
    </p>
  )
}

/** The pages of a list one after the other, as one file; `left` where there was more than it takes. */
async function fetchAll(first: string, format: Format, tell: (said: string) => void) {
  const pieces: string[] = []
  let next: string | undefined = first
  for (let read = 0; next && read < mostRows; read += Number(pageSize)) {
    if (read) tell(`${read.toLocaleString('en')} …`)
    const headers: HeadersInit = readKey() ? { Authorization: `Bearer ${readKey()}` } : {}
    const response: Response = await fetch(next, { headers })
    const text = await response.text()
    if (!response.ok) throw new Error((JSON.parse(text) as { detail: string }).detail)
    pieces.push(format === 'csv' && pieces.length ? text.slice(text.indexOf('\r\n') + 2) : text)
    next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  }
  return { text: pieces.join(''), left: next !== undefined }
}
