import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Citation } from '../../domain/excerpt.ts'
import type { OutletStatement } from '../../domain/outlet.ts'
import { makeCitation, type CitedRecords } from './make-citation.ts'
import { citationForms, joinPieces, printPieces, showPieces } from './print-citation.ts'
import { lastDayOf, printDate } from './print-date.ts'
import { sentenceCase } from './sentence-case.ts'

const printCitation = (...given: Parameters<typeof printPieces>): string => joinPieces(printPieces(...given))

const whole: Citation = {
  authors: [],
  titleOriginal: 'افتتاح «ميناء النور»',
  titleEnglish: 'Opening of the “Port of Light”',
  language: 'ar',
  titleState: 'human',
  titleBy: null,
  outlet: 'Al-Manara',
  outletOriginal: 'المنارة',
  descriptor: 'privately owned regional daily',
  republisher: null,
  date: '2023-09-16T08:30:00+01:00',
  printedDate: null,
  post: null,
  url: 'https://al-manara.example/1',
  archivedUrl: null,
  accessed: '2023-09-20',
  captured: { at: Date.UTC(2023, 8, 20, 12, 30, 5), digest: 'ab'.repeat(32) },
}

const CAPTURED = `captured 2023-09-20T12:30:05Z, SHA-256 ${'ab'.repeat(32)}`

/** What changes in the citation, and how it is then printed as digest, Chicago note and ICS 206-01. */
const golden: readonly [change: Partial<Citation>, digest: string, chicago: string, ics206: string][] = [
  [
    {},
    '“افتتاح «ميناء النور» (Opening of the ‘Port of Light’),” Al-Manara (privately owned regional daily), 16 September 2023. https://al-manara.example/1',
    '“افتتاح «ميناء النور»” [Opening of the “Port of Light”], Al-Manara, 16 September 2023, https://al-manara.example/1.',
    'Author not stated; “افتتاح «ميناء النور»”; Title in English: “Opening of the ‘Port of Light’” (translated by a person); Al-Manara (المنارة); Source descriptor: privately owned regional daily; Published: 16 September 2023; Accessed: 20 September 2023; https://al-manara.example/1; Copy preserved by the desk: CAPTURED.',
  ],
  [
    { authors: ['Lina Haddad', 'Omar Saleh'], titleState: 'machine', titleEnglish: 'Port opened', date: '2023-09' },
    'Lina Haddad and Omar Saleh, “افتتاح «ميناء النور» (Port opened [machine translation]),” Al-Manara (privately owned regional daily), September 2023. https://al-manara.example/1',
    'Lina Haddad and Omar Saleh, “افتتاح «ميناء النور»” [Port opened; machine translation], Al-Manara, September 2023, https://al-manara.example/1.',
    'Lina Haddad, Omar Saleh; “افتتاح «ميناء النور»”; Title in English: “Port opened” (machine translation, not reviewed); Al-Manara (المنارة); Source descriptor: privately owned regional daily; Published: September 2023; Accessed: 20 September 2023; https://al-manara.example/1; Copy preserved by the desk: CAPTURED.',
  ],
  [
    {
      authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'],
      titleOriginal: 'Harbour "opens" at last',
      titleEnglish: null,
      titleState: 'none',
      outlet: 'Harbour Post',
      outletOriginal: null,
      descriptor: null,
      date: null,
      archivedUrl: 'https://archive.example/x',
    },
    'A. One, B. Two, C. Three, and D. Four, “Harbour ‘opens’ at last,” Harbour Post, n.d. https://al-manara.example/1 Archived at https://archive.example/x',
    'A. One et al., “Harbour ‘opens’ at last,” Harbour Post, accessed 20 September 2023, https://al-manara.example/1, archived at https://archive.example/x.',
    'A. One, B. Two, C. Three, D. Four; “Harbour ‘opens’ at last”; Harbour Post; Source descriptor: none on file; Published: date not stated; Accessed: 20 September 2023; https://al-manara.example/1; Preserved copy: https://archive.example/x; CAPTURED.',
  ],
  [
    { titleOriginal: null, titleEnglish: null, titleState: 'none', url: 'urn:uuid:1', outletOriginal: null },
    'no title, Al-Manara (privately owned regional daily), 16 September 2023.',
    'Al-Manara, 16 September 2023.',
    'Author not stated; No title; Al-Manara; Source descriptor: privately owned regional daily; Published: 16 September 2023; Accessed: 20 September 2023; No web address; Copy preserved by the desk: CAPTURED.',
  ],
]

for (const [i, [change, digest, chicago, ics206]] of golden.entries()) {
  test(`golden citation ${i + 1} is printed in three forms`, () => {
    const citation = { ...whole, ...change }
    assert.equal(printCitation(citation, 'digest'), digest)
    assert.equal(printCitation(citation, 'chicago'), chicago)
    assert.equal(printCitation(citation, 'ics206'), ics206.replace('CAPTURED', CAPTURED))
  })
}

