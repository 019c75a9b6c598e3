// Golden pairs for what is rarer: posts, republishers, archived copies, calendars, short forms, and what reference managers get.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Citation } from '../../domain/excerpt.ts'
import { archiveAddress, judgeArchiveAddress } from './archive-address.ts'
import { citationHtml } from './citation-html.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { listCitations, listSources } from './list-citations.ts'
import { makeCitation } from './make-citation.ts'
import { makeCsl } from './make-csl.ts'
import { makeRis } from './make-ris.ts'
import { joinPieces, printPieces, printShortPieces, type CitationForm } from './print-citation.ts'
import { printCollectionHtml, printCollectionMarkdown } from './print-collection.ts'
import { printSources } from './print-sources.ts'

const digest = 'ab'.repeat(32)
const article: Citation = {
  authors: ['Lina Haddad', 'Omar Saleh'],
  titleOriginal: 'افتتاح «ميناء النور»: ماذا بعد؟',
  language: 'ar',
  titleEnglish: 'Opening of the “Port of Light”: what next?',
  titleState: 'human',
  titleBy: 'A. Diallo',
  outlet: 'Al-Manara',
  outletOriginal: 'المنارة',
  descriptor: 'privately owned regional daily',
  republisher: null,
  date: '2023-09-16',
  printedDate: null,
  post: null,
  url: 'https://al-manara.example/1?a=1&b=2',
  archivedUrl: null,
  accessed: '2023-09-20',
  captured: { at: Date.UTC(2023, 8, 20, 12, 30, 5), digest },
}
const post: Citation = {
  ...article,
  authors: [],
  titleOriginal: null,
  titleEnglish: null,
  titleState: 'none',
  titleBy: null,
  outlet: 'Ministry of Ports',
  outletOriginal: null,
  descriptor: null,
  post: { platform: 'X', account: '@PortsMinistry', id: '17029', words: 'الميناء مفتوح “اليوم”' },
  url: 'https://x.com/PortsMinistry/status/17029',
}

/** What is cited, in which form, and how it is printed. */
const golden: readonly [name: string, citation: Citation, form: CitationForm, printed: string][] = [
  [
    'a post has a platform and an account where others have a title',
    post,
    'digest',
    'Ministry of Ports, X post, 16 September 2023. https://x.com/PortsMinistry/status/17029',
  ],
  [
    'a post is cited by its account and its first words',
    post,
    'chicago',
    'Ministry of Ports (@PortsMinistry), “الميناء مفتوح ‘اليوم’,” X, 16 September 2023, https://x.com/PortsMinistry/status/17029.',
  ],
  [
    'platform, account and number of a post are fields of their own',
    post,
    'ics206',
    `Author not stated; No title; Ministry of Ports; Platform: X; Account: @PortsMinistry; Post: 17029; Source descriptor: none on file; Published: 16 September 2023; Accessed: 20 September 2023; https://x.com/PortsMinistry/status/17029; Copy preserved by the desk: captured 2023-09-20T12:30:05Z, SHA-256 ${digest}.`,
  ],
  [
    'who republished it is told after the date',
    { ...article, republisher: 'Harbour Wire', authors: [], titleEnglish: null },
    'digest',
    '“افتتاح «ميناء النور»: ماذا بعد؟,” Al-Manara (privately owned regional daily), 16 September 2023, republished by Harbour Wire. https://al-manara.example/1?a=1&b=2',
  ],
  [
    'who republished it is told in a note',
    { ...article, republisher: 'Harbour Wire', authors: [], titleEnglish: null },
    'chicago',
    '“افتتاح «ميناء النور»: ماذا بعد؟,” Al-Manara, 16 September 2023, republished by Harbour Wire, https://al-manara.example/1?a=1&b=2.',
  ],
  [
    'the tool of a machine title is named, the calendar told, and the copy with its evidence',
    {
      ...article,
      authors: [],
      language: 'fa',
      titleState: 'machine',
      titleBy: 'pivot 2',
      republisher: 'Harbour Wire',
      printedDate: { literal: '۲۵ شهریور ۱۴۰۲', calendar: 'persian' },
      archivedUrl: 'https://archive.example/7',
    },
    'ics206',
    `Author not stated; “افتتاح «ميناء النور»: ماذا بعد؟”; Title in English: “Opening of the ‘Port of Light’: what next?” (machine translation by pivot 2, not reviewed); Al-Manara (المنارة); Source descriptor: privately owned regional daily; Published: 16 September 2023 (printed as ۲۵ شهریور ۱۴۰۲, Persian calendar); Republished by: Harbour Wire; Accessed: 20 September 2023; https://al-manara.example/1?a=1&b=2; Preserved copy: https://archive.example/7; captured 2023-09-20T12:30:05Z, SHA-256 ${digest}.`,
  ],
  [
    'a file of nobody has no outlet, no date and no address, and says so',
    {
      ...article,
      authors: [],
      titleEnglish: null,
      outlet: '',
      outletOriginal: null,
      descriptor: null,
      date: null,
      url: 'file:///ab/x.pdf',
    },
    'digest',
    '“افتتاح «ميناء النور»: ماذا بعد؟,” outlet not stated, n.d.',
  ],
  [
    'a file of nobody is accessed on a day, in a note',
    { ...article, authors: [], titleEnglish: null, outlet: '', date: null, url: 'file:///ab/x.pdf' },
    'chicago',
    '“افتتاح «ميناء النور»: ماذا بعد؟,” accessed 20 September 2023.',
  ],
]

