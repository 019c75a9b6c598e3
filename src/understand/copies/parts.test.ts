import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareCopies } from './compare-copies.ts'
import type { CopyDocument } from './document.ts'
import { findCredits, isCreditOf } from './find-credits.ts'
import { handMade } from './fixtures/hand-made.ts'
import { measureOverlap } from './measure-overlap.ts'
import { printText } from './print-text.ts'
import { readCopyLine } from './read-copy-line.ts'
import { reportChanges } from './report-changes.ts'
import { scanWords } from './scan-words.ts'
import { decodeSketch, encodeSketch, sketchDocument } from './sketch-document.ts'
import { weighOrigins } from './weigh-origin.ts'

function document(text: string, more: Partial<CopyDocument> = {}): CopyDocument {
  return { id: 'x', title: null, text, language: 'en', published: null, ...more }
}

test('words point at the text they name, and quotations are known by their marks', () => {
  for (const {
    document: { text },
  } of handMade) {
    const { hashes, starts, ends, lines } = scanWords(text)
    for (let at = 0; at < hashes.length; at++) assert.match(text.slice(starts[at], ends[at]), /^[\p{L}\p{N}]/u)
    assert.equal(lines.at(-1)?.to, hashes.length)
  }
  const quotedWords = (text: string) => {
    const { starts, ends, quoted } = scanWords(text)
    return [...quoted.keys()].filter((at) => quoted[at] === 1).map((at) => text.slice(starts[at], ends[at]))
  }
  assert.deepEqual(quotedWords('He said “no way” and left'), ['no', 'way'])
  assert.deepEqual(quotedWords('Он сказал: «не надо», и „ушёл“ домой'), ['не', 'надо', 'ушёл'])
  assert.deepEqual(quotedWords('他说「不行」走了'), ['不', '行'])
  assert.deepEqual(quotedWords('An “open quotation\nis none'), [])
})

test('a passage leaves the same prints whatever stands around it', () => {
  for (const {
    document: { text },
  } of handMade) {
    const own = printText(scanWords(text))
    const inside = new Set(printText(scanWords(`Menu\nHome\n${text}\nShare this page with your friends\nMore`)))
    const kept = own.filter((print) => inside.has(print)).length
    assert.ok(kept >= own.length * 0.6, `${kept} of ${own.length}`)
    assert.ok(own.length <= 40)
  }
})

test('what is shared is measured the same from both sides, and wholly with itself', () => {
  const [one, other] = [handMade[0], handMade[2]].map((made) => scanWords(made?.document.text ?? ''))
  assert.ok(one && other)
  const [there, back] = [measureOverlap(one, other), measureOverlap(other, one)]
  assert.deepEqual([there.ofFirst, there.ofSecond], [back.ofSecond, back.ofFirst])
  assert.equal(measureOverlap(one, one).ofFirst.share, 1)
  assert.equal(measureOverlap(one, one).longestRun, one.hashes.length)
})

test('a sketch comes back from its bytes as it was', () => {
  for (const made of [
    ...handMade.map((one) => one.document),
    document(''),
    document('“a”\n\n“b” c', { published: { at: 5, precision: 'day' }, author: 'n' }),
  ]) {
    const { sketch } = sketchDocument(made)
    const back = decodeSketch(encodeSketch(sketch))
    assert.deepEqual(
      [back.hashes, back.quoted, back.lines, back.credits],
      [sketch.hashes, sketch.quoted, sketch.lines, sketch.credits],
    )
    assert.deepEqual(
      back.sentences.map(({ anchors }) => anchors.map(({ code }) => code)),
      sketch.sentences.map(({ anchors }) => anchors.map(({ code }) => code)),
    )
  }
})

test('credits are found where outlets print them', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['BAMAKO, 16 sept. 2023 (Méridien) – Le Mali a signé.', 'Méridien'],
    ['ISTANBUL (Reuters) - Grain ships waited.', 'Reuters'],
    ['(AFP) – Le président a dit.', 'AFP'],
    ['МОСКВА, 19 июл — Северный телеграф. Все суда.', 'Северный телеграф'],
    ['МОСКВА, 17 июля. /ТАСС/. Россия заявила.', 'ТАСС'],
    ['新华社北京7月17日电 协议到期。', '新华社'],
    ['据法新社报道，总统说。', '法新社'],
    ['القاهرة - رويترز: قال الوزير', 'رويترز'],
    ['به گزارش ایسنا، وزیر گفت', 'ایسنا'],
    [`${'Long text follows here. '.repeat(20)}\nFuente: La Cordillera`, 'La Cordillera'],
    [`${'Long text follows here. '.repeat(20)}\n(AFP)`, 'AFP'],
    [`${'Long text follows here. '.repeat(20)}\nLa Rédaction (avec Agence Calanque)`, 'Agence Calanque'],
    ['This article was originally published in The Harbour Ledger and is reprinted here.', 'The Harbour Ledger'],
  ]
  for (const [text, name] of cases)
    assert.ok(
      findCredits(document(text)).some((credit) => credit.name.startsWith(name)),
      `${text.slice(-60)} → ${JSON.stringify(findCredits(document(text)))}`,
    )
  assert.deepEqual(
    findCredits(document('The minister (who is new) said in Paris (and in London) that nothing had changed.')),
    [],
  )
})