test('ICS 206-01 tells by what the excerpt was translated, and whether a person has read it', () => {
  const told = (state: 'none' | 'machine' | 'machine-reviewed' | 'human', by: string | null) =>
    /Excerpt [^;]+/.exec(printCitation(whole, 'ics206', { state, by }))?.[0]
  assert.equal(told('machine', 'pivot 2'), 'Excerpt translated by machine (pivot 2), not reviewed')
  assert.equal(told('machine-reviewed', null), 'Excerpt translated by machine (tool not stated), reviewed by a person')
  assert.equal(told('human', 'A. Diallo'), 'Excerpt translated by A. Diallo')
  assert.equal(told('none', null), undefined)
})

test('a title that ends a sentence keeps its question mark, and loses its full stop', () => {
  const digest = (titleOriginal: string) => printCitation({ ...whole, titleOriginal, titleEnglish: null }, 'digest')
  assert.match(digest('Why now?'), /^“Why now\?,” /)
  assert.match(digest('The port opened.'), /^“The port opened,” /)
  assert.match(digest('And then...'), /^“And then\.\.\.,” /)
})

test('marks of direction are only in what is shown, and without them it is what is copied', () => {
  for (const form of citationForms) {
    const shown = showPieces(printPieces(whole, form))
    assert.match(shown, /\u2068افتتاح «ميناء النور»\u2069/u)
    assert.equal(shown.replace(/[\u2068\u2069]/gu, ''), printCitation(whole, form))
  }
})

test('dates are printed as precisely as they are known, and never more', () => {
  const pairs: [string | null, string | null, string | null][] = [
    ['2023-09-06', '6 September 2023', '2023-09-06'],
    ['2024-02', 'February 2024', '2024-02-29'],
    ['2023', '2023', '2023-12-31'],
    ['2023-09-06T23:30:00-05:00', '6 September 2023', '2023-09-06'],
    ['2023-09~', 'about September 2023', '2023-09-30'],
    ['2023?', '2023 (?)', '2023-12-31'],
    ['2023-09-01/2023-09-03', '1 September 2023–3 September 2023', '2023-09-03'],
    ['2023-13', null, null],
    ['yesterday', null, null],
    ['', null, null],
    [null, null, null],
  ]
  for (const [edtf, words, day] of pairs) {
    assert.equal(printDate(edtf), words, String(edtf))
    assert.equal(lastDayOf(edtf), day, String(edtf))
  }
})

test('capitals that shout are lowered, and all other titles stay as they are', () => {
  assert.equal(sentenceCase('LE PORT OUVRE SES PORTES AU PNUD'), 'Le port ouvre ses portes au pnud')
  assert.equal(sentenceCase('ПОРТ ОТКРЫТ С МИГ-29'), 'Порт открыт с МИГ-29')
  for (const title of ['Le Port ouvre', 'افتتاح الميناء اليوم', 'UN NATO', '開港', ''])
    assert.equal(sentenceCase(title), title)
})

const statement = (value: string, validFrom: string | null, signedAt: number): OutletStatement => ({
  id: `s${signedAt}` as never,
  outletId: 'o' as never,
  kind: 'descriptor',
  value,
  validFrom,
  signedBy: 'M. Okafor',
  signedAt,
  evidence: null,
})

const records: CitedRecords = {
  reading: {
    title: 'افتتاح\nالميناء\u200f',
    byline: ['  لينا\u200f حداد ', ''],
    published: { edtf: '2023-09-16', literal: null, calendar: 'gregorian', from: 'text' },
    language: 'ar',
    text: '',
  },
  capture: {
    id: 'c1' as never,
    finalUrl: 'https://al-manara.example/final',
    headers: [],
    requestedAt: Date.UTC(2024, 0, 2, 23, 59),
    digest: 'cd'.repeat(32),
  },
  outlet: { name: 'Al-Manara', nameAsPrinted: null },
  statements: [statement('independent daily', null, 1), statement('state-owned daily', '2023-10-01', 2)],
  english: { title: 'Port opened', state: 'machine-reviewed', by: 'pivot 2, reviewed by A. Diallo' },
  promised: { title: 'promised', at: Date.UTC(2023, 8, 15) },
  archive: null,
}

test('a citation takes the descriptor of the day of publication and the address that answered', () => {
  const citation = makeCitation(records)
  assert.equal(citation.descriptor, 'independent daily')
  assert.equal(citation.url, 'https://al-manara.example/final')
  assert.equal(citation.accessed, '2024-01-02')
  assert.deepEqual(citation.authors, ['لينا حداد'])
  assert.equal(citation.titleOriginal, 'افتتاح الميناء')
})

test('without a date on the page the one of the feed counts, and without any the day of access decides', () => {
  const undated = { ...records, reading: { ...records.reading, published: null, title: null } }
  assert.equal(makeCitation(undated).date, '2023-09-15')
  assert.equal(makeCitation(undated).titleOriginal, 'promised')
  const unknown = makeCitation({ ...undated, promised: { title: null, at: null } })
  assert.deepEqual([unknown.date, unknown.descriptor, unknown.titleOriginal], [null, 'state-owned daily', null])
})

test('an English title has no English title beside it', () => {
  const citation = makeCitation({ ...records, reading: { ...records.reading, language: 'en-GB' } })
  assert.deepEqual([citation.titleEnglish, citation.titleState], [null, 'none'])
})
