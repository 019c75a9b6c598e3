// Pages that once were read wrongly: labels of dates, second authors, text that is only data, names before titles.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PageReading } from '../domain/reading.ts'
import { readPage } from './read-page.ts'

const read = (html: string): Promise<PageReading> =>
  readPage(new TextEncoder().encode(html), {
    url: 'https://gull.example/a/1',
    contentType: 'text/html; charset=utf-8',
    budgetMs: 5000,
    now: Date.parse('2026-06-04T09:00:00Z'),
  })

const prose = [
  'The harbour of the northern town reopened on Friday, three days after the storm had closed it to all ships.',
  'Crews worked through the night to clear the channel, the harbour master said, and the first ferry left at dawn.',
  'Fishermen counted eleven lost boats; the insurers, who met in the town hall, promised to answer within a week.',
]
const page = (lines: string, lang = 'en'): string =>
  `<html lang="${lang}"><title>Harbour reopens</title><article><h1>Harbour reopens</h1>${lines}${prose.map((text) => `<p>${text}</p>`).join('')}</article>`

test('a date called published wins over one called updated, which tells the day of the change', async () => {
  const reading = await read(page('<p>Updated: 05/03/2026 — Published 3 Mar 2026, 08:15 CET</p>'))
  assert.equal(reading.published?.edtf, '2026-03-03')
  assert.equal(reading.updated?.edtf, '2026-03-05')
})

test('a label before a time element speaks for that element only', async () => {
  const reading = await read(
    page(
      '<p>Updated <time datetime="2026-03-05">5 March 2026</time> Published <time datetime="2026-03-03">3 March 2026</time></p>',
    ),
  )
  assert.equal(reading.published?.edtf, '2026-03-03')
  assert.equal(reading.updated?.edtf, '2026-03-05')
})

test('a date that may mean two days is settled by its country or by other dates, or the doubt is told', async () => {
  const alone = await read(page('<p>05/03/2026</p>'))
  assert.match(alone.notes.join(), /day from month.*05\/03\/2026/)
  const british = await read(page('<p>05/03/2026</p>', 'en-GB'))
  assert.equal(british.published?.edtf, '2026-03-05')
  assert.doesNotMatch(british.notes.join(), /day from month/)
  const other = await read(`${page('<p>Published 05/03/2026</p>')}<p>Last updated 6 March 2026</p>`)
  assert.equal(other.published?.edtf, '2026-03-05')
})

test('both authors of a line are named, whichever of them has an element of his own', async () => {
  for (const line of [
    'By Ada Bell and Ivo Pál',
    'By <span class="author">Ada Bell</span> and Ivo Pál | Published 3 Mar 2026',
    'By <a href="/authors/ada">Ada Bell</a> and Ivo Pál',
    'By Ada Bell and Ivo Pál in Split',
  ])
    assert.deepEqual((await read(page(`<div>${line}</div>`))).byline, ['Ada Bell', 'Ivo Pál'], line)
})

test('a page that shows nothing is read from its data, however short, and a note says so', async () => {
  const linked = await read(
    `<title>Harbour</title><div id="root"></div><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Harbour', articleBody: prose.slice(0, 2).join(' ') })}</script>`,
  )
  assert.match(linked.text, /first ferry left at dawn/)
  assert.match(linked.notes.join(), /linked data/)
  const bodies = [
    { paragraphs: prose },
    { content: prose.map((text) => ({ type: 'p', text })) },
    { body: prose.join('\n') },
  ]
  for (const body of bodies) {
    const reading = await read(
      `<title>Harbour</title><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article: { title: 'Harbour', ...body } } } })}</script>`,
    )
    for (const text of prose) assert.ok(reading.text.includes(text), Object.keys(body).join())
    assert.match(reading.notes.join(), /data that the scripts/)
    assert.equal(reading.state, 'whole')
  }
})

test('no language is guessed where there is no text', async () => {
  for (const html of [
    '<html><head><title>Forside</title></head><frameset cols="20%,80%"><frame src="a.html"></frameset></html>',
    '<html lang="en"><title>Portal</title><div id="app"></div><noscript>You need to enable JavaScript.</noscript>',
  ]) {
    const { language, languageConfidence } = await read(html)
    assert.deepEqual({ language, languageConfidence }, { language: null, languageConfidence: 0 })
  }
})

test('control characters come through nowhere: not raw, not as references, not as escapes', async () => {
  const reading = await read(
    `<title>Har\u0001bour</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Har\\u0001bour","author":"Ada\\b &#2;Bell"}</script>${page('').replaceAll('harbour master', 'har\u0008bour &#27;mas&#x7;ter')}`,
  )
  const said = [reading.title, ...reading.byline, reading.text].join(' ')
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(said, /[\u0000-\u0008\u000b-\u001f\u007f]/)
  assert.match(reading.text, /harbour master/)
  assert.deepEqual(reading.byline, ['Ada Bell'])
})

test('a name before the title is cut where the page calls itself so, and only there', async () => {
  const plain = (title: string): string =>
    `<title>${title}</title><div><a href="/">The Gull</a></div><div><a href="/gaza">Harbour</a></div>${prose.join('<br><br>')}`
  assert.equal((await read(plain('The Gull: World / Ferries sail again'))).title, 'World / Ferries sail again')
  assert.equal((await read(plain('Harbour: the ferries sail again'))).title, 'Harbour: the ferries sail again')
  const footer = `<title>وكالة النورس: ميناء الشمال يعيد فتح أبوابه</title>${prose.join('<br>')}<div>© وكالة النورس</div>`
  assert.equal((await read(footer)).title, 'ميناء الشمال يعيد فتح أبوابه')
})
