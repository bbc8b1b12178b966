import type { Article, Claim } from '../client/index.ts'
import { speakerOf } from './meaning.ts'
import { sayDay } from './say/days.ts'

type Cited = Pick<Article, 'title' | 'publication' | 'author' | 'publishedAt' | 'url' | 'textHash'>
type Citing = { readonly claim: Claim; readonly article: Cited; readonly link: string; readonly today: string }

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()
const join = (parts: readonly (string | false | undefined)[], between: string) => parts.filter(Boolean).join(between)

/** The words, and whose they are: the author of an article is not who speaks in it. */
function sayWords({ claim }: Citing): string {
  const speaker = speakerOf(claim)
  if (claim.type === 'quote') {
    const words = clean(claim.content ?? claim.surface).replace(/^["“”']+|["“”']+$/g, '')
    return claim.kind === 'indirect'
      ? `${speaker ? `${speaker}, as reported: ` : 'As reported: '}${words}`
      : `${speaker ? `${speaker}: ` : ''}“${words}”${speaker ? '' : ' (nobody is named as the speaker)'}`
  }
  return `“${clean(claim.sentence.text)}”${speaker ? ` (in the words of ${speaker})` : ''}`
}

/** What pins the text down that was read: whoever has the same text gets the same hash. */
const proof = ({ article, claim }: Citing) =>
  join([article.textHash && `text SHA-256 ${article.textHash}`, `characters ${claim.start}–${claim.end}`], ', ')

/** Title and publication with the stops that go inside the marks. */
const inMarks = (title: string, stop: string) => `“${title}${/[.?!]$/.test(title) ? '' : stop}”`

/** Styles of citation, each with the speaker, the day of access and the hash of the text. */
export const citations: Readonly<Record<string, (citing: Citing) => string>> = {
  APA: (citing) => {
    const { article, link, today } = citing
    const [year, month, day] = article.publishedAt
      ? [article.publishedAt.slice(0, 4), ...monthAndDay(article.publishedAt)]
      : []
    return clean(
      join(
        [
          `${sayWords(citing)} —`,
          join([article.author, `(${year ? `${year}, ${month} ${day}` : 'n.d.'}).`], ' '),
          `${article.title ?? 'Untitled'}.`,
          article.publication && `${article.publication}.`,
          `Retrieved ${americanDay(today)}, from ${join([article.url, link], ' and ')}`,
          `[${proof(citing)}]`,
        ],
        ' ',
      ),
    )
  },
  Chicago: (citing) => {
    const { article, link, today } = citing
    const source = join(
      [
        article.author,
        article.title && inMarks(article.title, ','),
        join([article.publication, article.publishedAt && americanDay(article.publishedAt)], ', '),
        `accessed ${americanDay(today)}`,
        join([article.url, link], ' and '),
      ],
      ', ',
    ).replaceAll(',”,', ',”')
    return clean(`${sayWords(citing)} — ${source} (${proof(citing)}).`)
  },
  MLA: (citing) => {
    const { article, link, today } = citing
    return clean(
      join(
        [
          `${sayWords(citing)} —`,
          article.author && `${article.author}.`,
          article.title && inMarks(article.title, '.'),
          join([article.publication, article.publishedAt && sayDay(article.publishedAt), article.url, link], ', ') +
            '.',
          `Accessed ${sayDay(today)}.`,
          `${proof(citing)}.`,
        ],
        ' ',
      ),
    )
  },
}

const monthAndDay = (iso: string): [string, string] => {
  const [day, month] = sayDay(iso).split(' ')
  return [month!, day!]
}
const americanDay = (iso: string) => {
  const [day, month, year] = sayDay(iso).split(' ')
  return year ? `${month} ${day}, ${year}` : iso
}
