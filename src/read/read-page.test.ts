import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleText } from './article-text.ts'
import { nodeAtPath } from './html/node-path.ts'
import { textOfNode } from './html/node-text.ts'
import { parseHtml } from './html/parse-html.ts'
import { readPage } from './read-page.ts'
import type { PageReading } from '../domain/reading.ts'

const options = {
  url: 'https://gull.example/2024/05/03/harbour',
  contentType: 'text/html; charset=utf-8',
  budgetMs: 5000,
  now: Date.parse('2024-05-04T09:00:00Z'),
}

const read = (html: string, more: Partial<typeof options> = {}): Promise<PageReading> =>
  readPage(new TextEncoder().encode(html), { ...options, ...more })

const prose = [
  'The harbour of the northern town reopened on Friday, three days after the storm had closed it to all ships.',
  'Crews worked through the night to clear the channel, the harbour master said, and the first ferry left at dawn.',
  'Fishermen counted eleven lost boats; the insurers, who met in the town hall, promised to answer within a week.',
  'No one was hurt, but the lighthouse stands dark, and it may take until autumn before its lamp can be replaced.',
]

const paragraphs = prose.map((text) => `<p>${text}</p>`).join('\n')

const whole = `<!doctype html><html lang="en"><head><title>Harbour reopens after storm | The Gull</title>
<meta property="og:site_name" content="The Gull"><link rel="canonical" href="https://gull.example/harbour">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens after storm","datePublished":"2024-05-03T06:30:00+02:00","author":{"@type":"Person","name":"Ada Bell"}}</script></head>
<body><div class="cookie-banner"><p>We use cookies, and so do our partners, to make this site work and to show you advertising that you may like.</p></div>
<nav><ul><li><a href="/a">News</a><li><a href="/b">Sport</a><li><a href="/c">Weather</a></ul></nav>
<article><header><h1>Harbour reopens after storm</h1><p class="standfirst">Three days of waiting end with the first ferry at dawn.</p><p class="byline">By Ada Bell, 3 May 2024</p></header>
<figure><img src="x.jpg"><figcaption>The ferry leaves the harbour on Friday morning.</figcaption></figure>
${paragraphs}
<p><a href="/other">Read also: How the storm came about, hour by hour</a></p>
<h2>What comes next</h2><blockquote><p>“We shall build the wall higher, and we shall build it this year,” said the mayor.</p></blockquote>
<ul><li>The council meets on Monday, at noon.</li><li>The state pays half of the wall, at most.</li></ul>
<div class="share"><a href="#">Share this</a></div></article>
<section class="related"><h3>More stories</h3>${['One', 'Two', 'Three'].map((n) => `<div><h4><a href="/${n}">Story ${n} about something else</a></h4><p>A short teaser of the other story, with a comma and a stop.</p></div>`).join('')}</section>
<div id="comments"><h3>Comments</h3><p>I was there, and it was nothing like that, believe me, I saw it all from my window.</p></div>
<footer><p>© 2024 The Gull. All rights reserved. Imprint, privacy, and a long line of other things.</p></footer></body></html>`

test('an article is read whole, and nothing else of its page', async () => {
  const reading = await read(whole)
  const text = articleText(reading)
  for (const part of prose) assert.ok(text.includes(part))
  assert.match(text, /^Three days of waiting/)
  assert.match(text, /wall higher/)
  assert.match(text, /council meets/)
  for (const other of [
    'cookies',
    'Sport',
    'Read also',
    'More stories',
    'teaser',
    'I was there',
    'rights reserved',
    'Share',
    'By Ada',
  ])
    assert.ok(!text.includes(other), other)
  assert.equal(reading.title, 'Harbour reopens after storm')
  assert.deepEqual(reading.byline, ['Ada Bell'])
  assert.equal(reading.published?.edtf, '2024-05-03T06:30:00+02:00')
  assert.equal(reading.canonicalUrl, 'https://gull.example/harbour')
  assert.equal(reading.siteName, 'The Gull')
  assert.equal(reading.state, 'whole')
  assert.equal(reading.language, 'en')
})

test('headings, quotations, lists and captions keep their kind', async () => {
  const reading = await read(whole)
  const kinds = reading.blocks.map((block) => block.kind)
  assert.ok(
    kinds.includes('caption') &&
      kinds.includes('heading') &&
      kinds.includes('quotation') &&
      kinds.includes('list-item'),
  )
  const caption = reading.blocks.find((block) => block.kind === 'caption')
  assert.equal(
    caption && reading.text.slice(caption.start, caption.end),
    'The ferry leaves the harbour on Friday morning.',
  )
})

