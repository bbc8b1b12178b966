import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim/index.ts'

export const citationStyles = ['apa', 'mla', 'chicago'] as const
export type CitationStyle = (typeof citationStyles)[number]

/** Whose words a claim stands in, where it is somebody's other than the author's. */
export function speakerOf(claim: Claim): string | undefined {
  if (claim.type === 'quote') return claim.source?.name ?? claim.source?.surface
  return claim.attributedTo?.name
}

const months = 'January February March April May June July August September October November December'.split(' ')
// MLA shortens all but the short ones
const shortMonths = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')
const parts = (day: string) => day.split('-').map(Number) as [number, number, number]

/**
 * A claim's words with their source, as a style wants them: whoever says them is named before the author, who only reports them.
 * @param accessed day of access, `YYYY-MM-DD`
 * @param permalink where the claim is kept
 */
export function cite(
  style: CitationStyle,
  claim: Claim,
  article: Article,
  permalink: string,
  accessed: string | undefined,
): string {
  const { title, publication, author, publishedAt, url } = article
  const words = `“${(claim.type === 'quote' ? (claim.content ?? claim.surface) : claim.sentence.text).replace(/\s+/g, ' ').trim()}”`
  const speaker = speakerOf(claim)
  const proof = `Archived as ${permalink} (text SHA-256 ${article.textHash}).`
  const address = url ?? permalink
  switch (style) {
    case 'apa':
      return join([
        words,
        speaker &&
          `(${speaker}, as cited in ${author ?? publication ?? 'n.a.'}, ${publishedAt?.slice(0, 4) ?? 'n.d.'}).`,
        `${author ?? publication ?? 'n.a.'}. (${publishedAt ? apaDay(publishedAt) : 'n.d.'}).`,
        title && `${title}.`,
        author && publication && `${publication}.`,
        accessed && `Retrieved ${americanDay(accessed)}, from`,
        address,
        proof,
      ])
    case 'mla':
      return join([
        words,
        speaker && `${speaker}, qtd. in`,
        author && `${author}.`,
        title && `“${title}.”`,
        join([publication && `${publication},`, publishedAt && `${mlaDay(publishedAt)},`, `${address}.`]),
        accessed && `Accessed ${mlaDay(accessed)}.`,
        proof,
      ])
    default:
      return join([
        words,
        speaker && `${speaker}, quoted in`,
        author && `${author},`,
        title && `“${title},”`,
        publication && `${publication},`,
        publishedAt && `${americanDay(publishedAt)},`,
        accessed ? `${address} (accessed ${americanDay(accessed)}).` : `${address}.`,
        proof,
      ])
  }
}

const join = (words: readonly (string | undefined | false)[]) => words.filter(Boolean).join(' ')
const apaDay = (day: string) => {
  const [year, month, date] = parts(day)
  return `${year}, ${months[month - 1]} ${date}`
}
const americanDay = (day: string) => {
  const [year, month, date] = parts(day)
  return `${months[month - 1]} ${date}, ${year}`
}
const mlaDay = (day: string) => {
  const [year, month, date] = parts(day)
  return `${date} ${shortMonths[month - 1]} ${year}`
}
