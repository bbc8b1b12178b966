import { type Block, isNamedApart, listBlocks } from './blocks.ts'
import { findDays } from './day-forms.ts'
import { kindOfLine } from './line-kinds.ts'
import type { TextLengths } from './text-lengths.ts'

// The lead (standfirst, deck): what stands between the title and the text in boxes of its own, and is left out by readers of articles.

/** Blocks behind the heading that are looked through, and code units. */
const mostBlocks = 40
const mostLooked = 8000
/** A lead is no longer, in code units; a paragraph of it no shorter. */
const mostLead = 1200
const fewest = 50
/** What begins like a part of the text is that part, in other markup. */
const sameLength = 60
/** Blocks that tell where the text begins, and how long they are at least. */
const firstBlocks = 6
const shortest = 25

/** The blocks behind the heading that shows the title, in the order of the page, as far as a lead can be. */
export function listBehind(heading: Element, lengthOf: TextLengths): Block[] {
  const blocks: Block[] = []
  let looked = 0
  for (let element: Element | null = heading; element && element.localName !== 'body'; element = element.parentElement)
    for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
      if (blocks.length >= mostBlocks || looked >= mostLooked) return blocks
      if (isNamedApart(next, next.localName)) continue
      looked += lengthOf(next)
      blocks.push(...listBlocks(next, lengthOf).slice(0, mostBlocks))
    }
  return blocks
}

/**
 * The paragraphs of the lead.
 * @param behind what stands behind the heading of the page
 * @param found the blocks of the text
 */
export function findLead(behind: readonly Block[], found: readonly Block[]): Block[] {
  const starts = found.filter(({ text }) => text.length >= shortest).slice(0, firstBlocks)
  const places = starts
    .map(({ text }) => behind.findIndex((block) => block.text === text))
    .filter((place) => place >= 0)
  if (places.length === 0) return []
  const known = new Set(found.slice(0, 4 * firstBlocks).map(({ text }) => text))
  const whole = found.map(({ text }) => text).join('\n')
  const lead = behind
    .slice(0, Math.min(...places))
    .filter((block) => isProse(block) && !known.has(block.text) && !whole.includes(block.text.slice(0, sameLength)))
  const length = lead.reduce((sum, { text }) => sum + text.length, 0)
  return length > mostLead ? [] : lead.map((block) => ({ ...block, kind: 'lead' }))
}

const isProse = (block: Block): boolean => {
  const { text, kind, linked, apart } = block
  return (
    (kind === undefined || kind === 'headline') &&
    !apart &&
    text.length >= fewest &&
    linked < text.length / 2 &&
    (text.match(/\s+/g)?.length ?? 0) >= 6 &&
    /[.!?…:]["”’»)\]]*$/.test(text) &&
    kindOfLine(block) === undefined &&
    !/^(?:published|updated|posted)\b/i.test(text) &&
    (findDays(text.slice(0, 60))[0]?.start ?? sameLength) > 3
  )
}