test('the path of a block leads to the element that shows its text', async () => {
  const reading = await read(whole)
  const tree = parseHtml(whole)
  for (const block of reading.blocks) {
    const shown = textOfNode(tree, nodeAtPath(tree, block.path ?? ''), 5000)
    assert.ok(shown.includes(reading.text.slice(block.start, block.end)), `path ${block.path ?? 'missing'}`)
  }
})

test('a body in linked data that the page does not show is not believed against what it shows', async () => {
  const lie = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${'Nothing of this is on the page at all, not a word. '.repeat(8)}"}</script>`
  const text = articleText(await read(`${lie}<article><h1>T</h1>${paragraphs}</article>`))
  assert.ok(text.includes(prose[0] ?? ''))
  assert.ok(!text.includes('Nothing of this'))
})

test('a page that shows nothing is read from its linked data, and says so', async () => {
  const body = prose.join('\\n\\n').repeat(2)
  const reading = await read(
    `<title>T</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"T","articleBody":"${body}"}</script><div id="app"></div>`,
  )
  assert.ok(reading.text.includes(prose[1] ?? ''))
  assert.match(reading.notes.join(), /linked data/)
})

test('a page that shows its text only to scripts says so', async () => {
  const reading = await read(
    '<title>T</title><div id="app"></div><noscript>Please enable JavaScript to read this site.</noscript>',
  )
  assert.equal(reading.state, 'needs-script')
})

test('a page behind a paywall says so and quotes why', async () => {
  const reading = await read(
    `<article><h1>Harbour reopens</h1><p>${prose[0]}</p></article><div class="paywall"><p>Subscribe to continue reading this article.</p></div>`,
  )
  assert.equal(reading.state, 'paywalled')
  assert.match(reading.reason ?? '', /Subscribe to continue/)
})

test('a table of figures is one block, its rows in lines; a paragraph in a layout table is a paragraph', async () => {
  const rows = '<tr><th>Boat</th><th>Lost</th></tr><tr><td>Gull</td><td>11</td></tr>'
  const reading = await read(
    `<title>Harbour</title><h1>Harbour</h1><article>${paragraphs}<table>${rows}</table>${paragraphs}</article>`,
  )
  const table = reading.blocks.filter((block) => block.kind === 'table')
  assert.deepEqual(
    table.map((block) => reading.text.slice(block.start, block.end)),
    ['Boat\tLost\nGull\t11'],
  )
  const old = await read(`<table><tr><td><h1>Harbour</h1>${paragraphs}</td></tr></table>`)
  assert.ok(old.blocks.every((block) => block.kind !== 'table'))
})

test('a second article below the first is not part of it', async () => {
  const other = 'An entirely different matter occupied the parliament, which debated the budget until the morning came.'
  const text = articleText(
    await read(
      `<main><article><h1>Harbour reopens</h1>${paragraphs}</article><article><h1>Budget debated</h1><p>${other}</p><p>${other}</p></article></main>`,
    ),
  )
  assert.ok(text.includes(prose[3] ?? '') && !text.includes(other))
})

test('paragraphs parted by line breaks, as on old pages, are paragraphs', async () => {
  const reading = await read(`<body><h1>Harbour</h1><div>${prose.join('<br><br>')}</div>`)
  assert.equal(reading.blocks.length, prose.length)
})

test('a large first letter is joined to its word, unless it is a word itself', async () => {
  const begun = (letter: string, rest: string): string =>
    `<h1>Harbour</h1><p><span class="drop-cap"><span class="initial-letter">${letter}</span></span> <span>${rest}</span></p>${paragraphs}`
  assert.match((await read(begun('N', 'obody had seen the ferry leave so early.'))).text, /^Nobody had seen/)
  assert.match((await read(begun('A', 'boat had left before the others came.'))).text, /^A boat had left/)
})

test('text in scripts without spaces is read as well as any other', async () => {
  const line = '港口在风暴过后三天重新开放，船员们连夜清理航道，第一班渡轮于黎明时分启航。'
  const reading = await read(
    `<body><div class="menu"><a href="/a">新闻</a> <a href="/b">体育</a></div><h1>港口重新开放</h1><div class="content"><p>${line}</p><p>${line}渔民们失去了十一艘船。</p></div>`,
  )
  assert.equal(reading.blocks.length, 2)
  assert.equal(reading.language?.slice(0, 2), 'zh')
})

