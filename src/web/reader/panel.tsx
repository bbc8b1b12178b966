import type { RefObject } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Article, Claim } from '../../client/index.ts'
import { go, withQuery } from '../address.ts'
import { cite, summarise } from '../meaning.ts'
import { Meaning } from './meaning-table.tsx'
import { claimTypes } from './reader.tsx'

type Props = {
  article: Article
  claims: readonly Claim[]
  hidden: ReadonlySet<string>
  pinned: Claim | undefined
  stored: boolean
  root: RefObject<HTMLElement | null>
}

/** The claims beside the text: by type, filtered, and the pinned one with all that is known of it. */
export function Panel({ article, claims, hidden, pinned, stored, root }: Props) {
  const [words, setWords] = useState('')
  // made once: working meanings out at each letter would hold the page up
  const searched = useMemo(() => claims.map((claim) => `${claim.surface} ${summarise(claim)}`.toLowerCase()), [claims])
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
            {type}s <small>{claims.filter((claim) => claim.type === type).length}</small>
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
      <List claims={claims} root={root} />
    </aside>
  )
}

/** Drawn once; types and words hide items by classes, so that thousands of them can be filtered at once. */
const List = memo(({ claims, root }: { claims: readonly Claim[]; root: RefObject<HTMLElement | null> }) => {
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
      {claims.map((claim) => (
        <li key={claim.id} class={`${claim.type}${claim.section === 'body' ? '' : ' aside'}`} data-item={claim.id}>
          <a
            href={`#claim-${claim.id}`}
            onClick={(event) => {
              event.preventDefault()
              go(`${withQuery({ show: undefined })}#claim-${claim.id}`, true)
            }}
          >
            <span class="words">{claim.surface}</span>
            <span class="means">{summarise(claim)}</span>
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
  const json = `${location.origin}/v1/claims/${pinned.id}`
  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(`${what} copied.`)
    } catch {
      setSaid(text)
    }
  }
  return (
    <section class={`pinned ${pinned.type}`} aria-label="Chosen claim">
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
          {actorOf(pinned) && <a href={`/actors/${actorOf(pinned)}`}>Actor</a>}
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
