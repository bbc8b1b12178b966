import { lazy, Suspense } from 'preact/compat'
import { useMemo, useRef } from 'preact/hooks'
import type { Article, Claim, Section } from '../../client/index.ts'
import { sayDay } from '../../say/days.ts'
import { follow, go, readAddress, withQuery } from '../address.ts'
import { claimTypes } from '../claim-types.ts'
import { markBeside, useBeside } from '../compare/beside.ts'
import { useKeys } from '../keys.ts'
import { layOut } from '../marks.ts'
import { AddClaim } from '../review/add-claim.tsx'
import { type Queue, queues, toQueue, useWorth } from '../review/queue.ts'
import { toCodeUnits } from '../text-offsets.ts'
import { ArticleText } from './article-text.tsx'
import { Footnotes } from './footnotes.tsx'
import { HoverCard } from './hover-card.tsx'
import { useMarkKeys } from './mark-keys.ts'
import { Panel } from './panel.tsx'
import { isWeb } from './pinned.tsx'
import { usePinnedMark } from './pinned-mark.ts'

const Pictures = lazy(() => import('../pictures/pictures.tsx').then(({ Pictures }) => ({ default: Pictures })))

/** An article with its claims: stored, or just read. */
export type Reading = {
  readonly article: Article
  readonly text: string
  readonly sections: readonly Section[]
  /** Those that are there by now. */
  readonly claims: readonly Claim[]
  readonly complete: boolean
}

type Props = {
  reading: Reading
  query: URLSearchParams
  hash: string
  stored: boolean
  /** Takes a claim as a review left it. */
  change?: (claim: Claim) => void
  /** Takes a claim that a reader found. */
  add?: (claim: Claim) => void
  failure?: string | undefined
}

/** The text with its marks, the panel of claims beside it, and both in step. */
export function Reader({ reading, query, hash, stored, change = () => {}, add, failure }: Props) {
  const { article, text, sections, claims } = reading
  const root = useRef<HTMLDivElement>(null)
  const beside = useBeside(article.id, stored && reading.complete)
  const notes = useMemo(() => new Map([...beside].map(([id, counts]) => [id, markBeside(counts)])), [beside])
  const parts = useMemo(() => layOut(text, sections, claims, toCodeUnits(text), notes), [text, sections, claims, notes])
  const ordered = useMemo(() => [...claims].sort((a, b) => a.start - b.start || b.end - a.end), [claims])
  const wanted = query.get('queue')
  const queue: Queue = wanted !== null && wanted in queues ? (wanted as Queue) : 'text'
  const worth = useWorth(article.id, stored ? queue : 'text')
  const inQueue = useMemo(() => toQueue(ordered, queue, worth), [ordered, queue, worth])
  const withRejected = query.get('rejected') === 'shown'
  const body = useMemo(
    () => claims.filter(({ section, review }) => section === 'body' && review?.status !== 'rejected'),
    [claims],
  )
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const claimAt = (place: string) => byId.get(wantedOf(place) ?? '')
  const pinned = claimAt(hash)
  const first = useRef(pinned?.id ?? wantedOf(hash))
  first.current = pinned?.id ?? wantedOf(hash)
  const hidden = new Set((query.get('hide') ?? '').split(',').filter(Boolean))
  const pictures = query.get('show') === 'pictures'
  usePinnedMark(root, pictures ? undefined : pinned?.id, parts)
  useMarkKeys(root)

  useKeys(({ key }) => {
    if (key === 'Escape') return pinned && go(withQuery({}), true)
    if (key !== 'j' && key !== 'k') return
    // from the address, which is ahead of what is drawn when keys come fast
    const now = claimAt(readAddress().hash)
    const shown = inQueue.filter(
      ({ type, review }) => !hidden.has(type) && (withRejected || review?.status !== 'rejected'),
    )
    const at = now ? shown.indexOf(now) : -1
    const next = key === 'j' ? shown[at + 1] : shown[(at < 0 ? shown.length : at) - 1]
    if (!next) return
    go(`${withQuery({})}#claim-${next.id}`, true)
    root.current?.querySelector<HTMLElement>(`#claim-${CSS.escape(next.id)}`)?.focus({ preventScroll: true })
  })

  const classes = [
    'reader',
    ...claimTypes.filter((type) => hidden.has(type)).map((type) => `hide-${type}`),
    ...(withRejected ? ['with-rejected'] : []),
  ]
  return (
    <div ref={root} class={classes.join(' ')}>
      <div class="reading">
        <header class="heading">
          <h1>{article.title ?? 'Untitled'}</h1>
          <p class="about">
            {[article.publication, article.author, article.publishedAt && sayDay(article.publishedAt)]
              .filter(Boolean)
              .join(' · ')}
            {article.url && isWeb(article.url) && (
              <>
                {' · '}
                <a href={article.url} rel="noreferrer">
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
          {failure && (
            <p class="notice failed" role="alert">
              The claims are not all here: {failure}
            </p>
          )}
        </header>
        {pictures ? (
          <Suspense fallback={<p class="notice">Drawing …</p>}>
            <Pictures claims={body} />
          </Suspense>
        ) : (
          <>
            <ArticleText parts={parts} first={first} />
            <Footnotes claims={ordered} />
            {add && <AddClaim {...{ root, article, text, claims, add }} />}
            <HoverCard root={root} byId={byId} pinned={pinned?.id} />
          </>
        )}
      </div>
      <Panel
        {...{ reading, stored, queue, beside, worth, hidden, withRejected, pinned, root, change }}
        claims={inQueue}
      />
    </div>
  )
}

/** The claim that a fragment names. */
const wantedOf = (hash: string): string | undefined => /^(?:claim-)?(?<id>clm_.+)$/.exec(hash)?.groups?.id
