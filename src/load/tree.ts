// A tree of a page with as much of the DOM as Readability and the rooms here ask of it, read once and thrown away. General ones (linkedom, jsdom)
// keep listeners, observers and a node for each attribute: building and reading a page took them twice the time.
import { documentType, elementType, fragmentType, TreeParent, TreeText } from './tree-nodes.ts'
import { listElements, matcherOf } from './tree-selectors.ts'

export type TreeAttribute = { readonly name: string; value: string }

export class TreeElement extends TreeParent {
  readonly nodeType = elementType
  readonly localName: string
  readonly tagName: string
  readonly namespaceURI: string
  attributeList: TreeAttribute[] = []

  constructor(ownerDocument: TreeDocument, localName: string, namespaceURI: string) {
    super(ownerDocument)
    this.localName = localName
    this.tagName = upperCase(localName)
    this.namespaceURI = namespaceURI
  }

  get nodeName(): string {
    return this.tagName
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributeList) if (attribute.name === name) return attribute.value
    return null
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null
  }

  setAttribute(name: string, value: string): void {
    const known = this.attributeList.find((attribute) => attribute.name === name)
    if (known) known.value = String(value)
    else this.attributeList.push({ name, value: String(value) })
  }

  setAttributeNode({ name, value }: TreeAttribute): void {
    this.setAttribute(name, value)
  }

  removeAttribute(name: string): void {
    this.attributeList = this.attributeList.filter((attribute) => attribute.name !== name)
  }

  get attributes(): (TreeAttribute & { cloneNode(): TreeAttribute })[] {
    return this.attributeList.map(({ name, value }) => ({ name, value, cloneNode: () => ({ name, value }) }))
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  set id(value: string) {
    this.setAttribute('id', value)
  }

  get className(): string {
    return this.getAttribute('class') ?? ''
  }

  set className(value: string) {
    this.setAttribute('class', value)
  }

  get src(): string {
    return this.getAttribute('src') ?? ''
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? ''
  }

  /** What of the style attribute tells whether an element is seen. */
  get style(): { readonly display: string; readonly visibility: string } {
    const style = this.getAttribute('style')
    return style ? readStyle(style) : unstyled
  }

  /**
   * As much of it as Readability asks: what it keeps of the body, to read it once more, is a copy; of an embedded object it looks for the address of
   * a video in it. No page is written as HTML, nor read from it here.
   */
  get innerHTML(): string {
    if (this.localName === 'body') return new Snapshot(this) as unknown as string
    if (this.localName !== 'object') return ''
    return listElements(this)
      .flatMap(({ attributeList }) => attributeList.map(({ value }) => value))
      .join(' ')
  }

  set innerHTML(given: string) {
    const held: unknown = given
    this.textContent = ''
    if (held instanceof Snapshot) this.copyChildren(held.root)
  }

  closest(selector: string): TreeElement | null {
    const isMatch = matcherOf(selector)
    for (let element: TreeElement | null = this; element !== null; element = element.parentElement)
      if (isMatch(element)) return element
    return null
  }

  matches(selector: string): boolean {
    return matcherOf(selector)(this)
  }

  cloneNode(deep = false): TreeElement {
    const copy = new TreeElement(this.ownerDocument, this.localName, this.namespaceURI)
    for (const { name, value } of this.attributeList) copy.attributeList.push({ name, value })
    if (deep) copy.copyChildren(this)
    return copy
  }
}

/** An element as it was at one time. */
class Snapshot {
  readonly root: TreeElement
  constructor(element: TreeElement) {
    this.root = element.cloneNode(true)
  }
}

export class TreeFragment extends TreeParent {
  readonly nodeType = fragmentType
  readonly nodeName = '#document-fragment'
  cloneNode(): TreeFragment {
    const copy = new TreeFragment(this.ownerDocument)
    copy.copyChildren(this)
    return copy
  }
}

export class TreeDocument extends TreeParent {
  readonly nodeType = documentType
  readonly nodeName = '#document'
  /** Where the document is from is not known to it: addresses in it stay as they are. */
  readonly baseURI = ''
  readonly documentURI = ''

  constructor() {
    super(undefined as unknown as TreeDocument)
  }

  get documentElement(): TreeElement | null {
    return this.firstElementChild
  }

  get head(): TreeElement | null {
    return this.documentElement?.children.find(({ localName }) => localName === 'head') ?? null
  }

  get body(): TreeElement | null {
    return this.documentElement?.children.find(({ localName }) => /^(?:body|frameset)$/.test(localName)) ?? null
  }

  get title(): string {
    return this.querySelector('title')?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  }

  createElement(name: string): TreeElement {
    return new TreeElement(this, name.toLowerCase(), 'http://www.w3.org/1999/xhtml')
  }

  createElementNS(namespace: string, name: string): TreeElement {
    return new TreeElement(this, name, namespace)
  }

  createTextNode(data: string): TreeText {
    return new TreeText(this, data)
  }

  createDocumentFragment(): TreeFragment {
    return new TreeFragment(this)
  }

  cloneNode(): TreeDocument {
    const copy = new TreeDocument()
    copy.copyChildren(this)
    return copy
  }
}

const upper = new Map<string, string>()
function upperCase(name: string): string {
  const known = upper.get(name)
  if (known !== undefined) return known
  const made = name.toUpperCase()
  // names come from pages: there is no end of them
  if (upper.size < 1000) upper.set(name, made)
  return made
}

const unstyled = { display: '', visibility: '' }

function readStyle(style: string): { display: string; visibility: string } {
  const read = { ...unstyled }
  for (const rule of style.split(';')) {
    const colon = rule.indexOf(':')
    const name = rule.slice(0, Math.max(0, colon)).trim()
    if (name === 'display' || name === 'visibility') read[name] = rule.slice(colon + 1).trim() || read[name]
  }
  return read
}