for (const [name, citation, form, printed] of golden)
  test(`${name} (${form})`, () => assert.equal(joinPieces(printPieces(citation, form)), printed))

test('a source that is cited again is cited short, in each form', () => {
  const short = (change: Partial<Citation>, form: CitationForm) =>
    joinPieces(
      printShortPieces({ ...article, ...change }, form, { number: 3, used: { state: 'machine', by: 'pivot 2' } }),
    )
  assert.equal(short({}, 'chicago'), 'Haddad and Saleh, “افتتاح «ميناء النور».”')
  assert.equal(short({ authors: [] }, 'chicago'), 'Al-Manara, “افتتاح «ميناء النور».”')
  assert.equal(short({ authors: ['A B', 'C D', 'E F', 'G H'] }, 'chicago'), 'B et al., “افتتاح «ميناء النور».”')
  assert.equal(
    short(
      { authors: ['李明'], titleOriginal: 'The harbour of the north opens for ships', titleEnglish: null },
      'chicago',
    ),
    '李明, “The harbour.”',
  )
  assert.equal(
    short({ titleOriginal: 'Why “the north” waits', authors: [] }, 'chicago'),
    'Al-Manara, “Why ‘the north’ waits.”',
  )
  assert.equal(
    short({ titleOriginal: null, titleEnglish: null, authors: [] }, 'chicago'),
    'Al-Manara, 16 September 2023.',
  )
  assert.equal(
    short({ authors: [] }, 'digest'),
    '“افتتاح «ميناء النور»: ماذا بعد؟,” Al-Manara, 16 September 2023 (source 3 above).',
  )
  assert.equal(
    short({}, 'ics206'),
    'Source 3 above; “افتتاح «ميناء النور»: ماذا بعد؟”; Al-Manara (المنارة); Excerpt translated by machine (pivot 2), not reviewed.',
  )
})

const cited = (captureId: string, citation: Citation) => ({
  excerpt: { captureId: captureId as never, translation: null },
  citation,
})

test('the citations of a basket stand in its order, each source in full once', () => {
  const list = [cited('a', article), cited('b', post), cited('a', article), cited('c', article)]
  assert.deepEqual(
    listCitations(list, 'chicago').map(({ number, of }) => [number, of]),
    [
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 4],
    ],
    'another version of a page is another source',
  )
  assert.equal(listSources(list).length, 3)
  const text = printSources(list, 'chicago').split('\n')
  assert.equal(text.length, 4)
  assert.equal(text[2], '3. Haddad and Saleh, “افتتاح «ميناء النور».”')
  assert.equal(printSources([cited('a', post)], 'digest').startsWith('Ministry'), true, 'one alone has no number')
})

test('in HTML the address is a Robust Link, and nothing of a page is markup', () => {
  const evil: Citation = { ...article, titleOriginal: '<script>alert(1)</script>', authors: ['<b>'], language: '"><i>' }
  const html = citationHtml(printPieces(evil, 'digest'), evil)
  assert.doesNotMatch(html, /<script|<b>|<i>/)
  assert.match(
    html,
    /<a href="https:\/\/al-manara\.example\/1\?a=1&amp;b=2" data-originalurl="https:\/\/al-manara\.example\/1\?a=1&amp;b=2" data-versiondate="2023-09-20">/,
  )
  const kept = { ...article, archivedUrl: 'https://archive.example/7' }
  assert.match(citationHtml(printPieces(kept, 'digest'), kept), /data-versionurl="https:\/\/archive\.example\/7"/)
  const script = { ...article, url: 'javascript:alert(1)' }
  assert.doesNotMatch(citationHtml(printPieces(script, 'digest'), script), /href|javascript/)
})

test('CSL-JSON and RIS carry what they have fields for, and the rest in notes', () => {
  const csl = makeCsl({ ...article, date: '2023-09~', archivedUrl: 'https://archive.example/7' }, 'c1')
  assert.deepEqual(csl['issued'], { 'date-parts': [[2023, 9]], circa: true })
  assert.deepEqual(csl['author'], [{ literal: 'Lina Haddad' }, { literal: 'Omar Saleh' }])
  assert.deepEqual(
    [csl['type'], csl['title'], csl['language'], csl['container-title']],
    ['article-newspaper', article.titleOriginal, 'ar', 'Al-Manara'],
  )
  assert.match(String(csl['note']), /Title in English: Opening .* \(translated by a person, A\. Diallo\)/)
  assert.match(String(csl['note']), /Preserved copy: https:\/\/archive\.example\/7\n/)
  assert.equal(makeCsl({ ...article, date: 'soon' }, 'c1')['issued'], undefined)
  const ris = makeRis({ ...post, outlet: 'Ministry\r\nER  - ' }, 'c2')
  const lines = ris.split('\r\n')
  assert.equal(lines[0], 'TY  - BLOG')
  assert.deepEqual(
    lines.filter((line) => line.startsWith('ER')),
    ['ER  - '],
    'a name cannot end the record',
  )
  assert.ok(lines.includes('DA  - 2023/09/16/') && lines.includes(`UR  - ${post.url}`))
  for (const line of lines.slice(0, -1)) assert.match(line, /^[A-Z][A-Z0-9] {2}- /)
})

