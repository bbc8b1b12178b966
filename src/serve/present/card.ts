import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim/index.ts'
import { speakerOf } from './citation.ts'
import { describeMeaning } from './meaning.ts'

/** What a card shows. `link` leads to the claim, `original` to its passage in the article. */
export type Card = {
  readonly claim: Claim
  readonly article: Article
  readonly link: string
  readonly original: string | undefined
}
export const cardThemes = ['light', 'dark'] as const
export type CardTheme = (typeof cardThemes)[number]

const colours = {
  light: { paper: '#ffffff', ink: '#1b1b1b', quiet: '#5a5a5a', rule: '#d5d5d5', mark: '#ffe9a8' },
  dark: { paper: '#1b1b1d', ink: '#f2f2f2', quiet: '#b4b4b8', rule: '#47474c', mark: '#6b5200' },
} as const

/** Characters of a sentence that a card shows: longer ones are cut around the claim. */
const mostShown = 420

/** Text as it may stand in HTML and XML, between tags and in attributes: nothing in it is markup, and nothing is what XML 1.0 has no place for. */
export function escapeMarkup(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '\uFFFD')
      // marks that turn the direction of what follows would reach beyond the text
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  )
}

/** The sentence in three parts: before the claim's words, these, and behind them. */
function splitSentence({ sentence, surface, start, end }: Claim): [before: string, marked: string, behind: string] {
  const points = [...sentence.text]
  const [from, to] = [start - sentence.start, Math.min(end - sentence.start, points.length)]
  // a quotation of several sentences is more than the one it begins in
  if (from < 0 || end > sentence.end) return ['', cut(surface, mostShown), '']
  const marked = points.slice(from, to).join('')
  const room = Math.max(0, mostShown - marked.length)
  const before = points.slice(0, from).join('')
  const behind = points.slice(to).join('')
  const half = Math.max(room - behind.length, room >> 1)
  const shownBefore = before.length > half ? `…${before.slice(-half).replace(/^\S*\s/, '')}` : before
  return [shownBefore, cut(marked, mostShown), cut(behind, room - shownBefore.length)]
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, Math.max(0, most)).toWellFormed()}…` : text

const sourceLine = ({ claim, article }: Card): string =>
  [
    speakerOf(claim),
    article.title && cut(article.title, 90),
    article.publication && cut(article.publication, 60),
    article.publishedAt,
  ]
    .filter(Boolean)
    .join(' · ')

const proofLine = ({ claim, article }: Card): string => {
  const review = claim.review ? `${claim.review.status} by ${cut(claim.review.by, 40)} · ` : ''
  return `${review}characters ${claim.start}–${claim.end} of text ${article.textHash.slice(0, 12)}`
}

/** The card as HTML to be put into a page: no frame, no script, no style beyond its own elements. */
export function toHtmlCard(card: Card, theme: CardTheme): string {
  const { paper, ink, quiet, rule, mark } = colours[theme]
  const [before, marked, behind] = splitSentence(card.claim).map(escapeMarkup) as [string, string, string]
  const meaning = escapeMarkup(cut(describeMeaning(card.claim), 200))
  const original =
    card.original === undefined
      ? ''
      : ` · <a href="${escapeMarkup(card.original)}" rel="noopener" style="color:${quiet}">in the original</a>`
  return `<figure data-claim="${escapeMarkup(card.claim.id)}" style="max-width:640px;margin:1em 0;padding:16px 20px;border:1px solid ${rule};border-radius:8px;background:${paper};color:${ink};font:16px/1.5 system-ui,sans-serif">
<blockquote style="margin:0"${card.original === undefined ? '' : ` cite="${escapeMarkup(card.original)}"`}>${before}<mark style="background:${mark};color:${ink}">${marked}</mark>${behind}</blockquote>
<p style="margin:8px 0 0;font-size:14px">${meaning}</p>
<figcaption style="margin-top:8px;font-size:13px;color:${quiet}">${escapeMarkup(sourceLine(card))}<br><a href="${escapeMarkup(card.link)}" rel="noopener" style="color:${quiet}">${escapeMarkup(proofLine(card))}</a>${original}</figcaption>
</figure>
`
}

const width = 640
const margin = 24
const size = { text: 18, meaning: 15, small: 13 }

/** The card as a picture. It has no script, no link and nothing from elsewhere. */
export function toSvgCard(card: Card, theme: CardTheme): string {
  const { paper, ink, quiet, rule, mark } = colours[theme]
  const [before, marked, behind] = splitSentence(card.claim)
  const lines = wrap([{ text: before }, { text: marked, isMarked: true }, { text: behind }], size.text)
  const meaning = wrap([{ text: cut(describeMeaning(card.claim), 200) }], size.meaning).slice(0, 3)
  const source = wrap([{ text: sourceLine(card) }], size.small).slice(0, 3)
  const proof = wrap([{ text: proofLine(card) }], size.small).slice(0, 2)
  const rows: string[] = []
  let y = margin
  const put = (row: readonly Piece[], fontSize: number, colour: string) => {
    y += fontSize * 1.5
    let x = margin
    for (const { text, isMarked } of row) {
      const span = widthOf(text, fontSize)
      if (isMarked)
        rows.push(
          `<rect x="${round(x)}" y="${round(y - fontSize)}" width="${round(span)}" height="${round(fontSize * 1.3)}" fill="${mark}"/>`,
        )
      // the length is set, so that what is drawn fits the estimate in whatever font there is
      rows.push(
        `<text x="${round(x)}" y="${round(y)}" font-size="${fontSize}" fill="${colour}" textLength="${round(span)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escapeMarkup(text)}</text>`,
      )
      x += span
    }
  }
  for (const line of lines) put(line, size.text, ink)
  y += 8
  for (const line of meaning) put(line, size.meaning, ink)
  y += 4
  for (const line of [...source, ...proof]) put(line, size.small, quiet)
  const height = Math.ceil(y + margin)
  const label = escapeMarkup(`${before}${marked}${behind} (${sourceLine(card)})`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" font-family="system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"><title>${label}</title><rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${paper}" stroke="${rule}"/>${rows.join('')}</svg>
`
}

const round = (number: number) => Number(number.toFixed(1))

type Piece = { readonly text: string; readonly isMarked?: boolean }

/** Breaks text into lines of the card's width: between words, and inside what is longer than a line. */
function wrap(pieces: readonly Piece[], fontSize: number): Piece[][] {
  const room = width - 2 * margin
  const lines: Piece[][] = [[]]
  let used = 0
  for (const { text, isMarked = false } of pieces)
    for (const word of text.match(/\s+|[^\s]{1,40}/gu) ?? []) {
      const shown = /^\s/.test(word) ? ' ' : word
      const span = widthOf(shown, fontSize)
      if (used + span > room && used > 0) {
        lines.push([])
        used = 0
        if (shown === ' ') continue
      }
      const line = lines.at(-1)!
      const last = line.at(-1)
      if (last && last.isMarked === isMarked) line[line.length - 1] = { text: last.text + shown, isMarked }
      else line.push({ text: shown, isMarked })
      used += span
    }
  return lines.filter((line) => line.length > 0)
}

/** What text is about as wide as, in pixels: wide scripts take a square a character. */
function widthOf(text: string, fontSize: number): number {
  let ems = 0
  for (const character of text)
    ems += /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u.test(
      character,
    )
      ? 1
      : /[\p{M}]/u.test(character)
        ? 0
        : /[ilj.,;:'’|!()[\]ft ]/.test(character)
          ? 0.3
          : /[\p{Lu}mw%@&]/u.test(character)
            ? 0.7
            : 0.53
  return ems * fontSize
}
