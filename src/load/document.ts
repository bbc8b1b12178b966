// parse5 (MIT, typed, maintained) builds the tree that the HTML standard wants, which is the one that browsers show: no <body>, content behind
// </html>, upper-case attributes. linkedom (ISC) is the DOM that it is built in, in a tenth of jsdom's time; its own parser builds other trees.
import { parseHTML } from 'linkedom'
import { Parser, html as standard, Tokenizer, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import { LoadError } from './failure.ts'

/** Pages beyond these are no articles, and reading them would take minutes. */
const mostElements = 50_000
const deepest = 300
/** Attributes of one element; the parser compares each with all before it. */
const mostAttributes = 500
/** The parser is stopped between pieces of so many code units. */
const pieceLength = 16_384

export const refuse = (what: string) =>
  new LoadError(`contains no article that can be told from the rest of the page: ${what}`)

/**
 * The document of a page, as a browser builds it.
 * @throws {LoadError} when it has more elements, deeper ones or ones with more attributes than any page that people read
 */
export function parseDocument(html: string): Document {
  // counted before they are made: a page of 10 MB can hold elements for gigabytes
  let tags = 0
  for (const _ of html.matchAll(/<[a-z]/gi))
    if (++tags > mostElements) throw refuse(`it has over ${mostElements} elements`)
  const { document } = parseHTML('')
  const parser = new Parser<Tree>({ treeAdapter: buildIn(document) }, document)
  const tokenizer = new CountingTokenizer({ sourceCodeLocationInfo: false }, parser)
  parser.tokenizer = tokenizer
  for (let i = 0; i === 0 || i < html.length; i += pieceLength) {
    tokenizer.write(html.slice(i, i + pieceLength), i + pieceLength >= html.length)
    if (tokenizer.countAttributes() > mostAttributes) throw tooWide()
  }
  checkDepth(document)
  return document
}

class CountingTokenizer extends Tokenizer {
  /** Attributes of the element whose tag is being read. */
  countAttributes(): number {
    return this.currentToken && 'attrs' in this.currentToken ? this.currentToken.attrs.length : 0
  }
}

/** Wrong nesting that is put right can make the tree deeper than the elements that were open at once. */
function checkDepth(document: Document): void {
  const depths = new Map<Element, number>()
  for (const element of Array.from(document.querySelectorAll('*'))) {
    const depth = (depths.get(element.parentElement!) ?? 0) + 1
    if (depth > deepest) throw tooDeep()
    depths.set(element, depth)
  }
}

const tooWide = () => refuse(`an element has over ${mostAttributes} attributes`)
const tooDeep = () => refuse(`its elements nest over ${deepest} deep`)

type Tree = TreeAdapterTypeMap<
  Node,
  ParentNode & Node,
  ChildNode,
  Document,
  DocumentFragment,
  Element,
  Comment,
  Text,
  Element,
  DocumentType
>

/** Attributes that are read of any element, here and by Readability: each is a node of its own, and pages have many times as many others. */
const read = new Set(
  'class id href src rel name property itemprop itemscope itemtype content datetime pubdate title lang xml:lang style hidden aria-hidden aria-modal role type alt rowspan colspan datatable summary dir data-src data-srcset srcset'.split(
    ' ',
  ),
)
/** Elements whose attributes are all read. */
const told = /^(?:html|meta|link|script|object|embed|iframe|time|abbr)$/

/** What parse5 asks of a tree, answered by a document of linkedom. */
function buildIn(document: Document): TreeAdapter<Tree> {
  let made = 0
  let open = 0
  const contents = new WeakMap<Node, DocumentFragment>()
  // nobody reads comments: one stands for all, and is in no tree
  const comment = document.createComment('')
  const modes = new WeakMap<Node, standard.DOCUMENT_MODE>()
  const addText = (parent: Node, text: string, before: Node | null) => {
    const last = before ? before.previousSibling : parent.lastChild
    if (last?.nodeType === 3) (last as Text).data += text
    else parent.insertBefore(document.createTextNode(text), before)
  }
  const setAttributes = (element: Element, given: readonly { name: string; value: string }[]) => {
    if (given.length > mostAttributes) throw tooWide()
    const keepsAll = told.test(element.localName)
    for (const { name, value } of given)
      if ((keepsAll || read.has(name)) && !element.hasAttribute(name)) element.setAttribute(name, value)
  }
  return {
    createDocument: () => document,
    createDocumentFragment: () => document.createDocumentFragment(),
    createElement(tag, namespace, attributes) {
      // wrong nesting that is put right makes elements that no tag stands for
      if (++made > 2 * mostElements) throw refuse(`it has over ${2 * mostElements} elements`)
      const element =
        namespace === standard.NS.HTML ? document.createElement(tag) : document.createElementNS(namespace, tag)
      setAttributes(element, attributes)
      return element
    },
    createCommentNode: () => comment,
    createTextNode: (text) => document.createTextNode(text),
    appendChild: (parent, node) => void (node !== comment && parent.appendChild(node)),
    insertBefore: (parent, node, before) => void (node !== comment && parent.insertBefore(node, before)),
    setTemplateContent: (template, content) => void contents.set(template, content),
    getTemplateContent: (template) => contents.get(template)!,
    // the same in every document that is read here
    setDocumentType: () => {},
    setDocumentMode: (of, mode) => void modes.set(of, mode),
    getDocumentMode: (of) => modes.get(of) ?? standard.DOCUMENT_MODE.NO_QUIRKS,
    detachNode: (node) => void node.parentNode?.removeChild(node),
    insertText(parent, text) {
      const { localName } = parent as unknown as Element
      // code and styles are no words; only the data among them are read
      if (localName === 'style') return
      if (localName === 'script' && !/json/i.test((parent as unknown as Element).getAttribute('type') ?? '')) return
      addText(parent, text, null)
    },
    insertTextBefore: (parent, text, before) => addText(parent, text, before),
    adoptAttributes: setAttributes,
    getFirstChild: (node) => node.firstChild,
    getChildNodes: (node) => Array.from(node.childNodes),
    getParentNode: (node) => node.parentNode,
    getAttrList: (element) => Array.from(element.attributes, ({ name, value }) => ({ name, value })),
    getTagName: (element) => element.localName,
    getNamespaceURI: (element) => (element.namespaceURI as standard.NS | null) ?? standard.NS.HTML,
    getTextNodeContent: (text) => text.data,
    getCommentNodeContent: (comment) => comment.data,
    getDocumentTypeNodeName: (type) => type.name,
    getDocumentTypeNodePublicId: (type) => type.publicId,
    getDocumentTypeNodeSystemId: (type) => type.systemId,
    isTextNode: (node): node is Text => node.nodeType === 3,
    isCommentNode: (node): node is Comment => node.nodeType === 8,
    isDocumentTypeNode: (node): node is DocumentType => node.nodeType === 10,
    isElementNode: (node): node is Element => node.nodeType === 1,
    setNodeSourceCodeLocation: () => {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => {},
    onItemPush() {
      if (++open > deepest) throw tooDeep()
    },
    onItemPop: () => void open--,
  } as TreeAdapter<Tree>
}