const excerpt = {
  id: 'e1' as never,
  readingId: 'r1' as never,
  captureId: 'c1' as never,
  parts: [
    { kind: 'quote' as const, anchor: { exact: 'قال *الوزير* <b>', prefix: '', suffix: '', start: 0, end: 16 } },
    { kind: 'elision' as const },
    { kind: 'insertion' as const, text: 'of Mali](javascript:x)' },
  ],
  language: 'ar',
  speaker: '# The minister',
  translation: {
    language: 'en',
    parts: [{ kind: 'words' as const, text: 'said' }],
    state: 'machine' as const,
    by: 'pivot 2',
    at: 1,
  },
  anchoring: 'lost' as const,
  tags: [],
  note: 'not for print',
  basket: 'Boats',
  madeBy: 'M. Okafor',
  madeAt: 1,
  revision: 1,
}

test('what is printed to read has passage, translation with its state, citation and digest, and no note', () => {
  const about = { title: 'Boats & <ships>', form: 'digest' as const, at: 0, generator: 'dragoman test' }
  const html = printCollectionHtml([{ excerpt, citation: article }], about)
  const markdown = printCollectionMarkdown([{ excerpt, citation: article }], about)
  for (const printed of [html, markdown]) {
    assert.match(printed, /machine translation, not reviewed: pivot 2/)
    assert.match(printed, /not found in the newest text/)
    assert.ok(printed.includes(digest))
    assert.doesNotMatch(printed, /not for print/)
  }
  assert.match(html, /<blockquote dir="auto" lang="ar">قال \*الوزير\* &lt;b&gt; … \[of Mali\]/)
  assert.match(markdown, /^> قال \\\*الوزير\\\* \\<b\\> … \\\[of Mali\\\]\\\(javascript:x\\\)/m)
  assert.match(markdown, /^## 1\. \\# The minister$/m)
  assert.match(markdown, /^# Boats \\& \\<ships\\>$/m)
})

test('no text from outside means anything in Markdown', () => {
  for (const text of [
    '# a',
    '1. a',
    '- a',
    '> a',
    '[a](b)',
    '<i>',
    '`a`',
    '**a**',
    '***',
    '---',
    '![a](b)',
    '&lt;',
    'a\n# b',
  ])
    assert.doesNotMatch(escapeMarkdown(text), /^(?:[#>-]|\d+[.)] )|(?<!\\)[[\]<>`*_!&#]/u, text)
})

const kept = {
  id: 'c1' as never,
  finalUrl: 'https://al-manara.example/$&',
  digest,
  requestedAt: Date.UTC(2023, 8, 16, 12),
}

test('where the desk says its archive is, copies have addresses; without that none is invented', () => {
  assert.equal(archiveAddress(null, kept), null)
  assert.equal(
    archiveAddress('https://archive.example/desk/', kept),
    'https://archive.example/desk/20230916120000/https://al-manara.example/$&',
  )
  assert.equal(
    archiveAddress('https://archive.example/?sha=sha256:{digest}', kept),
    `https://archive.example/?sha=sha256:${digest}`,
  )
  const file = { ...kept, finalUrl: 'file:///x.pdf' }
  assert.equal(archiveAddress('https://archive.example/', file), null, 'a file has no address to be replayed under')
  assert.equal(archiveAddress('https://archive.example/{id}', file), 'https://archive.example/c1')
  assert.equal(judgeArchiveAddress('https://archive.example/{time}/{url}'), null)
  assert.match(judgeArchiveAddress('https://archive.example/{date}') ?? '', /\{date\}/)
  for (const wrong of ['archive.example', 'javascript:{id}', '']) assert.ok(judgeArchiveAddress(wrong), wrong)
})

test('a copy in a web archive is cited by the page it keeps, and where it is kept', () => {
  const memento = 'https://web.archive.org/web/20230916120000/https://x.com/PortsMinistry/status/17029'
  const citation = makeCitation({
    reading: { title: null, byline: [], published: null, language: 'ar', text: `${'كلمة '.repeat(100)}\nآخر` },
    capture: { ...kept, finalUrl: memento, headers: [] },
    outlet: null,
    statements: [],
    english: null,
    promised: { title: null, at: null },
    archive: 'https://archive.example/',
  })
  assert.equal(citation.url, 'https://x.com/PortsMinistry/status/17029')
  assert.equal(citation.archivedUrl, memento)
  assert.deepEqual([citation.post?.account, citation.outlet], ['@PortsMinistry', ''])
  assert.equal([...(citation.post?.words ?? '')].length <= 161, true)
})
