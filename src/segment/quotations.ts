import { type Quotation, type Span, spanAt } from '../model/segment.ts'

const opens = /[\s([{“"«„»—–\-/]/
const closes = /[\s.,;:!?)\]}”"»“«—–\-/…]/

/**
 * Words between quotation marks: curly, straight and angle double marks, and single ones where they cannot be apostrophes.
 * A double quotation left open at the end of a paragraph goes on in the next one if that begins with an opening mark
 * (the press repeats the mark at each paragraph and closes only the last); left open otherwise, it ends with its paragraph.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = []
  const marks = paragraphs.map((paragraph) => findMarks(text, paragraph))
  let open: Span[] = []
  paragraphs.forEach((paragraph, index) => {
    const { closed, unclosed } = scanDouble(text, paragraph, marks[index]!)
    if (open.length) {
      const first = closed[0] && isLeading(text, paragraph, closed[0].start) ? closed.shift() : undefined
      const last = first ?? (unclosed && isLeading(text, paragraph, unclosed.start) ? unclosed : undefined)
      if (last) open.push(last)
      if (first || !last) {
        found.push(join(open))
        open = []
      }
    }
    for (const span of closed) found.push({ ...span, parts: span.parts ?? [span], mark: 'double' })
    if (unclosed && !open.includes(unclosed)) {
      const next = paragraphs[index + 1]
      if (next && /^[“"«„]/.test(text[next.start]!)) open = [unclosed]
      else if (/[“«„]/.test(text[unclosed.start - 1]!) && unclosed.end - unclosed.start > 1)
        found.push({ ...unclosed, parts: [unclosed], mark: 'double' })
    }
  })
  if (open.length) found.push(join(open))
  // double ones come in text order and disjoint, so that one look tells whether a single one touches any
  const left: Span[] = []
  const single = paragraphs.flatMap((_, index) => scanSingle(text, paragraphs, index, marks[index]!, found, left))
  // of nested ones the outer is the quotation
  const inner = found.filter((double) => {
    const outer = spanAt(single, double.start)
    return !(outer && outer.start < double.start && double.end < outer.end)
  })
  return [...inner, ...single].sort((a, b) => a.start - b.start || b.end - a.end)
}

const join = (parts: readonly Span[]): Quotation => ({
  start: parts[0]!.start,
  end: parts.at(-1)!.end,
  parts: parts.flatMap((part) => (part as Marked).parts ?? [part]),
  mark: 'double',
})
const isLeading = (text: string, paragraph: Span, start: number) =>
  /^[\s“"«„]*$/.test(text.slice(paragraph.start, start))

/** Where in a paragraph anything stands that may be a quotation mark. */
function findMarks(text: string, { start, end }: Span): number[] {
  const found: number[] = []
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    // " ' ` « » and ‘ to „
    if (code === 34 || code === 39 || code === 96 || code === 171 || code === 187 || (code >= 0x2018 && code <= 0x201e))
      found.push(i)
  }
  return found
}

type Marked = Span & { readonly width?: 2; readonly parts?: readonly Span[] }

function scanDouble(
  text: string,
  paragraph: Span,
  marks: readonly number[],
): { closed: Marked[]; unclosed: Span | undefined } {
  const closed: Marked[] = []
  let start = -1
  let opener = ''
  let seen = false
  /** Stretches of a quotation whose paragraphs were run together, each with its opening mark: `"It rained. "We left."`. */
  let earlier: Span[] = []
  for (let k = 0; k < marks.length; k++) {
    const i = marks[k]!
    const mark = text[i]!
    if (mark === '“' || mark === '«' || mark === '„') {
      // German quotations close with what opens others; elsewhere a second opening mark says that the first was left open
      if (start >= 0 && opener + mark === (mark === '“' ? '„“' : '»«')) {
        closed.push({ start, end: i })
        start = -1
      } else if (start < 0 || mark === '“') {
        start = i + 1
        opener = mark
      }
      seen = true
    } else if (mark === '»' && start < 0 && isOpening(text, paragraph, i)) {
      start = i + 1
      opener = mark
      seen = true
    } else if (mark === '”' || (mark === '»' && (start < 0 || opener === '«'))) {
      if (start >= 0) closed.push({ start, end: i })
      // `Clans fight,” the minister said`: opened by nothing but the paragraph
      else if (!seen && isClosing(text, paragraph, i))
        closed.push({ start: firstLetter(text, paragraph.start), end: i })
      start = -1
      seen = true
    } else if ((mark === "'" || mark === '`') && text[i + 1] === mark) {
      // two single marks typed for a double one
      if (mark === "'" && start >= 0 && opener.length === 2) {
        closed.push({ start, end: i, width: 2 })
        start = -1
      } else if (start < 0 && opens.test(text[i - 1] ?? ' ') && /\S/.test(text[i + 2] ?? ' ')) {
        start = i + 2
        opener = mark + mark
      }
      seen = true
      if (marks[k + 1] === i + 1) k++
    } else if (mark === '"') {
      const inch = /\d/.test(text[i - 1] ?? '') && start < 0
      if (inch) continue
      // `"We will win, said Ruiz. "It is ours," said Ode.`: what opens again was never closed
      const again =
        start >= 0 &&
        opener === '"' &&
        /\s/.test(text[i - 1] ?? '') &&
        /\p{Lu}/u.test(text[i + 1] ?? '') &&
        /[.!?]\s$/.test(text.slice(Math.max(start, i - 2), i))
      if (start < 0 || again) {
        if (again && !isAttributed(text, start, i)) earlier.push({ start, end: i - 1 })
        else earlier = []
        start = i + 1
        opener = mark
      } else {
        const last = { start, end: i }
        closed.push(earlier.length > 0 ? { start: earlier[0]!.start, end: i, parts: [...earlier, last] } : last)
        earlier = []
        start = -1
      }
      seen = true
    }
  }
  return {
    closed: closed.filter((span) => span.end > span.start),
    unclosed: start >= 0 && start < paragraph.end ? { start, end: paragraph.end } : undefined,
  }
}

/** `"We will win, said Ruiz. "It is ours,"`: an attribution inside says that a closing mark is missing. */
const isAttributed = (text: string, start: number, end: number): boolean =>
  /,\s(?:said|says|added|told)\s|,\s(?:he|she|they|\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3})\s(?:said|says|added|told)(?![\p{L}])/u.test(
    text.slice(Math.max(start, end - 300), end),
  )

