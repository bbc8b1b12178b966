import type { PublishedAtSource } from '../model/article.ts'
import type { DayCustom } from './day-forms.ts'
import { hasOffset, isInUtc, readAddressDay, readPageDay } from './days.ts'
import { findStamps } from './page-stamps.ts'
import type { TextLengths } from './text-lengths.ts'

export type DaySource = PublishedAtSource

export type DayVoice = { readonly source: DaySource; readonly value: unknown }

type Heard = { source: DaySource; day: string; value: unknown; local: boolean }

/** What a stamp must weigh to be believed at all, and to tell the local day of a time in UTC. */
const leastWeight = -1
const localWeight = 3

/**
 * The day of publication of a page and who told it. JSON-LD and meta tags come first, then elements made for it, the address, lines on the
 * page, and the data of its scripts. A day told in UTC gives way to one that is told as in the place of writing, a day apart at most.
 * @param told what JSON-LD and meta tags say, most trusted first
 */
export function choosePageDay(
  document: Document,
  html: string,
  told: readonly DayVoice[],
  { url, heading, lengthOf, custom }: { url?: string; heading?: Element; lengthOf: TextLengths; custom: DayCustom },
): { day: string; source: DaySource } | undefined {
  const heard: Heard[] = []
  const hear = (source: DaySource, value: unknown, local = hasOffset(value)) => {
    const day = readPageDay(value, custom)
    if (day !== undefined) heard.push({ source, day, value, local })
  }
  for (const { source, value } of told) hear(source, value)
  for (const value of readMarkedDays(document)) hear('element', value)
  hear('url', readAddressDay(url), true)
  const settled = heard[0]
  if (settled && !(isInUtc(settled.value) && !heard.some(({ local }) => local))) return localDay(settled, heard)
  const body = document.body as Element | null
  const stamps = body ? findStamps(body, heading, lengthOf, custom) : []
  let best: (typeof stamps)[number] | undefined
  for (const stamp of stamps)
    if (stamp.weight >= leastWeight && stamp.weight > (best?.weight ?? -Infinity)) best = stamp
  if (best && readPageDay(best.day)) {
    heard.push({
      source: 'text',
      day: best.day,
      value: best.value,
      local: best.weight >= localWeight && !isInUtc(best.value),
    })
  }
  if (!heard[0]) hear('script', findScriptDay(html))
  return heard[0] && localDay(heard[0], heard)
}

function localDay(first: Heard, heard: readonly Heard[]): { day: string; source: DaySource } {
  const near =
    isInUtc(first.value) &&
    heard.find(({ local, day }) => local && Math.abs(Date.parse(day) - Date.parse(first.day)) <= 86_400_000)
  return near || first
}

/** Days in elements that are marked as days of publication (schema.org microdata, RDFa, hAtom, HTML's own `pubdate`). */
function readMarkedDays(document: Document): unknown[] {
  return Array.from(
    document.querySelectorAll(
      '[itemprop~="datePublished"],[property~="datePublished"],[property~="schema:datePublished"],[property~="dc:date"],abbr.published,time[pubdate]',
    ),
  )
    .slice(0, 5)
    .flatMap((element) => [
      ...['datetime', 'content', 'title'].map((name) => element.getAttribute(name)),
      element.textContent,
    ])
}

const scriptDay =
  /"(?:datePublished|date_?published|published_?at|publish_?date|pub_?date|published_?date|date_?posted|first_?published(?:_?at|_?date)?|publication_?date)\\?"\s*:\s*\\?"([^"\\]{6,40})\\?"/i

/** The day that the data of a page's scripts tell first, by a name for it. */
const findScriptDay = (html: string) => scriptDay.exec(html)?.[1]
