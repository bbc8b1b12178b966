import { useState } from 'preact/hooks'
import { at } from '../address.ts'
import { saveResponse } from '../take-away/save-response.ts'
import { type Asked, toParameters } from './query.ts'

/** The query in words, as a command, and all that it finds as files. */
export function QueryLine({ asked, order, sentence }: { asked: Asked; order: string; sentence: string | undefined }) {
  const [said, setSaid] = useState('')
  const list = `${location.origin}${at('/v1/claims')}?${toParameters(asked, { order })}`
  const file = (format: string) => `${at('/v1/claims/export')}?${toParameters(asked, { format })}`
  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(`${what} copied.`)
    } catch {
      setSaid(text)
    }
  }
  return (
    <div class="query-line">
      <p class="query-sentence">{sentence ?? ' '}</p>
      <p class="files">
        <button type="button" class="quiet" onClick={() => copy('Link', location.href)}>
          Copy link
        </button>
        <button type="button" class="quiet" onClick={() => copy('Command', `curl -s '${list}'`)}>
          Copy curl
        </button>
        {(['csv', 'ndjson'] as const).map((format) => (
          <a
            key={format}
            href={file(format)}
            download={`claims.${format}`}
            onClick={(event) => saveResponse(event, `claims.${format}`, setSaid)}
          >
            {format === 'csv' ? 'CSV' : 'NDJSON'}
          </a>
        ))}
        <a href={list} onClick={(event) => saveResponse(event, 'claims.json', setSaid)}>
          JSON
        </a>
        <span class="said" role="status">
          {said}
        </span>
      </p>
    </div>
  )
}
