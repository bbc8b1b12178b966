import type { RefObject } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Article, Claim } from '../../client/index.ts'
import { at, go, withQuery } from '../address.ts'
import { claimTypes } from '../claim-types.ts'
import { cite } from '../meaning.ts'
import { Meaning } from './meaning-table.tsx'

type Props = {
  article: Article
  claims: readonly Claim[]
  /** What each of them means, in a line. */
  summaries: readonly string[]
  hidden: ReadonlySet<string>
  pinned: Claim | undefined
  stored: boolean
  root: RefObject<HTMLElement | null>
}

/** The claims beside the text: by type, filtered, and the pinned one with all that is known of it. */
export function Panel({ article, claims, summaries, hidden, pinned, stored, root }: Props) {
  const [words, setWords] = useState('')
  const searched = useMemo(
    () => claims.map(({ surface }, i) => `${surface} ${summaries[i]}`.toLowerCase()),
    [claims, summaries],
  )
  const counts = useMemo(() => Map.groupBy(claims, ({ type }) => type), [claims])
  useEffect(() => filterItems(root.current, searched, words), [words, searched])
  const toggle = (type: string) => {
    const next = new Set(hidden)
    if (!next.delete(type)) next.add(type)
    go(withQuery({ hide: [...next].join(',') }) + location.hash, true)
  }
  return (
    <aside class="panel" aria-label="Claims">
      {pinned && <Pinned {...{ pinned, article, stored }} />}
      <fieldset class="types">
        <legend class="visually-hidden">Types of claims</legend>
        {claimTypes.map((type) => (
          <label key={type} class={type}>
            <input type="checkbox" checked={!hidden.has(type)} onChange={() => toggle(type)} />
            {type}s <small>{counts.get(type)?.length ?? 0}</small>
          </label>
        ))}
      </fieldset>
      <input
        type="search"
        aria-label="Filter the claims"
        placeholder="Filter the claims"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <List {...{ claims, summaries, root }} />
    </aside>
  )
}

/** Drawn once; types and words hide items by classes, so that thousands of them can be filtered at once. */
const List = memo(({ claims, summaries, root }: Pick<Props, 'claims' | 'summaries' | 'root'>) => {
  const light = (event: Event, on: boolean) => {
    const id = (event.target as Element).closest<HTMLElement>('[data-item]')?.dataset.item
    if (id === undefined) return
    for (const mark of root.current?.querySelectorAll(`[data-claim="${CSS.escape(id)}"]`) ?? [])
      mark.classList.toggle('hot', on)
  }
  return (
    <ul
      class="items"
      onMouseOver={(event) => light(event, true)}
      onMouseOut={(event) => light(event, false)}
      onFocus={(event) => light(event, true)}
      onBlur={(event) => light(event, false)}
    >
      {claims.map((claim, i) => (
        <li key={claim.id} class={claim.type} data-item={claim.id}>
          <a
            href={`#claim-${claim.id}`}
            onClick={(event) => {
              event.preventDefault()
              go(`${withQuery({ show: undefined })}#claim-${claim.id}`, true)
            }}
          >
            <span class="words">{claim.surface}</span>
            <span class="means">{summaries[i]}</span>
          </a>
        </li>
      ))}
    </ul>
  )
})

function filterItems(root: HTMLElement | null, searched: readonly string[], words: string): void {
  const wanted = words.trim().toLowerCase()
  const items = root?.querySelectorAll<HTMLElement>('.items > li') ?? []
  for (const [i, item] of [...items].entries()) {
    const hidden = !searched[i]!.includes(wanted)
    if (item.hidden !== hidden) item.hidden = hidden
  }
}

function Pinned({ pinned, article, stored }: { pinned: Claim; article: Article; stored: boolean }) {
  const [said, setSaid] = useState('')
  const link = `${location.origin}${location.pathname}#claim-${pinned.id}`
  const json = `${location.origin}${at(`/v1/claims/${pinned.id}`)}`
  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(`${what} copied.`)
    } catch {
      setSaid(text)
    }
  }
  return (
    <section class={`pinned ${pinned.type}`} aria-label="Pinned claim">
      <Meaning claim={pinned} />
      {stored && (
        <p class="actions">
          <button type="button" onClick={() => copy('Link', link)}>
            Copy link
          </button>
          <button type="button" onClick={() => copy('Citation', cite(pinned, article, link))}>
            Copy citation
          </button>
          <button type="button" onClick={() => copy('Command', `curl -s '${json}'`)}>
            Copy curl
          </button>
          <a href={json}>JSON</a>
          {actorOf(pinned) && <a href={at(`/actors/${actorOf(pinned)}`)}>Actor</a>}
        </p>
      )}
      <p class="said" role="status">
        {said}
      </p>
      <button type="button" class="quiet close" aria-label="Let go" onClick={() => go(withQuery({}), true)}>
        ×
      </button>
    </section>
  )
}

function actorOf(claim: Claim): string | undefined {
  if (claim.type === 'actor') return claim.actorId
  if (claim.type === 'figure') return claim.subject?.actorId
  return claim.type === 'quote' ? claim.source?.actorId : undefined
}
