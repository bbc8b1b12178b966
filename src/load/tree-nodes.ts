import type { TreeDocument, TreeElement } from './tree.ts'
import { isElement, listElements, matcherOf, nextElement } from './tree-selectors.ts'

export const elementType = 1
export const textType = 3
export const documentType = 9
export const fragmentType = 11

/** A node in the list of its parent's children. */
export abstract class TreeNode {
  abstract readonly nodeType: number
  abstract readonly nodeName: string
  abstract textContent: string
  parentNode: TreeParent | null = null
  previousSibling: TreeNode | null = null
  nextSibling: TreeNode | null = null
  readonly ownerDocument: TreeDocument
  readonly firstChild: TreeNode | null = null
  readonly lastChild: TreeNode | null = null

  constructor(ownerDocument: TreeDocument) {
    this.ownerDocument = ownerDocument
  }

  get childNodes(): TreeNode[] {
    return []
  }

  get parentElement(): TreeElement | null {
    return this.parentNode?.nodeType === elementType ? (this.parentNode as TreeElement) : null
  }

  get nextElementSibling(): TreeElement | null {
    let node = this.nextSibling
    while (node !== null && node.nodeType !== elementType) node = node.nextSibling
    return node as TreeElement | null
  }

  get previousElementSibling(): TreeElement | null {
    let node = this.previousSibling
    while (node !== null && node.nodeType !== elementType) node = node.previousSibling
    return node as TreeElement | null
  }

  remove(): void {
    this.parentNode?.removeChild(this)
  }

  abstract cloneNode(deep?: boolean): TreeNode
}

export class TreeText extends TreeNode {
  readonly nodeType = textType
  readonly nodeName = '#text'
  data: string

  constructor(ownerDocument: TreeDocument, data: string) {
    super(ownerDocument)
    this.data = data
  }

  get textContent(): string {
    return this.data
  }

  set textContent(data: string) {
    this.data = data
  }

  cloneNode(): TreeText {
    return new TreeText(this.ownerDocument, this.data)
  }
}

/** A node with children. */
export abstract class TreeParent extends TreeNode {
  override firstChild: TreeNode | null = null
  override lastChild: TreeNode | null = null
  private elements: TreeElement[] | null = null

  override get childNodes(): TreeNode[] {
    const nodes: TreeNode[] = []
    for (let node = this.firstChild; node !== null; node = node.nextSibling) nodes.push(node)
    return nodes
  }

  /** As they are now: the list is made once for as long as no child comes or goes, since Readability asks for it at every step of a loop. */
  get children(): TreeElement[] {
    this.elements ??= this.childNodes.filter(isElement)
    return this.elements
  }

  get firstElementChild(): TreeElement | null {
    let node = this.firstChild
    while (node !== null && node.nodeType !== elementType) node = node.nextSibling
    return node as TreeElement | null
  }

  get textContent(): string {
    let words = ''
    for (let node = this.firstChild; node !== null; node = node.nextSibling) words += node.textContent
    return words
  }

  set textContent(words: string) {
    while (this.firstChild !== null) this.removeChild(this.firstChild)
    if (words !== '') this.appendChild(this.ownerDocument.createTextNode(words))
  }

  appendChild<Node extends TreeNode>(node: Node): Node {
    return this.insertBefore(node, null)
  }

  insertBefore<Node extends TreeNode>(node: Node, before: TreeNode | null): Node {
    if (node === (before as TreeNode)) return node
    if (node.nodeType === fragmentType) {
      for (const child of node.childNodes) this.insertBefore(child, before)
      return node
    }
    node.parentNode?.removeChild(node)
    this.elements = null
    const previous = before === null ? this.lastChild : before.previousSibling
    node.parentNode = this
    node.previousSibling = previous
    node.nextSibling = before
    if (previous === null) this.firstChild = node
    else previous.nextSibling = node
    if (before === null) this.lastChild = node
    else before.previousSibling = node
    return node
  }

  removeChild<Node extends TreeNode>(node: Node): Node {
    this.elements = null
    const { previousSibling, nextSibling } = node
    if (previousSibling === null) this.firstChild = nextSibling
    else previousSibling.nextSibling = nextSibling
    if (nextSibling === null) this.lastChild = previousSibling
    else nextSibling.previousSibling = previousSibling
    node.parentNode = null
    node.previousSibling = null
    node.nextSibling = null
    return node
  }

  replaceChild<Node extends TreeNode>(node: TreeNode, old: Node): Node {
    this.insertBefore(node, old)
    return this.removeChild(old)
  }

  getElementsByTagName(name: string): TreeElement[] {
    return name === '*' ? listElements(this) : this.querySelectorAll(name)
  }

  querySelectorAll(selector: string): TreeElement[] {
    const isMatch = matcherOf(selector)
    return listElements(this).filter(isMatch)
  }

  querySelector(selector: string): TreeElement | null {
    const isMatch = matcherOf(selector)
    for (let element = nextElement(this, this); element !== null; element = nextElement(element, this))
      if (isMatch(element)) return element
    return null
  }

  protected copyChildren(from: TreeParent): void {
    for (let node = from.firstChild; node !== null; node = node.nextSibling) this.appendChild(node.cloneNode(true))
  }
}
