/** A stretch of an article's text, in code points. */
export type SelectedSpan = { readonly start: number; readonly end: number; readonly surface: string }

/**
 * The words that are selected in a text, without the spaces at their ends; undefined where none are, or some elsewhere.
 * @param root the element of the text; its paragraphs say where they start, in code units
 */
export function readSelection(root: HTMLElement, text: string): (SelectedSpan & { box: DOMRect }) | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const [start, end] = [
    placeOf(root, range.startContainer, range.startOffset),
    placeOf(root, range.endContainer, range.endOffset),
  ]
  if (start === undefined || end === undefined || end <= start) return undefined
  const words = text.slice(start, end)
  const surface = words.trim()
  if (!surface) return undefined
  const from = start + words.indexOf(surface)
  const points = (units: number) => [...text.slice(0, units)].length
  return {
    start: points(from),
    end: points(from + surface.length),
    surface,
    box: [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect(),
  }
}

/** Where a place in the document is in the text, in code units: its paragraph holds the text's own characters and nothing else. */
function placeOf(root: HTMLElement, node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('p[data-start]')
  if (!paragraph || !root.contains(paragraph)) return undefined
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return Number(paragraph.dataset.start) + before.toString().length
}
