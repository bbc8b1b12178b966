export type Json = Record<string, unknown>

/**
 * JSON-LD as its writer meant it, also with line breaks and other control characters in strings, commas at the end of lists, escapes that
 * JSON does not know, and a mark of comments around it; undefined for what cannot be read.
 */
export function parseLinkedData(source: string): unknown {
  const json = source.replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/g, '')
  for (const text of [() => json, () => mend(json)])
    try {
      return JSON.parse(text())
    } catch {}
  return undefined
}

// strings are matched to the end of the text where they have none: read once, never again
const mend = (json: string) =>
  json.replace(/"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|$)|,(?=\s*[}\]])/g, (found) =>
    found === ',' ? '' : found.replace(/\p{Cc}+/gu, ' ').replace(/\\(?!["\\/bfnrtu])(.)|(\\.)/g, '$1$2'),
  )

/** `NewsArticle` of `http://schema.org/NewsArticle` and `schema:NewsArticle`. */
export const typesOf = (node: Json | undefined): string[] =>
  [node?.['@type']].flat().map((type) => String(type).replace(/^.*[/#:]/, ''))

const plain = (address: unknown) =>
  typeof address === 'string' ? address.toLowerCase().replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/+$/g, '') : undefined
const words = (title: unknown) =>
  String(title ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The article that the page itself is, among those that it describes: the one with its address, else the one with its title, else the first. */
export function chooseArticle(
  articles: readonly Json[],
  page: { readonly addresses: readonly string[]; readonly titles: readonly string[] },
): Json | undefined {
  if (articles.length < 2) return articles[0]
  const addresses = new Set(page.addresses.map(plain))
  const titles = new Set(page.titles.map(words))
  const own = ({ url, mainEntityOfPage, '@id': id }: Json) =>
    [url, id, mainEntityOfPage, (mainEntityOfPage as Json | undefined)?.['@id']].some(
      (address) => typeof address === 'string' && addresses.has(plain(address)),
    )
  return articles.find(own) ?? articles.find((article) => titles.has(words(article.headline))) ?? articles[0]
}

/** The publication that a page or article is part of: through the page that an article stands on to the site. */
export function findPublication(article: Json, byId: (value: unknown) => unknown): unknown {
  let part: unknown = article
  for (let step = 0; step < 4; step++) {
    part = byId([(part as Json).isPartOf].flat()[0])
    if (typeof part === 'string') return /^https?:/.test(part) ? undefined : part
    if (typeof part !== 'object' || part === null) return undefined
    if (!typesOf(part as Json).some((type) => /Page$|^Publication(?:Issue|Volume)$/.test(type)))
      return (part as Json).name
  }
  return undefined
}
