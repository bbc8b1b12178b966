// What can be nobody who speaks, whatever rule found it.

/** The last word of a phrase that goes on behind it: `the council should`, `his mind upon`, `An`. Theresa May and George Will end with a name. */
const open =
  /^(?:The|An?)$|(?:^|\s)(?:should|would|could|may|might|must|shall|will|can|have|has|had|been|be|is|are|was|were|make|left|an?|the|and|or|upon|of|in|by|for|to|at|on|with|through|from|under|as|than)$/u

/** `It's expected that`: a clause of its own. */
const clause = /^(?:it|that|there|this|what|he|she)[’']s$/i

/** What things go by and nobody says: `according to the rules`. */
const norm =
  /(?:^|\s)(?:protocols?|needs?|ideals|standards|terms|conditions|rules|procedures?|schedule|size|age|type|tradition|custom|taste|preferences?|ability|abilities|principles|criteria|guidelines|plan)$/iu

/** Verbs of a clause, and no participles of a noun: `the floods sent`, `unions backed the report`. */
const finite =
  /\s(?:(?:should|would|could|might|must|shall|came|went|took|gave|began|became|fell|rose|grew|wrote|spoke|broke|chose|knew|threw|sent|dealt)\s|\p{Ll}{2,}ed\s(?:the|an?|its|his|her|their)\s)/u

type Words = { readonly start: number; readonly end: number }

/** Whether the words of a source may name who says something. `cue` is the word of saying; spans count UTF-16 code units of `text`. */
export function maySpeak(text: string, source: Words, cue: Words | undefined): boolean {
  const words = text.slice(source.start, source.end)
  if (open.test(words) || finite.test(words) || clause.test(words)) return false
  return !(
    cue &&
    /^according(?:\sto)?$/i.test(text.slice(cue.start, cue.end)) &&
    norm.test(words.replace(/\s(?:in|of|for|and)\s.*$/u, ''))
  )
}
