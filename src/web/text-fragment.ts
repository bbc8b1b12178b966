/** Characters up to which a passage stands in a link whole; of longer ones its ends do. */
const longest = 120
/** Characters of the text around a passage in which the words beside it are looked for. */
const around = 80

/**
 * A link that opens a page at a passage (https://wicg.github.io/scroll-to-text-fragment/): the passage, or the ends of a long one, with the
 * words beside it that tell it from others of the same words.
 * @param start where the passage begins in `text`, in code units
 */
export function linkToPassage(url: string, text: string, start: number, end: number): string {
  // words of the same paragraph that stand whole in what was cut out
  const before = ` ${text
    .slice(Math.max(0, start - around), start)
    .split('\n')
    .at(-1)!}`
  const after = `${text.slice(end, end + around).split('\n')[0]!} `
  const prefix = /\s(?<words>(?:\S+\s+){1,4})$/.exec(start > around ? before.trimStart().replace(/^\S*/, '') : before)
  const suffix = /^(?<words>\s*\S*(?:\s+\S+){0,3})\s/.exec(end + around < text.length ? after.trimEnd() : after)
  const passage = text.slice(start, end).trim()
  const ends =
    passage.length > longest || passage.includes('\n')
      ? [/^(?:\S+\s+){0,5}\S+/.exec(passage)![0], /\S+(?:\s+\S+){0,5}$/.exec(passage.slice(-longest))![0]]
      : [passage]
  const [leading, trailing] = [prefix?.groups?.words, suffix?.groups?.words?.trim()]
  const directive = [leading && `${encode(leading)}-`, ...ends.map(encode), trailing && `-${encode(trailing)}`].filter(
    Boolean,
  )
  return `${url.replace(/:~:.*$/, '')}${url.includes('#') ? '' : '#'}:~:text=${directive.join(',')}`
}

const encode = (text: string) => encodeURIComponent(text.replace(/\s+/g, ' ').trim()).replaceAll('-', '%2D')
