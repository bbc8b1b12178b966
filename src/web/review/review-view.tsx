import {
  type Extractor,
  listCheckWorthy,
  listClaims,
  listExtractors,
  listReviews,
  type TypeQuality,
} from '../../client/index.ts'
import { sayDay } from '../../say/days.ts'
import { at, follow, withQuery } from '../address.ts'
import { ClaimRows } from '../claim-rows.tsx'
import { Rows, useList } from '../list.tsx'
import { Notice } from '../notice.tsx'
import { take, useRequest } from '../requests.ts'
import { Scroll } from '../scroll.tsx'
import { ListFiles } from '../take-away/list-files.tsx'
import { useTitle } from '../title.ts'
import { sayReasons } from './queue.ts'

const tabs = {
  worthy: 'Worth checking',
  doubtful: 'Doubtful',
  done: 'Checked',
  rules: 'How right the rules are',
} as const
type Tab = keyof typeof tabs

/** Reviewing across articles: what to look at first, what was said, and whom to trust. */
export function ReviewView({ query }: { query: URLSearchParams }) {
  const wanted = query.get('show') as Tab | null
  const tab: Tab = wanted && wanted in tabs ? wanted : 'worthy'
  useTitle(`${tabs[tab]} – Review`)
  return (
    <div class="reviewing">
      <h1>Review</h1>
      <nav class="tabs" aria-label="Show">
        {(Object.keys(tabs) as Tab[]).map((name) => (
          <a
            key={name}
            href={withQuery({ show: name === 'worthy' ? undefined : name })}
            aria-current={tab === name ? 'page' : undefined}
            onClick={follow}
          >
            {tabs[name]}
          </a>
        ))}
      </nav>
      {tab === 'worthy' && <Worthy />}
      {tab === 'doubtful' && <Doubtful />}
      {tab === 'done' && <Done />}
      {tab === 'rules' && <Rules />}
    </div>
  )
}

function Worthy() {
  const asked = { checked: 'false', limit: 50 } as const
  const list = useList('worthy', (query) => take(listCheckWorthy({ query: { ...query, ...asked } })))
  return (
    <Rows of={list} what="sentences" nothing="Nothing is left that is worth checking.">
      {(pages) => (
        <>
          <ListFiles path="/v1/check-worthy" query={asked} name="worth-checking" />
          <ul class="found">
            {pages
              .flatMap(({ items }) => items)
              .map(({ articleId, title, publication, publishedAt, text, start, score, reasons, claims }) => {
                const first = claims.find(({ type, review }) => type === 'figure' && !review) ?? claims[0]
                return (
                  <li key={`${articleId} ${start}`}>
                    <p class="sentence">
                      <a href={at(`/articles/${articleId}?queue=worthy#claim-${first?.id}`)}>{text.trim()}</a>
                    </p>
                    <p class="about">
                      {score}: {sayReasons(reasons)}
                    </p>
                    <p class="about">
                      {[title ?? 'Untitled', publication, publishedAt && sayDay(publishedAt)]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </li>
                )
              })}
          </ul>
        </>
      )}
    </Rows>
  )
}

/** What the rules are least sure of. */
function Doubtful() {
  const asked = { order: 'confidence', review: ['none'], limit: 50, expand: ['article'] } as const
  const list = useList('doubtful', (query) =>
    take(listClaims({ query: { ...query, ...asked, review: ['none'], expand: ['article'] } })),
  )
  return (
    <Rows of={list} what="claims" nothing="Every claim was reviewed.">
      {(pages) => (
        <>
          <ListFiles path="/v1/claims" query={asked} name="doubtful" />
          <ClaimRows pages={pages} />
        </>
      )}
    </Rows>
  )
}

function Done() {
  const list = useList('reviews', (query) => take(listReviews({ query: { ...query, limit: 50 } })))
  return (
    <Rows of={list} what="reviews" nothing="Nothing was reviewed yet.">
      {(pages) => (
        <>
          <ListFiles path="/v1/reviews" query={{}} name="reviews" />
          <ul class="found">
            {pages
              .flatMap(({ items }) => items)
              .map(({ id, review, by, at: time, note, claimId, articleId, surface, type, corrections, extracted }) => (
                <li key={id} class={type}>
                  <p>
                    <b>{review === 'none' ? 'taken back' : review}</b>{' '}
                    {articleId ? (
                      <a href={at(`/articles/${articleId}#claim-${claimId}`)}>{surface ?? claimId}</a>
                    ) : (
                      surface
                    )}
                  </p>
                  {corrections && (
                    <p class="about">
                      {Object.entries(corrections)
                        .map(
                          ([name, value]) =>
                            `${name}: ${sayJson(value)}${extracted ? `, the rule read ${sayJson(extracted[name])}` : ''}`,
                        )
                        .join('; ')}
                    </p>
                  )}
                  <p class="about">{[by, sayDay(time.slice(0, 10)), note].filter(Boolean).join(' · ')}</p>
                </li>
              ))}
          </ul>
        </>
      )}
    </Rows>
  )
}

const sayJson = (value: unknown) =>
  value === null || value === undefined ? 'nothing' : typeof value === 'object' ? JSON.stringify(value) : String(value)
const percent = (share: number | undefined) => (share === undefined ? '' : `${Math.round(share * 100)}%`)

function Rules() {
  const request = useRequest('extractors', () => take(listExtractors()))
  if (request.state !== 'here') return <Notice of={request} what="the rules" />
  const { types, items: extractors } = request.data
  return (
    <>
      <p class="about">
        Right and found, as reviewers judged; beside it what was measured on texts that people annotated.
      </p>
      <Scroll label="Rules, as a table">
        <table class="data">
          <thead>
            <tr>
              {[
                'rule',
                'claims',
                'confirmed',
                'corrected',
                'rejected',
                'right',
                'missed',
                'found',
                'on annotated texts',
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {types.map((type) => (
            <tbody key={type.type}>
              <Judged name={`all ${type.type}s`} {...type} />
              {extractors
                .filter(({ type: of }) => of === type.type)
                .map((extractor) => (
                  <Judged key={extractor.extractor} name={extractor.extractor} {...extractor} />
                ))}
            </tbody>
          ))}
        </table>
      </Scroll>
    </>
  )
}

function Judged({
  name,
  claims,
  confirmed,
  corrected,
  rejected,
  precision,
  ...more
}: { name: string } & (Extractor | TypeQuality)) {
  const { missed, recall, measured } = more as Partial<TypeQuality>
  return (
    <tr>
      <th scope="row">{name}</th>
      {[claims, confirmed, corrected, rejected].map((count, i) => (
        <td key={i}>{count.toLocaleString('en')}</td>
      ))}
      <td>{percent(precision)}</td>
      <td>{missed}</td>
      <td>{percent(recall)}</td>
      <td>{measured?.map(({ texts, values }) => `${texts}: F1 ${values}%`).join('; ')}</td>
    </tr>
  )
}