/** `»We will not pay«`, as German books and papers have it. */
const isOpening = (text: string, paragraph: Span, i: number): boolean =>
  opens.test(i === paragraph.start ? ' ' : text[i - 1]!) && /[\p{L}\p{N}]/u.test(text[i + 1] ?? '')

const isClosing = (text: string, paragraph: Span, i: number): boolean =>
  i > paragraph.start + 8 && text[i - 1] === ',' && /^\s[\p{L}]/u.test(text.slice(i + 1, i + 3))

function firstLetter(text: string, at: number): number {
  let start = at
  while (/[\s.…]/.test(text[start] ?? '')) start++
  return start
}

/**
 * Single marks: an opening one stands before a letter and behind white space, a closing one before white space or punctuation. One that
 * holds a whole double quotation and ends as sentences do is the outer of two (‘I told him, “Go,” and he did,’ she said).
 */
function scanSingle(
  text: string,
  paragraphs: readonly Span[],
  index: number,
  marks: readonly number[],
  taken: readonly Span[],
  open: Span[],
): Quotation[] {
  const paragraph = paragraphs[index]!
  const found: Quotation[] = []
  let start = -1
  let opener = ''
  for (const i of marks) {
    const mark = text[i]
    if (mark !== "'" && mark !== '‘' && mark !== '’' && mark !== '‚') continue
    if (mark === "'" && (text[i + 1] === "'" || text[i - 1] === "'")) continue
    const before = i === paragraph.start ? ' ' : text[i - 1]!
    const after = i + 1 >= paragraph.end ? ' ' : text[i + 1]!
    if (
      start < 0 &&
      mark !== '’' &&
      opens.test(before) &&
      (/[\p{L}\p{N}]/u.test(after) || (mark === '‘' && /[“"]/.test(after))) &&
      !/^\d0s/.test(text.slice(i + 1, i + 4))
    ) {
      start = i + 1
      opener = mark
      if (i > paragraph.start) open.length = 0
    } else if (
      start >= 0 &&
      (opener === '‚' ? mark === '‘' : mark !== '‘' && mark !== '‚') &&
      closes.test(after) &&
      !/\s/.test(before) &&
      i > start
    ) {
      // a plural possessive (`workers' rights`) inside is no end when a better one follows
      if (
        /s/.test(before) &&
        /^['’] \p{Ll}/u.test(text.slice(i, i + 3)) &&
        /^[^'‘’\n]*[.,!?]?['’](?:\s|$|[.,;:!?])/.test(text.slice(i + 1, Math.min(paragraph.end, i + 1000)))
      )
        continue
      const parts = [...open, { start, end: i }]
      open.length = 0
      found.push({ start: parts[0]!.start, end: i, parts, mark: 'single' })
      start = -1
    }
  }
  // left open, it goes on in the next paragraph if that begins with the same mark
  const next = paragraphs[index + 1]
  if (start >= 0 && opener === '‘' && next && text[next.start] === '‘') open.push({ start, end: paragraph.end })
  else open.length = 0
  return found.filter((single) => {
    const other = spanAt(taken, single.end - 1)
    if (!other || single.start >= other.end || other.start >= single.end) return true
    return isOuter(text, single, other)
  })
}

/** A single quotation around double ones: the inner ones lie in it whole, and it ends with a comma, a full stop or their mark. */
const isOuter = (text: string, single: Span, inner: Span): boolean =>
  single.start < inner.start && inner.end < single.end && /[,.!?…”"]$/.test(text.slice(single.start, single.end))
