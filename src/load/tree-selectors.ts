// css-select (BSD-2-Clause, typed, maintained) reads selectors, of any tree.
import { compile, type Options } from 'css-select'
import type { TreeElement } from './tree.ts'
import type { TreeNode, TreeParent } from './tree-nodes.ts'

export const isElement = (node: TreeNode): node is TreeElement => node.nodeType === 1

/** The element behind another in the order of the page, within a root. */
export function nextElement(from: TreeNode, root: TreeParent): TreeElement | null {
  let node: TreeNode | null = from
  do {
    if (node.firstChild !== null) node = node.firstChild
    else {
      while (node !== null && node !== root && node.nextSibling === null) node = node.parentNode
      if (node === null || node === root) return null
      node = node.nextSibling
    }
  } while (node !== null && node.nodeType !== 1)
  return node as TreeElement | null
}

/** The elements below a node, in the order of the page. */
export function listElements(root: TreeParent): TreeElement[] {
  const elements: TreeElement[] = []
  for (let element = nextElement(root, root); element !== null; element = nextElement(element, root))
    elements.push(element)
  return elements
}

const options: Options<TreeNode, TreeElement> = {
  adapter: {
    isTag: isElement,
    getAttributeValue: (element, name) => element.getAttribute(name) ?? undefined,
    getChildren: (node) => node.childNodes,
    getName: ({ localName }) => localName,
    getParent: ({ parentNode }) => parentNode,
    getSiblings: (node) => node.parentNode?.childNodes ?? [node],
    getText: ({ textContent }) => textContent,
    hasAttrib: (element, name) => element.hasAttribute(name),
    removeSubsets: (nodes) => nodes,
  },
}

type Matcher = (element: TreeElement) => boolean
/** All selectors stand in the code, here and in Readability's. */
const matchers = new Map<string, Matcher>()

/** Whether an element is one that a selector names. */
export function matcherOf(selector: string): Matcher {
  const known = matchers.get(selector)
  if (known) return known
  const matcher = makeMatcher(selector)
  matchers.set(selector, matcher)
  return matcher
}

function makeMatcher(selector: string): Matcher {
  if (selector === '*') return () => true
  if (/^[a-z][a-z0-9]*(?:,[a-z][a-z0-9]*)*$/i.test(selector)) {
    const names = new Set(selector.toLowerCase().split(','))
    return names.size === 1
      ? ({ localName }) => localName === selector.toLowerCase()
      : ({ localName }) => names.has(localName)
  }
  return compile<TreeNode, TreeElement>(selector, options)
}
