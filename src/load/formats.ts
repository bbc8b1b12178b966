/** How a file holds its articles. An `archive` is read as a stream (see `readArchive`), the others whole. */
export type Format = 'text' | 'markdown' | 'html' | 'feed' | 'archive'

/** Bytes that hold articles, with what is known of them from outside. */
export type LoadSource = {
  /** For messages: a path or an address. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: Exclude<Format, 'archive'>
  /** The charset of the HTTP header. */
  readonly charset?: string
  /** Where a page was fetched from. */
  readonly address?: string
  /** The JSON beside the file: what it says of the article wins over what the file says. */
  readonly sidecar?: string
}

/** Endings of the files that are loaded, a `.gz` behind them included. */
const endings: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:txt|text)(?:\.gz)?$/i, 'text'],
  [/\.(?:md|markdown|mdown)(?:\.gz)?$/i, 'markdown'],
  [/\.(?:html?|xhtml)(?:\.gz)?$/i, 'html'],
  [/\.(?:xml|rss|atom|rdf|json)(?:\.gz)?$/i, 'feed'],
  [/\.(?:warc|wet)(?:\.wet)?(?:\.gz)?$/i, 'archive'],
]

/** The format that a file's name tells; undefined for other files. */
export const formatOf = (name: string): Format | undefined => endings.find(([ending]) => ending.test(name))?.[1]

/** For help and messages. */
export const formatNames =
  'plain text (.txt), Markdown (.md), HTML pages (.html), feeds (.xml, .rss, .atom, .json) and web archives (.warc, .wet), each also with .gz'
