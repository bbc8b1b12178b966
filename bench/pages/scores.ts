import { compareShingles, countChunks, countDay, f1, f1OfMeans, sum } from './measures.ts'
import type { Reading } from './read-page.ts'

const letters = (words: string) =>
  words
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '')
/** The path of an address, without what does not tell pages apart; undefined for what is no address, as sets name some of their pages. */
function pathOf(address: string): string | undefined {
  const url = URL.parse(address.trim())
  return url?.pathname
    .replace(/;jsessionid=.*$/i, '')
    .replace(/\/(?:index|default)\.\w+$/i, '/')
    .replace(/%[\da-f]{2}/gi, (byte) => byte.toUpperCase())
    .replace(/[/.]+$/, '')
    .toLowerCase()
}

/** A share of the pages that tell a field, and how many those are. */
export type Share = { readonly wrong: number; readonly of: number }

const shareOf = (readings: readonly Reading[], isWrong: (reading: Reading) => boolean | undefined): Share => {
  const judged = readings.map(isWrong).filter((each) => each !== undefined)
  return { wrong: judged.filter(Boolean).length, of: judged.length }
}

export type Scores = {
  readonly pages: number
  readonly refused: number
  /** F1 of the text by the set's own measure: every word, and without boxes and captions. */
  readonly all?: number
  readonly article?: number
  readonly days?: number
  readonly title: Share
  readonly url: Share
  readonly publication: Share
  /** Median of the processor's time, in milliseconds. */
  readonly time: number
}

export function score(readings: readonly Reading[]): Scores {
  const times = readings.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const bodies = readings.filter(({ page }) => page.body !== undefined)
  const chunks = readings.filter(({ page }) => page.chunks)
  const days = readings.filter(({ page }) => page.day !== undefined)
  const text = (field: 'all' | 'article') =>
    bodies.length
      ? f1OfMeans(bodies.map((reading) => compareShingles(reading.page.body!, reading[field])))
      : f1(
          sum(
            chunks.map((reading) =>
              countChunks(
                field === 'all' ? reading.all : `${reading.lead}\n\n${reading.article}`,
                reading.page.chunks!,
              ),
            ),
          ),
        )
  return {
    pages: readings.length,
    refused: readings.filter(({ failure }) => failure !== undefined).length,
    ...((bodies.length || chunks.length) && { all: text('all'), article: text('article') }),
    ...(days.length && {
      days: f1(sum(days.map(({ page, metadata }) => countDay(page.day!, metadata.publishedAt)))),
    }),
    title: shareOf(readings, ({ page, metadata }) =>
      page.title && metadata.title ? isOtherTitle(page.title, metadata.title) : undefined,
    ),
    url: shareOf(readings, ({ page, metadata }) =>
      // sets name some of their pages by no address (`hard::example.com.html`)
      page.address && metadata.url && /^https?:/.test(page.address.trim())
        ? pathOf(page.address) !== pathOf(metadata.url)
        : undefined,
    ),
    publication: shareOf(readings, ({ metadata: { publication, title } }) =>
      publication ? title !== undefined && letters(publication) === letters(title) : undefined,
    ),
    time: times[times.length >> 1] ?? 0,
  }
}

/** Titles that do not hold each other: where annotators left a subtitle out, or the site's name in, both are right. */
function isOtherTitle(expected: string, found: string): boolean {
  const [a, b] = [letters(expected), letters(found)]
  return !(a.includes(b) || b.includes(a)) || /&#?\w+;/.test(found)
}
