import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attributeOf } from './attributes.ts'
import { createPathFinder, nodeAtPath } from './node-path.ts'
import { textOfNode } from './node-text.ts'
import { findTags } from './page-tree.ts'
import { parseHtml } from './parse-html.ts'
import { tag } from './tag-names.ts'

/** The tree as nested names, text left out. */
function shapeOf(html: string): string {
  const tree = parseHtml(html)
  const names = new Map<number, string>(Object.entries(tag).map(([name, number]) => [number, name]))
  let shape = ''
  const ends: number[] = []
  for (let node = 0; node < tree.size; node++) {
    while (ends.length > 0 && node >= (ends.at(-1) ?? 0)) {
      shape += ')'
      ends.pop()
    }
    if (tree.tags[node] === tag.text) continue
    shape += `${shape === '' || shape.endsWith('(') ? '' : ' '}${names.get(tree.tags[node] ?? 0) ?? 'x'}(`
    ends.push(tree.ends[node] ?? 0)
  }
  return (shape + ')'.repeat(ends.length)).replaceAll('()', '')
}

test('html, head, body and tbody are there even where a page leaves them out', () => {
  assert.equal(shapeOf('<title>t</title><p>x<table><tr><td>y'), 'html(head(title) body(p table(tbody(tr(td)))))')
})

test('a paragraph ends where another block begins, a list item where the next one does', () => {
  assert.equal(shapeOf('<p>a<p>b<div>c</div><ul><li>d<li>e</ul>'), 'html(head body(p p div ul(li li)))')
})

test('a stray end tag of an inline element does not close the blocks opened in it', () => {
  assert.equal(shapeOf('<b><div>one</b> two</div><p>three'), 'html(head body(b(div p)))')
})

test('an end tag inside a table cell cannot close what is outside the table', () => {
  assert.equal(
    shapeOf('<div><table><tr><td>a</div>b</td></tr></table>c</div><p>d'),
    'html(head body(div(table(tbody(tr(td)))) p))',
  )
})

test('what scripts and styles hold is not parsed, and an unclosed comment does not swallow the page', () => {
  assert.equal(shapeOf('<script>if (a<b) "<p>"</script><!-- <p>no</p> --><p>yes'), 'html(head(script) body(p))')
  assert.equal(shapeOf('<p>a</p><!-- never closed ><p>b</p>'), 'html(head body(p p))')
})

test('attributes are read in every quoting, with character references undone, and only under their own name', () => {
  const tree = parseHtml(`<a data-href="no" title='a > b' HREF=/x?a=1&amp;b=2 class="one two">t</a>`)
  const [link = -1] = findTags(tree, tag.a)
  assert.equal(attributeOf(tree, link, 'href'), '/x?a=1&b=2')
  assert.equal(attributeOf(tree, link, 'title'), 'a > b')
  assert.equal(attributeOf(tree, link, 'class'), 'one two')
  assert.equal(attributeOf(tree, link, 'id'), undefined)
  assert.equal(textOfNode(tree, link), 't')
})

test('a path leads back to the element it was made from', () => {
  const tree = parseHtml('<body><div><p>a</p>text<p>b <b>c</b></p></div><ul><li>d</ul>')
  const pathOf = createPathFinder(tree)
  for (let node = 0; node < tree.size; node++) {
    if (tree.tags[node] !== tag.text) assert.equal(nodeAtPath(tree, pathOf(node)), node)
  }
  const [bold = -1] = findTags(tree, tag.b)
  assert.equal(pathOf(bold), '0/1/0/1/0')
})

test('a million nested, unclosed or broken things are parsed, and flattened as browsers do', () => {
  const deep = parseHtml('<div>'.repeat(1_000_000) + 'x')
  assert.equal(deep.size, 1_000_004)
  let depth = 0
  for (let node = deep.size - 1; node > 0; node = deep.parents[node] ?? 0) depth++
  assert.ok(depth <= 520)
  for (const piece of ['<a b="', '<!--', '<svg><title>', '</p>', '<![CDATA[', '<table><tr><td>'])
    parseHtml(piece.repeat(100_000))
})

test('parsing stops when it is late and gives what it has', () => {
  const tree = parseHtml('<p>a</p>'.repeat(50_000), () => true)
  assert.equal(tree.cut, true)
  assert.ok(tree.size > 100)
})
