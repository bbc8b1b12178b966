import type { LoadedSection } from '../model/article.ts'
import type { SectionKind } from '../model/section.ts'
import { type Span, spanAt } from '../model/segment.ts'
import { monthSource, weekdaySource } from '../text/calendar.ts'
import { isFirstName } from '../text/lexicon.ts'
import type { Block } from './paragraphs.ts'

// Wording common to boxes around articles, whoever publishes them: calls to act on the page rather than sentences of the story.
const callToAction =
  /^(?:sign up|subscribe|get (?:the|our) (?:latest|daily|weekly|best)|read (?:more|also|next|the full)|see also|related(?: stories| articles| coverage)?:?$|more (?:from|on|stories)|follow (?:us|@)|share (?:this|on)|click here|donate|support (?:us|our)|join (?:us|our|the conversation)|download (?:our|the) app|advertisement|sponsored|listen to|watch(?: live| now|:)|view (?:comments|gallery)|leave a comment|back to top|print this|email this|copyright|©|all rights reserved|image credit|photo(?:graph)?s?(?: by|:)|source:$)/i
const boxWords =
  /\b(?:newsletters?|regular emails|e-?mails? (?:from|updates)|inbox|stay (?:informed|up to date|updated)|unsubscribe|privacy policy|terms (?:of use|of service|and conditions)|cookies?|all rights reserved|your (?:email|e-mail) address|free trial|log in|create an account|this article (?:was|is) (?:originally|first) published|republished (?:from|under|with)|reprinted with)\b/i
const disclaimer =
  /\b(?:(?:views|opinions)(?: and (?:views|opinions))?\s+(?:expressed|are those|contained)|(?:opinions|views) (?:expressed )?(?:are|is) (?:those|that|solely)|do(?:es)? not necessarily (?:represent|reflect)|own and do not|non-?partisan (?:research|policy|organi[sz]ation|think tank)|is [\p{L}’']+ (?:online|weekly|monthly|quarterly) (?:journal|magazine|publication)|[’']s online (?:journal|magazine)|about (?:the author|us)$)/iu
const noteWords =
  /\b(?:before joining|graduated from|(?:she|he|they) (?:previously|is based|lives in|holds a|earned)|author of|(?:BA|MA|PhD|B\.A\.|M\.A\.|Ph\.D\.) (?:in|from)|fellow at|contributor to|contributing (?:writer|editor)|(?:staff )?(?:writer|reporter|correspondent|editor|columnist) (?:at|for|with|covering|based)|professor (?:of|at)|can be reached|follow (?:him|her|them) (?:on|at)|research(?:er| assistant| fellow)|program (?:assistant|officer|manager|director)|intern)\b/i
const noteOpening =
  /^(?:By )?((?:\p{Lu}[\p{L}’'.-]+\s+){1,3}\p{Lu}[\p{L}’'-]+)(?:,[^.]{1,80},)?\s+(?:is|was|writes|covers|serves|works|has been|reports|teaches)\s/u
const dateline = new RegExp(
  `^(?:(?:${weekdaySource}),?\\s+)?(?:(?:${monthSource})\\s+\\d{1,2}|\\d{1,2}\\s+(?:${monthSource})),?\\s+\\d{4}\\.?$`,
  'u',
)
const caption = /^(?:image|photo(?:graph)?|picture|caption|file photo)s?(?:\s+credit)?\s*(?::|by\b|courtesy\b)/i

/**
 * Tells body from what surrounds it, by form alone: position, shape, and wording common to such boxes.
 * A note on the author or a publisher's blurb counts only in the run of such blocks at the end; boxes and captions count anywhere.
 */
export function findSections(
  text: string,
  blocks: readonly Block[],
  told: readonly LoadedSection[],
): (Span & { kind: SectionKind })[] {
  const kinds = blocks.map((block): SectionKind => {
    const known = spanAt(told, block.start)
    return known && known.start <= block.start && block.end <= known.end
      ? known.kind
      : classifyAnywhere(text.slice(block.start, block.end))
  })
  for (let i = blocks.length - 1; i > 0; i--) {
    if (kinds[i] !== 'body') continue
    const kind = classifyTail(text.slice(blocks[i]!.start, blocks[i]!.end))
    if (kind === 'body') break
    kinds[i] = kind
  }
  markHead(text, blocks, kinds)
  if (!kinds.includes('body') && blocks.length > 0) kinds.fill('body') // a text of nothing but boxes is what the reader gave us
  const sections: (Span & { kind: SectionKind })[] = []
  blocks.forEach((block, i) => {
    const last = sections.at(-1)
    if (last && last.kind === kinds[i]) sections[sections.length - 1] = { ...last, end: block.end }
    else sections.push({ kind: kinds[i]!, start: block.start, end: block.end })
  })
  return sections
}

function classifyAnywhere(words: string): SectionKind {
  if (words.length > 600) return 'body'
  if (caption.test(words) && words.length < 300) return 'caption'
  if (dateline.test(words)) return 'dateline'
  const lines = words.split(/[\r\n]+/).map((line) => line.trim())
  const calls = lines.filter(
    (line) => line.length < 90 && callToAction.test(line) && !/[“”"]/.test(line) && !/\b(?:said|says)\b/.test(line),
  ).length
  if (calls === 0) return 'body'
  const short = words.length < 240
  return (calls === lines.length && words.length < 90 && !/[.]\s/.test(words)) ||
    (short && boxWords.test(words)) ||
    /^read more$/i.test(lines.at(-1)!)
    ? 'boilerplate'
    : 'body'
}

function classifyTail(words: string): SectionKind {
  if (words.length > 1200) return 'body'
  if (disclaimer.test(words) || (boxWords.test(words) && words.length < 400 && !/\b(?:said|says|told)\b/.test(words)))
    return 'boilerplate'
  const opening = noteOpening.exec(words)
  if (
    opening &&
    (noteWords.test(words) ||
      (isFirstName(opening[1]!.split(/\s+/)[0]!) &&
        /^[^.]*\b(?:at|for|with) the\b[^.]*\./.test(words) &&
        words.length < 240 &&
        /\bis an?\b/.test(words)))
  )
    return 'author-note'
  return 'body'
}

/** The first block is a headline if it is one short line without a full stop and prose follows. */
function markHead(text: string, blocks: readonly Block[], kinds: SectionKind[]): void {
  const first = blocks[0]
  if (!first || blocks.length < 2 || kinds[0] !== 'body' || first.lines.length > 1) return
  const words = text.slice(first.start, first.end)
  const prose = blocks
    .slice(1)
    .some((block) => block.end - block.start > 2 * words.length || /[.!?”"]$/.test(text.slice(block.start, block.end)))
  if (words.length <= 160 && prose && !/[.!?:;,”"]$/.test(words) && /\s/.test(words)) kinds[0] = 'headline'
}
