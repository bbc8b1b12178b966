import { useState } from 'preact/hooks'
import { type ListClaimFacetsData, listClaimFacets } from '../../client/index.ts'
import { readNumber, sayNumber, symbolOf } from '../../say/numbers.ts'
import { sayUnit } from '../../say/units.ts'
import { at, go, withQuery } from '../address.ts'
import { Notice } from '../notice.tsx'
import { take, useRequest } from '../requests.ts'
import { ActorSearch } from './actor-search.tsx'
import { type Asked, toFacetQuery, toggleValue } from './query.ts'
import { YearBrush } from './year-brush.tsx'

/** What claims are counted by, in the order in which it is shown. */
const shown = {
  type: 'Type',
  kind: 'Kind',
  publication: 'Publication',
  unit: 'Unit',
  currency: 'Currency',
  measureHead: 'Of what',
  actor: 'Actor',
  author: 'Author',
  language: 'Language',
} as const
type By = keyof typeof shown

/** Values of a facet that are shown at first, and when more are wanted. */
const few = 6
const many = 200

/** What the claims under the query are, with counts; a press narrows to a value, another takes it back. */
export function Facets({ asked }: { asked: Asked }) {
  const open = (Object.keys(shown) as By[]).filter((by) => !asked.has(by))
  const request = useFacets(asked, open, few)
  const counted = new Map(request.state === 'here' ? request.data.map((facet) => [facet.by, facet]) : [])
  return (
    <>
      <YearBrush asked={asked} />
      <Published asked={asked} />
      {(asked.has('unit') || asked.has('currency')) && <Numbers asked={asked} />}
      {request.state === 'failed' && <Notice of={request} what="counts" />}
      {(Object.keys(shown) as By[]).map((by) =>
        asked.has(by) ? (
          <Chosen key={by} by={by} asked={asked} />
        ) : (
          <Facet key={by} by={by} asked={asked} counted={counted.get(by)} />
        ),
      )}
    </>
  )
}

/** Days of publication. */
function Published({ asked }: { asked: Asked }) {
  const field = (name: 'published__gte' | 'published__lt', label: string) => (
    <label>
      <span class="visually-hidden">{label}</span>
      <input
        type="date"
        value={asked.get(name)?.[0] ?? ''}
        onChange={(event) => go(withQuery({ [name]: event.currentTarget.value }), true)}
      />
    </label>
  )
  return (
    <fieldset class="facet">
      <legend>Published from, before</legend>
      <div class="days">
        {field('published__gte', 'Published from')}
        {field('published__lt', 'Published before')}
      </div>
    </fieldset>
  )
}

/** Numbers of one unit or currency, which is what numbers compare in; `2.5m` and `$3 billion` are taken as people write them. */
function Numbers({ asked }: { asked: Asked }) {
  const [wrong, setWrong] = useState<string>()
  const field = (name: 'number__gte' | 'number__lt', label: string) => {
    const value = asked.get(name)?.[0]
    return (
      <label>
        <span class="visually-hidden">{label}</span>
        <input
          type="text"
          inputMode="decimal"
          placeholder={label.split(' ').at(-1)!}
          value={value === undefined ? '' : sayNumber(Number(value))}
          aria-invalid={wrong === name}
          onChange={({ currentTarget: { value } }) => {
            const number = readNumber(value)
            setWrong(number === undefined && value.trim() ? name : undefined)
            if (number !== undefined || !value.trim())
              go(withQuery({ [name]: number === undefined ? undefined : String(number) }), true)
          }}
        />
      </label>
    )
  }
  return (
    <fieldset class="facet">
      <legend>Number from, below</legend>
      <div class="days">
        {field('number__gte', 'Number from')}
        {field('number__lt', 'Number below')}
      </div>
      {wrong && <p role="alert">A number, such as 20, 2.5 million or 3bn.</p>}
    </fieldset>
  )
}

const useFacets = (asked: Asked, by: readonly By[], limit: number, without?: By) =>
  useRequest(JSON.stringify([[...asked], by, limit, without]), async () =>
    by.length
      ? (
          await take(
            listClaimFacets({
              query: { ...toFacetQuery(asked, without), by: [...by] as ListClaimFacetsData['query']['by'], limit },
            }),
          )
        ).facets
      : [],
  )

/** A facet of which values are chosen is counted without them: they can be joined by others. */
function Chosen({ by, asked }: { by: By; asked: Asked }) {
  const request = useFacets(asked, [by], many, by)
  return <Facet by={by} asked={asked} counted={request.state === 'here' ? request.data[0] : undefined} />
}

type Counted = {
  values: readonly { value: string; count: number; name?: string | undefined }[]
  more: boolean
  sample?: number | undefined
}

function Facet({ by, asked, counted }: { by: By; asked: Asked; counted: Counted | undefined }) {
  const [all, setAll] = useState(false)
  const more = useFacets(asked, all ? [by] : [], many)
  const values = (all && more.state === 'here' && more.data[0]?.values) || counted?.values || []
  const chosen = asked.get(by) ?? []
  // what is chosen stays in sight, also where nothing is left of it
  const missing = chosen.filter((one) => !values.some(({ value }) => value.toLowerCase() === one.toLowerCase()))
  const rows = [...missing.map((value) => ({ value, count: 0, name: undefined })), ...values]
  if (!rows.length && by !== 'actor') return null
  const cut = !all && (counted?.more || rows.length > few + chosen.length)
  return (
    <fieldset class="facet">
      <legend>{shown[by]}</legend>
      {counted?.sample && <small>Of the latest {counted.sample.toLocaleString('en')}</small>}
      {by === 'actor' && <ActorSearch />}
      <ul>
        {rows.slice(0, all ? undefined : few + chosen.length).map(({ value, count, name }) => (
          <li key={value}>
            <label class={by === 'type' ? value : undefined}>
              <input
                type="checkbox"
                checked={chosen.some((one) => one.toLowerCase() === value.toLowerCase())}
                onChange={() =>
                  go(
                    `${at('/')}?${toggleValue(by, chosen.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value)}`,
                    true,
                  )
                }
              />
              <span>{sayValue(by, value, name)}</span> <small>{count ? count.toLocaleString('en') : ''}</small>
            </label>
          </li>
        ))}
      </ul>
      {cut && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          More
        </button>
      )}
    </fieldset>
  )
}

function sayValue(by: By, value: string, name: string | undefined): string {
  if (name) return name
  if (by === 'type') return `${value}s`
  if (by === 'currency') return symbolOf(value) === value ? value : `${symbolOf(value)} ${value}`
  if (by === 'unit') return value === 'percent' ? '%' : sayUnit(value, false)
  return value
}