test('a Persian page gives its Jalali date with the literal, and reads from right to left', async () => {
  const line = 'بندر شمالی شهر روز جمعه، سه روز پس از توفان، بازگشایی شد و نخستین کشتی سپیده‌دم به راه افتاد.'
  const reading = await read(
    `<html lang="fa"><h1>بازگشایی بندر پس از توفان</h1><span class="date">جمعه ۱۴ اردیبهشت ۱۴۰۳</span><p>${line}</p><p>${line}</p>`,
    { url: 'https://bandar.example/x' },
  )
  assert.deepEqual(reading.published, {
    edtf: '2024-05-03',
    literal: '۱۴ اردیبهشت ۱۴۰۳',
    calendar: 'persian',
    from: 'text',
  })
  assert.equal(reading.direction, 'rtl')
})

test('bytes that are no page say so: nothing, a picture, a broken PDF', async () => {
  for (const bytes of [
    new Uint8Array(),
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3),
    new TextEncoder().encode('%PDF-1.7 broken'),
  ]) {
    const reading = await readPage(bytes, { ...options, contentType: null })
    assert.equal(reading.state, 'unreadable')
    assert.ok((reading.reason?.length ?? 0) > 10)
  }
})

test('a plain text is read by its empty lines', async () => {
  const reading = await read(`Harbour reopens\n\n${prose[0]}\nsame paragraph\n\n${prose[1]}`, {
    contentType: 'text/plain',
  })
  assert.equal(reading.title, 'Harbour reopens')
  assert.equal(reading.blocks.length, 2)
})

test('when the time is up the reading says so and still answers', async () => {
  const reading = await read(whole.repeat(50), { budgetMs: -1 })
  assert.equal(reading.state, 'out-of-time')
})

test('pages of fifty thousand things side by side are read within their time', async () => {
  const many = 50_000
  const pages = [
    `<h1>Harbour</h1>${`<p lang="en">${prose[0]}</p>`.repeat(many)}`,
    `<h1>Harbour</h1><ul>${'<li>Eleven boats, no crew, one lamp.'.repeat(many)}</ul>`,
    `<h1>Harbour</h1>${'<article><h1>Other</h1><p>3 May 2024, by Ada Bell</p></article>'.repeat(many)}`,
    `<script type="application/ld+json">{"@type":"Article","articleBody":"${'word, '.repeat(many)}"}</script>${'<p>word, word, word, word, word, word, word.</p>'.repeat(many)}`,
  ]
  for (const page of pages) assert.notEqual((await read(page, { budgetMs: 20_000 })).state, 'out-of-time')
})

/** A small generator of our own, so that a failure can be repeated. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff
}

test('cut, flipped and repeated pages keep every law: offsets name their text, and twice gives the same', async () => {
  const source = new TextEncoder().encode(whole)
  const random = randomOf(11)
  for (let round = 0; round < 60; round++) {
    const bytes = Uint8Array.from(round % 10 === 9 ? new TextEncoder().encode(whole.repeat(20)) : source)
    if (round % 2 === 0)
      for (let flips = 0; flips < 40; flips++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    const cut = bytes.subarray(0, Math.floor(random() * bytes.length) + 1)
    const reading = await readPage(cut, options)
    let last = 0
    for (const block of reading.blocks) {
      assert.ok(block.start >= last && block.end > block.start && block.end <= reading.text.length)
      assert.equal(reading.text.slice(block.start, block.end).trim(), reading.text.slice(block.start, block.end))
      last = block.end
    }
    assert.equal(reading.reason?.includes('failed') ?? false, false)
    assert.deepEqual(await readPage(cut, options), reading)
  }
})

test('NUL comes through nowhere, neither from the page nor from the data of its scripts', async () => {
  const dirty = whole
    .replaceAll('Harbour reopens', 'Harbour\0 reopens')
    .replace('"headline":"Harbour', '"headline":"\\u0000Harbour')
    .replace('the harbour master said', 'the\0 harbour master\0 said')
  const reading = await read(dirty)
  assert.ok(!JSON.stringify(reading).includes('\\u0000'))
  assert.equal(reading.title, 'Harbour reopens after storm')
  assert.match(reading.text, /the harbour master said/)
})

test('bytes that are no text are not read as one, whatever they are called', async () => {
  const noise = Uint8Array.from({ length: 20_000 }, (_, n) => (n * 7919) % 256)
  for (const contentType of ['text/html', 'application/octet-stream']) {
    assert.equal((await readPage(noise, { ...options, contentType })).state, 'unreadable', contentType)
  }
  const utf16 = Buffer.from(`\ufeff${whole}`, 'utf16le')
  assert.equal((await readPage(utf16, { ...options, contentType: 'text/html' })).state, 'whole')
})
