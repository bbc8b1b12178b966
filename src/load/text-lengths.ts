/** Lengths of the text in elements, white space at either end left out, as `element.textContent.trim().length` has them. */
export type TextLengths = (element: Element) => number

type Stretch = { readonly length: number; readonly lead: number; readonly trail: number }
const empty: Stretch = { length: 0, lead: 0, trail: 0 }

/** Measures all elements below a node in one pass: asked of each by itself, text would be read as often as it is deep. */
export function measureText(root: Node): TextLengths {
  const known = new Map<Node, Stretch>()
  const measure = (node: Node): Stretch => {
    if (node.nodeType === 3 || node.nodeType === 4) return measureWords(node.textContent ?? '')
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return empty
    let sum = empty
    for (const child of Array.from(node.childNodes)) sum = join(sum, measure(child))
    known.set(node, sum)
    return sum
  }
  measure(root)
  return (element) => {
    const { length, lead, trail } = known.get(element) ?? measure(element)
    return lead === length ? 0 : length - lead - trail
  }
}

function measureWords(words: string): Stretch {
  const lead = words.length - words.trimStart().length
  return { length: words.length, lead, trail: lead === words.length ? lead : words.length - words.trimEnd().length }
}

const join = (a: Stretch, b: Stretch): Stretch => ({
  length: a.length + b.length,
  lead: a.lead === a.length ? a.length + b.lead : a.lead,
  trail: b.trail === b.length ? a.trail + b.length : b.trail,
})
