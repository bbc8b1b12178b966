import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, it } from 'vitest'
import { parseDocument } from '../../src/load/document.ts'

const names = [
  'p',
  'b',
  'div',
  'table',
  'tr',
  'td',
  'a',
  'ul',
  'li',
  'body',
  'html',
  'head',
  'svg',
  'template',
  'form',
  'title',
]
const piece = fc.oneof(
  fc.constantFrom(...names.flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} class="a b" id=c>`])),
  fc.constantFrom(
    'words',
    ' ',
    '\n',
    '<br>',
    '<!-- a -->',
    '<!doctype html>',
    '&amp;',
    '<p class=d>',
    '<img alt="x">',
    '</',
  ),
)

type Plain = string | { name: string; attributes: Record<string, string>; children: Plain[] }

const plain = (nodes: readonly Plain[]): Plain[] => {
  const joined: Plain[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node
    else joined.push(node)
  }
  return joined
}

const ofStandard = (parent: DefaultTreeAdapterTypes.ParentNode): Plain[] =>
  plain(
    parent.childNodes.flatMap((node): Plain[] => {
      if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value]
      if (!('tagName' in node)) return []
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
      return [{ name: node.tagName, attributes, children: ofStandard(node) }]
    }),
  )

const ofPage = (parent: Node): Plain[] =>
  plain(
    Array.from(parent.childNodes).map((node) => {
      if (node.nodeType === 3) return node.textContent!
      const element = node as Element
      const attributes = Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]))
      return { name: element.localName, attributes, children: ofPage(element) }
    }),
  )

it('the tree of a page is that of the standard, however its tags are nested', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const html = pieces.join('')
      expect(ofPage(parseDocument(html))).toEqual(ofStandard(parse(html)))
    }),
    { numRuns: 300 },
  )
})

it('elements that are moved, replaced and taken away leave a tree whose links agree', () => {
  const step = fc.record({
    what: fc.constantFrom('insert', 'append', 'remove', 'replace'),
    one: fc.nat(),
    other: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { body } = parseDocument('<ul><li>1<li>2<b>3</b></ul><p>4 <i>5</i></p><div></div>')
      const all = Array.from(body.querySelectorAll('*'))
      for (const { what, one, other } of steps) {
        const a = all[one % all.length]!
        const b = all[other % all.length]!
        let isInside = false
        for (let node: Node | null = b; node; node = node.parentNode) isInside ||= node === a
        if (isInside) continue
        if (what === 'append') b.appendChild(a)
        else if (what === 'insert') b.parentNode?.insertBefore(a, b)
        else if (what === 'replace') b.parentNode?.replaceChild(a, b)
        else a.remove()
      }
      for (const parent of [body, ...all]) {
        const children = Array.from(parent.childNodes)
        const backwards: Node[] = []
        for (let node = parent.lastChild; node; node = node.previousSibling) backwards.unshift(node)
        expect(backwards).toEqual(children)
        expect(children.every((child) => child.parentNode === parent)).toBe(true)
        expect(Array.from(parent.children)).toEqual(children.filter(({ nodeType }) => nodeType === 1))
      }
    }),
    { numRuns: 200 },
  )
})

it('selectors find what they name, in the order of the page', () => {
  const page = parseDocument(
    '<main><p class="by line" rel=author>a</p><h2>b</h2><p data-x>c</p><section><h1>d</h1><p class=byline>e</p></section></main>',
  )
  const found = (selector: string) =>
    Array.from(page.querySelectorAll(selector), ({ textContent }) => textContent).join(' ')
  expect(found('h1,h2')).toBe('b d')
  expect(found('[class~="by"],[class*="line"]')).toBe('a e')
  expect(found('section > p')).toBe('e')
  expect(page.querySelector('h1')?.closest('main')?.localName).toBe('main')
  expect(page.querySelector('h1')?.closest('article')).toBe(null)
})