test('a credit is known for an outlet’s by its name, its address, and in another script', () => {
  const [credit] = findCredits(document('МОСКВА, 19 июл — Северный телеграф. Все суда.'))
  assert.ok(credit)
  assert.ok(isCreditOf(credit, { outlet: 'Severny Telegraf' }))
  assert.ok(!isCreditOf(credit, { outlet: 'Pereputye' }))
  const [ledger] = findCredits(document('', { author: 'Staff with Harbour Ledger' }))
  assert.ok(ledger && isCreditOf(ledger, { outlet: null, url: 'https://www.harbour-ledger.example/x' }))
})

test('changes are named sentence by sentence, and put together they are the copy', () => {
  const original =
    'The bridge fell at dawn. Eleven people died. The river was high after five days of rain. Nobody had closed it.'
  const copy =
    'The bridge fell at dawn. Twelve people died. Nobody had closed it. The mayor wept and promised a new one by spring.'
  const report = reportChanges(original, copy, 'wire-copy')
  assert.deepEqual(
    report.altered.map(({ words }) => words),
    [[{ dropped: 'Eleven', added: 'Twelve' }]],
  )
  assert.deepEqual(report.dropped, ['The river was high after five days of rain.'])
  assert.deepEqual([...report.added, ...report.furniture], ['The mayor wept and promised a new one by spring.'])
  for (const {
    document: { text },
  } of handMade)
    assert.deepEqual(compareCopies(text, text), [])
})

test('what stands around a text is named as furniture, without the numbers of accounts', () => {
  const [original, copy] = ['a-quiet-column.example/islands', 'majma-al-maqalat.example/9931'].map(
    (id) => handMade.find((made) => made.document.id === id)?.document.text ?? '',
  )
  const report = reportChanges(original ?? '', copy ?? '', 'in-chrome')
  assert.deepEqual([report.added, report.dropped, report.altered], [[], [], []])
  assert.equal(report.furniture.length, 6)
  assert.ok(!JSON.stringify(report).includes('NWBK') && JSON.stringify(report).includes('left out'))
})

test('lines that are no documents say what is wrong', () => {
  for (const [json, reason] of [
    ['{', /no JSON/],
    ['[]', /object/],
    ['{"id":"a"}', /text/],
    ['{"id":"","text":""}', /id/],
    ['{"id":"a","text":5}', /text/],
    ['null', /object/],
  ] as const) {
    const line = readCopyLine(json)
    assert.ok(line.kind === 'bad' && reason.test(line.reason), JSON.stringify(line))
    assert.doesNotMatch(line.reason, /invalid|undefined|expected/iu)
  }
  const line = readCopyLine('{"id":7,"text":"t","language":"","published":"2024-05-06","author":["A","B"],"more":{}}')
  assert.ok(line.kind === 'document')
  assert.deepEqual(
    [line.document.id, line.document.language, line.document.author, line.document.published],
    ['7', null, 'A, B', { at: Date.UTC(2024, 4, 6), precision: 'day' }],
  )
  const minute = readCopyLine('{"id":"a","text":"t","published":"2024-05-06T10:00+02:00"}')
  assert.ok(minute.kind === 'document' && minute.document.published?.precision === 'minute')
})

test('set phrases that stand in both, each in another place, are no long series', () => {
  const phrases = [
    'the foreign ministry said in a statement',
    'on condition of anonymity because',
    'did not immediately respond to requests',
  ]
  const own = (tag: string) => Array.from({ length: 6 }, (_, at) => `${tag}${at}`).join(' ')
  const [one, two, three] = phrases
  const first = scanWords(`${one} ${two} ${three}`)
  const second = scanWords(`${three} ${own('x')} ${two} ${own('y')} ${one}`)
  const longest = Math.max(...phrases.map((phrase) => phrase.split(' ').length))
  assert.equal(measureOverlap(first, second).longestRun, longest)
  assert.equal(measureOverlap(second, first).longestRun, longest)
})

test('a page of which only the day is known was not published before one of that day', () => {
  const at = Date.UTC(2024, 2, 1, 17)
  const [timed, dayOnly] = weighOrigins(
    [
      document('x', { id: 'timed', published: { at, precision: 'minute' } }),
      document('x', { id: 'day', published: { at: Date.UTC(2024, 2, 1), precision: 'day' } }),
    ].map((one) => ({ sketch: sketchDocument(one).sketch, isInChrome: false, isExcerpt: false })),
  )
  assert.deepEqual([timed?.reasons, dayOnly?.reasons], [[], []])
})

test('a text that is made to cost much costs no more than a long one', () => {
  const hostile = ['"'.repeat(3_000_000), 'a '.repeat(1_000_000), '9'.repeat(2_000_000), 'x\n'.repeat(500_000)]
  for (const text of [...hostile, '马'.repeat(500_000), '\ud800 '.repeat(300_000), 'A. '.repeat(400_000)]) {
    const { sketch, prints, fileKeys, lookKeys } = sketchDocument(document(text, { outlet: text, author: text }))
    assert.ok(encodeSketch(sketch).length < 200_000)
    assert.ok(prints.length <= 40 && fileKeys.length <= 32 && lookKeys.length <= 64)
    assert.equal(measureOverlap(sketch, sketch).ofFirst.between, 0)
  }
})
