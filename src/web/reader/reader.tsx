import { lazy, Suspense } from 'preact/compat'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Article, Claim, Section } from '../../client/index.ts'
import { go, readAddress, withQuery } from '../address.ts'
import { claimTypes } from '../claim-types.ts'
import { useKeys } from '../keys.ts'
import { layOut } from '../marks.ts'
import { summarise } from '../meaning.ts'
import { toCodeUnits } from '../text-offsets.ts'
import { ArticleText, Footnotes, numberClaims } from './article-text.tsx'
import { HoverCard } from './hover-card.tsx'
import { Panel } from './panel.tsx'

const Pictures = lazy(() => import('../pictures/pictures.tsx').then(({ Pictures }) => ({ default: Pictures })))

/** An article with its claims: stored, or just read. */
export type Reading = {
  readonly article: Article
  readonly text: string
  readonly sections: readonly Section[]
  readonly claims: readonly Claim[]
}

const marksOf = (root: ParentNode, id: string) => root.querySelectorAll<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`)

type Props = { reading: Reading; query: URLSearchParams; hash: string; stored: boolean }

/** The text with its marks, the panel of claims beside it, and both in step. */
export function Reader({ reading, query, hash, stored }: Props) {
  const { article, text, sections, claims } = reading
  const root = useRef<HTMLDivElement>(null)
  const parts = useMemo(() => layOut(text, sections, claims, toCodeUnits(text)), [reading])
  const ordered = useMemo(() => [...claims].sort((a, b) => a.start - b.start || b.end - a.end), [reading])
  const numbers = useMemo(() => numberClaims(ordered), [ordered])
  const summaries = useMemo(() => ordered.map(summarise), [ordered])
  const body = useMemo(() => claims.filter((claim) => claim.section === 'body'), [reading])
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [reading])
  const claimAt = (place: string) => byId.get(/^claim-(?<id>.+)$/.exec(place)?.groups?.id ?? '')
  const pinned = claimAt(hash)
  const hidden = new Set((query.get('hide') ?? '').split(',').filter(Boolean))
  const pictures = query.get('show') === 'pictures'

  // the pinned claim is marked in text and panel, and brought into view in both
  useEffect(() => {
    const view = root.current
    if (!view || !pinned || pictures) return
    const marks = marksOf(view, pinned.id)
    for (const mark of marks) mark.classList.add('pinned')
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const [first] = marks
    first?.closest('details')?.setAttribute('open', '')
    first?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
    view.querySelector(`.panel [data-item="${CSS.escape(pinned.id)}"]`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const mark of marks) mark.classList.remove('pinned')
    }
  }, [pinned, pictures, reading])

  useKeys(({ key }) => {
    if (key === 'Escape') return pinned && go(withQuery({}), true)
    if (key !== 'j' && key !== 'k') return
    // from the address, which is ahead of what is drawn when keys come fast
    const now = claimAt(readAddress().hash)
    const shown = ordered.filter((claim) => !hidden.has(claim.type))
    const at = now ? shown.indexOf(now) : -1
    const next = key === 'j' ? shown[at + 1] : shown[(at < 0 ? shown.length : at) - 1]
    if (!next) return
    go(`${withQuery({})}#claim-${next.id}`, true)
    root.current?.querySelector<HTMLElement>(`#claim-${CSS.escape(next.id)}`)?.focus({ preventScroll: true })
  })

  const classes = ['reader', ...claimTypes.filter((type) => hidden.has(type)).map((type) => `hide-${type}`)]
  return (
    <div ref={root} class={classes.join(' ')}>
      <div class="reading">
        <header class="heading">
          <h1>{article.title ?? 'Untitled'}</h1>
          <p class="about">
            {[article.publication, article.author, article.publishedAt].filter(Boolean).join(' · ')}
            {article.url && (
              <>
                {' · '}
                <a href={safeUrl(article.url)} rel="noreferrer">
                  source
                </a>
              </>
            )}
          </p>
          <nav class="tabs" aria-label="Show">
            <a href={withQuery({ show: undefined })} aria-current={pictures ? undefined : 'page'} onClick={follow}>
              Text
            </a>
            <a href={withQuery({ show: 'pictures' })} aria-current={pictures ? 'page' : undefined} onClick={follow}>
              Pictures
            </a>
          </nav>
        </header>
        {pictures ? (
          <Suspense fallback={<p class="notice">Drawing …</p>}>
            <Pictures claims={body} />
          </Suspense>
        ) : (
          <>
            <ArticleText parts={parts} numbers={numbers} />
            <Footnotes {...{ numbers, summaries }} claims={ordered} />
            <HoverCard root={root} byId={byId} />
          </>
        )}
      </div>
      <Panel {...{ article, stored, hidden, pinned, summaries, root }} claims={ordered} />
    </div>
  )
}

/** Follows a link of ours whose address differs only in its query. */
function follow(event: MouseEvent): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  go((event.currentTarget as HTMLAnchorElement).href, true)
}

/** Addresses come from pages: only those of the web become links. */
const safeUrl = (url: string) => (/^https?:\/\//i.test(url) ? url : undefined)
