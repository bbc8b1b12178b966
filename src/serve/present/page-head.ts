import type { Actor } from '../../model/actor.ts'
import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim/index.ts'
import type { Comparison } from '../../model/comparison.ts'

/** What a link to a view of the page unfurls to, wherever it is pasted (https://ogp.me). */
export type PageHead = {
  readonly title: string
  readonly description: string
  readonly type: 'website' | 'article' | 'profile'
  /** Address of a picture. */
  readonly image?: string | undefined
}

const name = 'article-facts'
const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`
const join = (parts: readonly (string | undefined)[], between: string) => parts.filter(Boolean).join(between)
const clean = (text: string) => text.replace(/\s+/g, ' ').trim()
const shorten = (text: string, most: number) => {
  const points = [...clean(text)]
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('')
}

export const headOfLibrary = (q: string | undefined): PageHead => ({
  title: q ? `${shorten(q, 100)} – Library` : 'Library',
  description: 'What news articles say: actors, figures, dates and quotes, each traced to its words.',
  type: 'website',
})

export function headOfArticle({ title, publication, author, publishedAt, counts }: Article): PageHead {
  const claims = (['quote', 'figure', 'date', 'actor'] as const).map((type) => count(counts[type], type))
  return {
    title: title ?? 'Untitled',
    description: join(
      [join([publication, author, publishedAt], ' · '), `${claims.join(', ')}, each traced to its words.`],
      ' – ',
    ),
    type: 'article',
  }
}

/** @param image address of its card */
export function headOfClaim(claim: Claim, { title, publication, publishedAt }: Article, image: string): PageHead {
  const speaker = claim.type === 'quote' ? (claim.source?.name ?? claim.source?.surface) : claim.attributedTo?.name
  const words = `“${shorten(claim.type === 'quote' ? (claim.content ?? claim.surface) : claim.surface, 160)}”`
  return {
    title: join([words, claim.type === 'quote' ? speaker : aboutOf(claim)], ' – '),
    description: join([shorten(claim.sentence.text, 300), join([title, publication, publishedAt], ', ')], ' – '),
    type: 'article',
    image,
  }
}

/** What a claim is about, in the words of its article. */
function aboutOf(claim: Claim): string {
  if (claim.type === 'figure') return join([claim.measure, claim.subject?.name], ', ')
  return claim.type === 'actor' ? join([claim.role, claim.affiliation], ', ') : ''
}

export const headOfActor = ({ name, kind, role, affiliation, mentionCount, articleCount }: Actor): PageHead => ({
  title: name,
  description: join(
    [join([kind, role, affiliation], ', '), `${count(mentionCount, 'mention')} in ${count(articleCount, 'article')}`],
    ' – ',
  ),
  type: 'profile',
})

export const headOfComparison = (comparison: Comparison | undefined): PageHead => ({
  title: comparison ? `${join([comparison.measure, comparison.subject], ', ')} – Compare` : 'Compare',
  description: comparison
    ? `${count(comparison.claimCount, 'figure')} in ${count(comparison.articleCount, 'article')}: they ${comparison.verdict}.`
    : 'Figures of the same thing in several articles, side by side.',
  type: 'website',
})

export const headOfTrying: PageHead = {
  title: 'Try it',
  description: 'Paste a text and see its claims; nothing is stored.',
  type: 'website',
}

export const headOfReviews: PageHead = {
  title: 'Review',
  description: 'What is worth checking, what was checked, and how right the rules are.',
  type: 'website',
}

/** The head in HTML, everything in it escaped. @param address where the view is */
export function renderHead({ title, description, type, image }: PageHead, address: string): string {
  const property = (name: string, content: string) => `<meta property="og:${name}" content="${toHtml(content)}" />`
  return [
    `<title>${toHtml(`${title} · ${name}`)}</title>`,
    `<meta name="description" content="${toHtml(description)}" />`,
    `<link rel="canonical" href="${toHtml(address)}" />`,
    property('site_name', name),
    property('title', title),
    property('description', description),
    property('type', type),
    property('url', address),
    ...(image ? [property('image', image)] : []),
    `<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}" />`,
  ].join('\n    ')
}

/** Text as the value of an attribute or of an element: nothing in it is markup. */
const toHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ')
