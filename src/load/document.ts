// parse5 (MIT, typed, maintained) builds the tree that the HTML standard wants, which is the one that browsers show: no <body>, content behind
// </html>, upper-case attributes.
import { Parser, html as standard, Tokenizer, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import { LoadError } from './failure.ts'
import { TreeDocument, TreeElement, type TreeFragment } from './tree.ts'
import { type TreeNode, type TreeParent, TreeText } from './tree-nodes.ts'
import { isElement } from './tree-selectors.ts'

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
  const document = new TreeDocument()
  const parser = new Parser<Tree>({ treeAdapter: buildIn(document) }, document)
  const tokenizer = new CountingTokenizer({ sourceCodeLocationInfo: false }, parser)
  parser.tokenizer = tokenizer
  for (let i = 0; i === 0 || i < html.length; i += pieceLength) {
    tokenizer.write(html.slice(i, i + pieceLength), i + pieceLength >= html.length)
    if (tokenizer.countAttributes() > mostAttributes) throw tooWide()
  }
  checkDepth(document, 0)
  // all of the DOM that is asked of it is there
  return document as unknown as Document
}

class CountingTokenizer extends Tokenizer {
  /** Attributes of the element whose tag is being read. */
  countAttributes(): number {
    return this.currentToken && 'attrs' in this.currentToken ? this.currentToken.attrs.length : 0
  }
}

/** Wrong nesting that is put right can make the tree deeper than the elements that were open at once. */
function checkDepth(parent: TreeParent, depth: number): void {
  if (depth > deepest) throw tooDeep()
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node)) checkDepth(node, depth + 1)
}

const tooWide = () => refuse(`an element has over ${mostAttributes} attributes`)
const tooDeep = () => refuse(`its elements nest over ${deepest} deep`)

type Tree = TreeAdapterTypeMap<
  TreeNode,
  TreeParent,
  TreeNode,
  TreeDocument,
  TreeFragment,
  TreeElement,
  Comment,
  TreeText,
  TreeElement,
  DocumentKind
>
/** What is in no tree: nobody reads comments, and the kind of document is the same for all that are read here. */
type Comment = TreeText
type DocumentKind = TreeText

/** Attributes that are read of any element, here and by Readability: each is a node of its own, and pages have many times as many others. */
const read = new Set(
  'class id href src rel name property itemprop itemscope itemtype content datetime pubdate title lang xml:lang style hidden aria-hidden aria-modal role type alt rowspan colspan datatable summary dir data-src data-srcset srcset'.split(
    ' ',
  ),
)
/** Elements whose attributes are all read. */
const told = /^(?:html|meta|link|script|object|embed|iframe|time|abbr)$/

/** What parse5 asks of a tree. */
function buildIn(document: TreeDocument): TreeAdapter<Tree> {
  let made = 0
  let open = 0
  const contents = new WeakMap<TreeElement, TreeFragment>()
  const comment = document.createTextNode('')
  let mode = standard.DOCUMENT_MODE.NO_QUIRKS
  const addText = (parent: TreeParent, text: string, before: TreeNode | null) => {
    const last = before ? before.previousSibling : parent.lastChild
    if (last instanceof TreeText) last.data += text
    else parent.insertBefore(document.createTextNode(text), before)
  }
  const setAttributes = (element: TreeElement, given: readonly { name: string; value: string }[]) => {
    if (given.length > mostAttributes) throw tooWide()
    const keepsAll = told.test(element.localName)
    for (const { name, value } of given)
      if ((keepsAll || read.has(name)) && !element.hasAttribute(name)) element.attributeList.push({ name, value })
  }
  return {
    createDocument: () => document,
    createDocumentFragment: () => document.createDocumentFragment(),
    createElement(tag, namespace, attributes) {
      // wrong nesting that is put right makes elements that no tag stands for
      if (++made > 2 * mostElements) throw refuse(`it has over ${2 * mostElements} elements`)
      const element = document.createElementNS(namespace, tag)
      setAttributes(element, attributes)
      return element
    },
    createCommentNode: () => comment,
    createTextNode: (text) => document.createTextNode(text),
    appendChild: (parent, node) => void (node !== comment && parent.appendChild(node)),
    insertBefore: (parent, node, before) => void (node !== comment && parent.insertBefore(node, before)),
    setTemplateContent: (template, content) => void contents.set(template, content),
    getTemplateContent: (template) => contents.get(template)!,
    setDocumentType: () => {},
    setDocumentMode: (_, given) => {
      mode = given
    },
    getDocumentMode: () => mode,
    detachNode: (node) => node.remove(),
    insertText(parent, text) {
      if (parent instanceof TreeElement) {
        // code and styles are no words; only the data among them are read
        if (parent.localName === 'style') return
        if (parent.localName === 'script' && !/json/i.test(parent.getAttribute('type') ?? '')) return
      }
      addText(parent, text, null)
    },
    insertTextBefore: (parent, text, before) => addText(parent, text, before),
    adoptAttributes: setAttributes,
    getFirstChild: ({ firstChild }) => firstChild,
    getChildNodes: ({ childNodes }) => childNodes,
    getParentNode: ({ parentNode }) => parentNode,
    getAttrList: ({ attributeList }) => attributeList,
    getTagName: ({ localName }) => localName,
    getNamespaceURI: ({ namespaceURI }) => namespaceURI as standard.NS,
    getTextNodeContent: ({ data }) => data,
    getCommentNodeContent: ({ data }) => data,
    getDocumentTypeNodeName: () => 'html',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is TreeText => node instanceof TreeText,
    isCommentNode: (node): node is Comment => node === comment,
    isDocumentTypeNode: (_): _ is DocumentKind => false,
    isElementNode: isElement,
    setNodeSourceCodeLocation: () => {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => {},
    onItemPush() {
      if (++open > deepest) throw tooDeep()
    },
    onItemPop: () => void open--,
  } satisfies TreeAdapter<Tree>
}
