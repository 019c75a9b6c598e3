import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listing } from './listing.ts'
import type { ParsedFeed } from './source.ts'

const now = Date.UTC(2026, 10, 21)

function parse(body: string, selector: string | null = null): ParsedFeed {
  return listing.parse({ body, url: 'https://paper.example/world', contentType: 'text/html', selector, now })
}

function linksOf(parsed: ParsedFeed): (readonly [string, string | null])[] {
  if (parsed.kind !== 'parsed') assert.fail(parsed.reason)
  return parsed.entries.map((entry) => [entry.url, entry.title] as const)
}

const card = (
  number: number,
  title: string,
) => `<div class="card"><a href="/story/${number}-a-long-name"><img alt=""></a>
  <h3><a href="/story/${number}-a-long-name">${title}</a></h3><time datetime="2026-11-${10 + number}T08:00:00Z">then</time></div>`
const page = `<!doctype html><html lang="en"><title>World – The Paper</title><body>
  <nav class="menu">${Array.from({ length: 30 }, (_, i) => `<a href="/section/${i}">A section with a rather long name ${i}</a>`).join('')}</nav>
  <main>${[1, 2, 3, 4].map((i) => card(i, `The council meets for talk number ${i}`)).join('')}</main>
  <footer><a href="/about">About the paper and its people</a></footer></body></html>`

test('the links that a selector finds are the entries, with words and dates', () => {
  const parsed = parse(page, '.card h3 a')
  assert.equal(linksOf(parsed).length, 4)
  assert.deepEqual(linksOf(parsed)[0], [
    'https://paper.example/story/4-a-long-name',
    'The council meets for talk number 4',
  ])
  assert.ok(
    parsed.kind === 'parsed' &&
      parsed.entries[0]?.publishedAt === Date.UTC(2026, 10, 14, 8) &&
      parsed.language === 'en',
  )
})

test('a selector may name boxes instead of links; a picture and a headline are one entry', () => {
  assert.equal(linksOf(parse(page, '.card')).length, 4)
  assert.deepEqual(
    linksOf(parse(page, '.card a'))
      .map(([, title]) => title)
      .filter((title) => title === null),
    [],
  )
})

test('without a selector the list of articles is guessed, not the menu', () => {
  assert.deepEqual(linksOf(parse(page)), linksOf(parse(page, '.card h3 a')))
})

test('Chinese headlines are short and are guessed all the same', () => {
  const items = ['外交部长访问邻国', '理事会通过新决议', '粮食价格继续上涨'].map(
    (title, i) => `<li class="item"><a href="/2026/11/${i}001.html">${title}</a></li>`,
  )
  assert.equal(linksOf(parse(`<ul>${items.join('')}</ul>`)).length, 3)
})

test('base, and addresses that are no pages, are minded', () => {
  const links =
    '<base href="https://other.example/x/"><p><a href="y">Y</a><a href="#top">Top</a><a href="mailto:a@b.example">Write</a><a href="javascript:x()">X</a></p>'
  assert.deepEqual(linksOf(parse(links, 'a')), [['https://other.example/x/y', 'Y']])
})

test('a selector that is none, or finds nothing, is told', () => {
  const reasonOf = (parsed: ParsedFeed): string => (parsed.kind === 'not-a-feed' ? parsed.reason : 'parsed')
  assert.match(reasonOf(parse(page, 'a[[')), /no CSS selector/)
  assert.match(reasonOf(parse(page, '.nothing')), /finds no links/)
  assert.match(reasonOf(parse('<p>words</p>')), /looks like a list/)
})

test('a page of a million nested elements neither hangs nor throws', () => {
  parse(`${'<div>'.repeat(1_000_000)}<a href="/1">x</a>`)
  parse(`${'<b>'.repeat(300_000)}${'</i>'.repeat(300_000)}`, 'b a')
})
