import type { QuoteMention } from '../../model/mention.ts'
import { firstFrom, type SegmentedText, type Span } from '../../model/segment.ts'
import { populationOf } from '../../text/cities.ts'
import { isCommonWord } from '../../text/spelling.ts'

// Transcripts and interviews: a label at the start of a line (`MS. VARGA:`, `Tom Cole:`, `((Tom Cole))`) is the source of the words behind it; those
// of doubled brackets go on up to the next label. One label is no transcript: the same text must have another, or the words must be marked.

const label =
  /^(?<name>(?:(?:MR|MRS|MS|DR|Mr|Mrs|Ms|Dr|SEN|Sen|REP|Rep|GOV|Gov|JUDGE|Judge|PROF|Prof|THE)\.?\s)?\p{Lu}[\p{L}\p{M}.’'-]*(?:\s(?:(?:de|van|von|bin|al|der)\s)?\p{Lu}[\p{L}\p{M}.’'-]*){0,4})(?:\s\([^()\n]{2,40}\))?\s?:\s+(?=\S)/u
/** Who asks and who answers, as some papers print it: `((Tom Cole))`. */
const bracketed = /^\(\((?<name>\p{Lu}[^()\n]{1,60})\)\)\s*:?\s+(?=\S)/u
const headings =
  /^(?:note|update|breaking|correction|clarification|photo|picture|image|video|watch|read|related|source|sources|score|scores|result|results|location|where|when|who|what|why|how|cost|price|date|time|venue|tickets?|contact|email|phone|tel|website|address|by|from|to|subject|re|key points?|summary|analysis|opinion|editorial|more|live|exclusive|factbox|timeline|explainer|verdict|rating|answer|question|pros|cons|ps|warning|tip|tips|step|chapter|figure|table|graphic|credit|caption|file|goals?|scorers?|attendance|referee|subs|lineups?|squad|team|teams|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/i

type Line = { readonly name: Span; readonly words: Span; readonly surface: string; readonly sure: boolean }

/** The words of a transcript's speakers; none where a text is not one. Lines whose words another quotation covers are left to it. */
export function readTranscript({ text, paragraphs, quotations }: SegmentedText): QuoteMention[] {
  const lines: Line[] = []
  const turns = readTurns(text, paragraphs)
  for (const paragraph of paragraphs) {
    const found = label.exec(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 120)))
    const surface = found?.groups?.name
    if (!found || !surface || !isSpeaker(surface)) continue
    lines.push({
      name: { start: paragraph.start, end: paragraph.start + surface.length },
      words: { start: paragraph.start + found[0].length, end: paragraph.end },
      surface,
      sure: /^[\p{Lu}\s.’'-]{2,}$/u.test(surface) || /\s/.test(surface),
    })
  }
  const names = new Set(lines.map(({ surface }) => surface))
  const many = lines.length > 1 && (names.size > 1 || lines.length > 2) && lines.some(({ sure }) => sure)
  const found: QuoteMention[] = [...turns]
  for (const { name, words } of lines) {
    const quotation = quotations[firstFrom(quotations, words.start)]
    const marked = quotation && quotation.start - words.start <= 2 && quotation.end <= words.end + 1
    if (!marked && !(many && isSpoken(text.slice(words.start, words.end)))) continue
    // `MUMBAI: “...”`: where it was written
    if (!many && isTown(text.slice(name.start, name.end))) continue
    const span = marked ? quotation : words
    found.push({
      type: 'quote',
      extractor: 'quote.transcript',
      confidence: many ? 0.85 : 0.7,
      kind: 'direct',
      start: span.start,
      end: span.end,
      source: name,
    })
  }
  return found
}

const isTown = (surface: string): boolean =>
  populationOf(surface.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())) !== undefined

/** Turns under names in doubled brackets, of which a text has several. A turn goes on over the paragraphs behind it that end as sentences do; a question is the asker's. */
function readTurns(text: string, paragraphs: readonly Span[]): QuoteMention[] {
  const turns: { name: Span; words: Span }[] = []
  let open = false
  for (const { start, end } of paragraphs) {
    const lead = text.slice(start, Math.min(end, start + 80))
    const found = bracketed.exec(lead)
    const last = turns.at(-1)
    open =
      found !== null || (open && !label.test(lead) && /[.!…”"\])]\s*$/.test(text.slice(Math.max(start, end - 4), end)))
    if (found) {
      const name = { start: start + 2, end: start + 2 + found.groups!.name!.length }
      turns.push({ name, words: { start: start + found[0].length, end } })
    } else if (open && last) last.words = { start: last.words.start, end }
  }
  return turns.length < 2
    ? []
    : turns.map(({ name, words }) => ({
        type: 'quote',
        extractor: 'quote.transcript',
        confidence: 0.85,
        kind: 'direct',
        ...words,
        source: name,
      }))
}

/** A name: in capitals, with a title, of two words or of one that is no common word and no heading. */
function isSpeaker(surface: string): boolean {
  const words = surface.split(/\s+/)
  if (headings.test(surface) || words.some((word) => headings.test(word) && word.length > 3)) return false
  if (/^(?:Q|A)$/.test(surface)) return false
  if (words.length === 1) return surface.length > 1 && !isCommonWord(surface)
  return words.some((word) => !isCommonWord(word.replace(/\.$/, '')))
}

/** Words that end as sentences do. */
const isSpoken = (words: string) =>
  /[.?!…—–-][”"’']?\s*$/u.test(words) && words.split(/\s+/, 3).length > 1 && !listed.test(words)
/** `Ann Wu, Ben Ode, Cem Ak, ...`: a list of names. */
const listed = /^(?:\p{Lu}[\p{L}.’'-]*\s?){1,5}(?:,\s(?:\p{Lu}[\p{L}.’'-]*\s?){1,5}){2}/u
