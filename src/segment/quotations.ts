import { type Quotation, type Span, spanAt } from '../model/segment.ts'

const opens = /[\s([{“"«—–\-/]/
const closes = /[\s.,;:!?)\]}”"»—–\-/…]/

/**
 * Words between quotation marks: curly, straight and angle double marks, and single ones where they cannot be apostrophes.
 * A double quotation left open at the end of a paragraph goes on in the next one if that begins with an opening mark
 * (the press repeats the mark at each paragraph and closes only the last); left open otherwise, it ends with its paragraph.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = []
  let open: Span[] = []
  paragraphs.forEach((paragraph, index) => {
    const { closed, unclosed } = scanDouble(text, paragraph)
    if (open.length) {
      const first = closed[0] && isLeading(text, paragraph, closed[0].start) ? closed.shift() : undefined
      const last = first ?? (unclosed && isLeading(text, paragraph, unclosed.start) ? unclosed : undefined)
      if (last) open.push(last)
      if (first || !last) {
        found.push(join(open))
        open = []
      }
    }
    for (const span of closed) found.push({ ...span, parts: [span], mark: 'double' })
    if (unclosed && !open.includes(unclosed)) {
      const next = paragraphs[index + 1]
      if (next && /^[“"«]/.test(text[next.start]!)) open = [unclosed]
      else if (/[“«„]/.test(text[unclosed.start - 1]!) && unclosed.end - unclosed.start > 1)
        found.push({ ...unclosed, parts: [unclosed], mark: 'double' })
    }
  })
  if (open.length) found.push(join(open))
  // double ones come in text order and disjoint, so that one look tells whether a single one touches any
  const single = paragraphs.flatMap((paragraph) => scanSingle(text, paragraph, found))
  return [...found, ...single].sort((a, b) => a.start - b.start || b.end - a.end)
}

const join = (parts: readonly Span[]): Quotation => ({
  start: parts[0]!.start,
  end: parts.at(-1)!.end,
  parts,
  mark: 'double',
})
const isLeading = (text: string, paragraph: Span, start: number) =>
  /^[\s“"«„]*$/.test(text.slice(paragraph.start, start))

function scanDouble(text: string, paragraph: Span): { closed: Span[]; unclosed: Span | undefined } {
  const closed: Span[] = []
  let start = -1
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const mark = text[i]!
    if (mark === '“' || mark === '«' || mark === '„') {
      if (start < 0) start = i + 1
    } else if (mark === '”' || mark === '»') {
      if (start >= 0) closed.push({ start, end: i })
      start = -1
    } else if (mark === "'" && text[i + 1] === "'") {
      // two single marks typed for a double one
      i++
      if (start >= 0) {
        closed.push({ start, end: i - 1 })
        start = -1
      } else if (opens.test(text[i - 2] ?? ' ') && /\S/.test(text[i + 1] ?? ' ')) start = i + 1
    } else if (mark === '"') {
      const inch = /\d/.test(text[i - 1] ?? '') && start < 0
      if (inch) continue
      if (start < 0) start = i + 1
      else {
        closed.push({ start, end: i })
        start = -1
      }
    }
  }
  return {
    closed: closed.filter((span) => span.end > span.start),
    unclosed: start >= 0 && start < paragraph.end ? { start, end: paragraph.end } : undefined,
  }
}

/** Single marks: an opening one stands before a letter and behind white space, a closing one before white space or punctuation. */
function scanSingle(text: string, paragraph: Span, taken: readonly Span[]): Quotation[] {
  const found: Quotation[] = []
  let start = -1
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const mark = text[i]
    if (mark !== "'" && mark !== '‘' && mark !== '’') continue
    const before = i === paragraph.start ? ' ' : text[i - 1]!
    const after = i + 1 >= paragraph.end ? ' ' : text[i + 1]!
    if (
      start < 0 &&
      mark !== '’' &&
      opens.test(before) &&
      /[\p{L}\p{N}]/u.test(after) &&
      !/^\d0s/.test(text.slice(i + 1, i + 4))
    )
      start = i + 1
    else if (start >= 0 && mark !== '‘' && closes.test(after) && !/\s/.test(before) && i > start) {
      // a plural possessive (`workers' rights`) inside is no end when a better one follows
      if (
        /s/.test(before) &&
        /^['’] \p{Ll}/u.test(text.slice(i, i + 3)) &&
        /^[^'‘’\n]*[.,!?]?['’](?:\s|$|[.,;:!?])/.test(text.slice(i + 1, paragraph.end))
      )
        continue
      found.push({ start, end: i, parts: [{ start, end: i }], mark: 'single' })
      start = -1
    }
  }
  return found.filter((single) => {
    const other = spanAt(taken, single.end - 1)
    return !(other && single.start < other.end && other.start < single.end)
  })
}
