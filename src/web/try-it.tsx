import { useRef, useState } from 'preact/hooks'
import { type Article, type Extraction, extractClaims } from '../client/index.ts'
import { sayDay } from '../say/days.ts'
import { KeepIt, type Sent } from './keep-it.tsx'
import { Reader, type Reading } from './reader/reader.tsx'
import { reasonOf, take } from './requests.ts'
import { useTitle } from './title.ts'

const example =
  'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said on Monday. “We will build 30 ships by 2026,” she told reporters.'
const today = () => new Date().toISOString().slice(0, 10)
type Format = (typeof formats)[string]
const formats: Record<string, 'text/plain' | 'text/markdown' | 'text/html'> = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
}

/** Paste a text or drop a file, and see its claims; nothing is stored. */
export function TryIt({ query, hash }: { query: URLSearchParams; hash: string }) {
  const [text, setText] = useState(example)
  const [publishedAt, setPublishedAt] = useState(today())
  // a day that somebody chose wins over a file's own; today's, which nobody chose, does not
  const [chosen, setChosen] = useState(false)
  const [state, setState] = useState<{
    working?: boolean
    failure?: string
    reading?: Reading
    dated?: string
    sent?: Sent
  }>({})
  const latest = useRef(0)
  useTitle('Try it')
  const read = async (content: string, type: Format = 'text/plain', title = 'Your text') => {
    const turn = ++latest.current
    setState({ working: true })
    try {
      const found = await extract(content, type, publishedAt, chosen)
      if (turn !== latest.current) return
      const { articleId, claims, sections, length, text: own, language, metadata } = found
      const article: Article = {
        title,
        ...metadata,
        id: articleId,
        length,
        loadedAt: '',
        textHash: '',
        counts: { actor: 0, date: 0, figure: 0, quote: 0 },
        ...(language && { language }),
      }
      setState({
        sent: { content, type, ...(type === 'text/plain' || chosen || !metadata?.publishedAt ? { publishedAt } : {}) },
        reading: { article, text: own ?? content, sections, claims, complete: true },
        ...(type !== 'text/plain' && { dated: sayDating(found, publishedAt, chosen) }),
      })
    } catch (error) {
      if (turn === latest.current) setState({ failure: reasonOf(error) })
    }
  }
  const drop = async (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (!file) return
    const ending = file.name.split('.').at(-1)!.toLowerCase()
    if (!/^(?:txt|text|md|markdown|html?)$/.test(ending))
      return setState({ failure: `${file.name} is no .txt, .md or .html file.` })
    const content = await file.text()
    if (formats[ending] === undefined) setText(content)
    await read(content, formats[ending], file.name)
  }
  return (
    <div class="try">
      <h1>Try it</h1>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault()
          void read(text)
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void drop(event.dataTransfer?.files)
        }}
      >
        <label>
          <span>Paste a text, or drop a .txt, .md or .html file here. Nothing is stored.</span>
          <textarea rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <div class="row">
          <label>
            <span>Written on</span>
            <input
              type="date"
              value={publishedAt}
              onInput={(event) => {
                setPublishedAt(event.currentTarget.value)
                setChosen(true)
              }}
            />
          </label>
          <label>
            <span>or a file</span>
            <input type="file" accept=".txt,.md,.html,.htm" onChange={(event) => drop(event.currentTarget.files)} />
          </label>
          <button type="submit" disabled={state.working || !text.trim()}>
            Read it
          </button>
        </div>
      </form>
      {state.working && (
        <p class="notice" role="status">
          <span class="spinner" aria-hidden="true" /> Reading …
        </p>
      )}
      {state.failure && (
        <p class="notice failed" role="alert">
          {state.failure}
        </p>
      )}
      {state.reading?.article.language && !/^en\b/.test(state.reading.article.language) && (
        <p class="notice">This is in “{state.reading.article.language}”; claims are read from English only.</p>
      )}
      {state.dated && <p class="notice">{state.dated}</p>}
      {state.reading && state.sent && <KeepIt sent={state.sent} found={state.reading.article} />}
      {state.reading && <Reader reading={state.reading} query={query} hash={hash} stored={false} />}
    </div>
  )
}

/** The claims of a text; a file is read under its own day, and where it tells none under the one in the form. */
async function extract(content: string, type: Format, publishedAt: string, chosen: boolean): Promise<Extraction> {
  if (type === 'text/plain')
    return take(extractClaims({ body: { text: content, ...(publishedAt && { publishedAt }) } }))
  const send = (query: { publishedAt?: string }) =>
    take(extractClaims({ body: content as never, bodySerializer: null, headers: { 'Content-Type': type }, query }))
  if (chosen && publishedAt) return send({ publishedAt })
  const found = await send({})
  return found.metadata?.publishedAt || !publishedAt ? found : send({ publishedAt })
}

/** Which day `last year` is counted from, and whose it is. */
function sayDating({ metadata }: Extraction, publishedAt: string, chosen: boolean): string {
  const day = metadata?.publishedAt
  if (!day) return 'The file has no date: relative dates are not resolved.'
  if (chosen) return `Read as of ${sayDay(day)}, which you chose.`
  return day === publishedAt
    ? `The file has no date: read as of today, ${sayDay(day)}.`
    : `Read as of ${sayDay(day)}, the date of the file.`
}
