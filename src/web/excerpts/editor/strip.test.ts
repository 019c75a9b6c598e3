import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeParts, makeTranslation } from '../../../desk/excerpts/make-excerpt.ts'
import { splitTyped as splitAtDesk } from '../../../desk/excerpts/typed-marks.ts'
import { printParts } from '../../../domain/excerpt.ts'
import { findWords, ownWords, readQuotes } from './read-parts.ts'
import { rewrite } from './rewrite.ts'
import { addPassage, changeCase, elide, insert, narrow, restore, rewordInsertion } from './strip-deeds.ts'
import { piecesOf, printStrip, wordsOf } from './strip-print.ts'
import { settle, stretchOf, type Place, type Strip } from './strip.ts'
import { splitTyped } from './typed-marks.ts'

const letters = [
  'a',
  'B',
  ' ',
  ' ',
  'é',
  'ق',
  'ا',
  '\u064e',
  '\u200f',
  '漢',
  '字',
  '😀',
  '👨‍👩‍👧',
  'e\u0301',
  '\n',
  '…',
  '.',
  '🇺🇦',
  ',',
]

/** The same letters for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}
type Roll = (below: number) => number

const someText = (roll: Roll, length: number): string =>
  Array.from({ length }, () => letters[roll(letters.length)]).join('')

function somePlace(roll: Roll, strip: Strip): Place {
  const part = roll(strip.length)
  const here = strip[part]
  return here?.kind === 'range' ? { part, at: here.start + roll(here.end - here.start + 1) } : { part, at: roll(2) }
}

function someSpan(roll: Roll, strip: Strip) {
  const places = [somePlace(roll, strip), somePlace(roll, strip)].toSorted((a, b) => a.part - b.part || a.at - b.at)
  const [from, to] = places
  assert.ok(from && to)
  return { from, to }
}

/** A strip after some deeds, with its text. */
function someStrip(roll: Roll): { text: string; strip: Strip } | null {
  const text = someText(roll, 10 + roll(60))
  const start = roll(text.length)
  const first = stretchOf(text, start, Math.min(text.length, start + 5 + roll(40)))
  if (!first) return null
  let strip: Strip = [first]
  for (let deeds = roll(6); deeds > 0; deeds--) strip = someDeed(roll, text, strip)
  return { text, strip }
}

function someDeed(roll: Roll, text: string, strip: Strip): Strip {
  const span = someSpan(roll, strip)
  const deeds = [
    () => elide(text, strip, span),
    () => elide(text, strip, span),
    () => insert(text, strip, { from: span.from, to: span.from }, 'of X'),
    () => insert(text, strip, span, 'he'),
    () => narrow(text, strip, span),
    () => addPassage(text, strip, roll(text.length), roll(text.length)),
    () => changeCase(text, strip, span.from),
    () => restore(text, strip, roll(strip.length)),
  ]
  return deeds[roll(deeds.length)]?.() ?? strip
}

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const bordersOf = (text: string) => new Set([...clusters.segment(text)].map(({ index }) => index)).add(text.length)

/** Every strip of many, whatever was done to it. */
function forMany(seed: number, law: (roll: Roll, text: string, strip: Strip) => void) {
  const roll = dice(seed)
  for (let round = 0; round < 1_500; round++) {
    const some = someStrip(roll)
    if (some) law(roll, some.text, some.strip)
  }
}

test('whatever is done, stretches stand in order, apart, and cut no letter', () => {
  forMany(3, (_, text, strip) => {
    const borders = bordersOf(text)
    let end = 0
    for (const part of strip) {
      if (part.kind !== 'range') continue
      assert.ok(part.start >= end && part.end > part.start, 'in order')
      assert.ok(borders.has(part.start) && borders.has(part.end), 'no letter is cut')
      end = part.end
    }
    assert.deepEqual(settle(text, strip), strip, 'nothing is left to settle')
  })
})

test('eliding, putting in and then putting back is as if nothing had been done', () => {
  forMany(5, (roll, text, strip) => {
    const span = someSpan(roll, strip)
    const place = { from: span.from, to: span.from }
    for (const next of [elide(text, strip, span), insert(text, strip, span, 'x'), insert(text, strip, place, 'x')]) {
      if (next === strip) continue
      const at = next.findIndex((part) => !strip.includes(part) && part.kind !== 'range')
      assert.deepEqual(restore(text, next, at), strip)
    }
  })
})

test('the desk makes of a strip what the editor showed, every quotation letter by letter at its place', () => {
  forMany(7, (_, text, strip) => {
    const made = makeParts(text, piecesOf(text, strip))
    if (made.kind === 'refused') return assert.match(made.reason, /at least one word/)
    assert.equal(printParts(made.parts), printStrip(text, strip))
    for (const part of made.parts)
      if (part.kind === 'quote') assert.equal(text.slice(part.anchor.start, part.anchor.end), part.anchor.exact)
  })
})

test('what was kept is read back as it was printed, and what it left out can still be put back', () => {
  forMany(9, (_, text, strip) => {
    const made = makeParts(text, piecesOf(text, strip))
    if (made.kind === 'refused') return
    const back = readQuotes(text, made.parts)
    assert.ok(back)
    assert.equal(printStrip(text, back), printStrip(text, strip))
    const [first] = strip
    if (first?.kind !== 'range') return
    const gaps = strip.flatMap((part, at) => (part.kind === 'elision' && strip[at + 1]?.kind === 'range' ? [at] : []))
    if (gaps.length > 0) assert.ok(back.some((part) => part.kind === 'elision' && part.was.length > 0))
  })
})

test('printing and reading back is the same: typed as printed, nothing is changed; of a translation, neither', () => {
  forMany(11, (_, text, strip) => {
    const print = printStrip(text, strip)
    assert.equal(rewrite({ text, strip }, print).strip, strip)
    const typed = rewrite({ text, strip }, `${print} z`)
    assert.equal(printStrip(typed.text, typed.strip).replace(/\s+/g, ' '), `${print} z`.replace(/\s+/g, ' '))
    const words = wordsOf(text, strip)
    if (words.some((part) => part.kind === 'words' && part.text !== part.text.trim())) return
    const kept = makeTranslation({ language: 'en', parts: words, state: 'human', by: null, at: null }, [])
    assert.equal(printParts(kept?.parts ?? []), print)
    const own = ownWords(kept?.parts ?? [])
    assert.equal(printStrip(own.text, own.strip), print)
  })
})

test('typed marks are taken apart as the desk takes them apart', () => {
  const roll = dice(13)
  const signs = [...letters, '[', ']', '…', '...', '[x]', '(…)', '[…]', '[ ]']
  for (let round = 0; round < 2_000; round++) {
    const typed = Array.from({ length: roll(14) }, () => signs[roll(signs.length)]).join('')
    assert.deepEqual(splitTyped(typed), splitAtDesk(typed))
  }
})

const page = 'he said the treaty, signed in Oran, was void. Nobody … asked. It stays [sic] shut.'
const spanOf = (words: string, part = 0) => ({
  from: { part, at: page.indexOf(words) },
  to: { part, at: page.indexOf(words) + words.length },
})
const whole: Strip = [{ kind: 'range', start: 0, end: page.length }]

test('the marks of a digest: an elision before a stop, an insertion after a word, a letter in its other case', () => {
  const elided = elide(page, whole, spanOf(', signed in Oran'))
  assert.match(printStrip(page, elided), /^he said the treaty …, was void/)
  const place = { part: 2, at: page.indexOf(' void') }
  const inserted = insert(page, elided, { from: place, to: place }, 'now')
  assert.match(printStrip(page, inserted), /, was \[now\] void/)
  assert.match(printStrip(page, changeCase(page, inserted, { part: 0, at: 0 })), /^\[H\]e said/)
})

test('a gloss after a word stands before the comma without a space', () => {
  const place = { part: 0, at: page.indexOf(', signed') }
  assert.match(
    printStrip(page, insert(page, whole, { from: place, to: place }, 'of Algeria')),
    /treaty \[of Algeria\], signed/,
  )
})

test('an insertion is reworded, joined to its word, and taken away', () => {
  const place = { part: 0, at: page.indexOf(' said') }
  const inserted = insert(page, whole, { from: place, to: place }, 'the chief')
  const reworded = rewordInsertion(inserted, 1, 'chief', 'both')
  assert.match(printStrip(page, reworded), /^he\[chief\]said/)
  assert.deepEqual(restore(page, reworded, 1), whole)
  assert.equal(rewordInsertion(inserted, 1, '  '), inserted)
})

test('a second passage is joined by an elision that keeps what lies between', () => {
  const first = stretchOf(page, 0, page.indexOf(', signed'))
  assert.ok(first)
  const two = addPassage(page, [first], page.indexOf('It stays'), page.length)
  assert.equal(printStrip(page, two), 'he said the treaty … It stays [sic] shut.')
  assert.equal(printStrip(page, restore(page, two, 1)), page)
  const three = addPassage(page, two, page.indexOf('Nobody'), page.indexOf(' It stays'))
  assert.equal(printStrip(page, three), 'he said the treaty … Nobody … asked. It stays [sic] shut.')
})

test('where no word would be left, nothing is left out', () => {
  assert.equal(elide(page, whole, { from: { part: 0, at: 0 }, to: { part: 0, at: page.length } }), whole)
  assert.equal(narrow(page, whole, { from: { part: 0, at: 2 }, to: { part: 0, at: 3 } }), whole)
})

test('typed marks become parts, those of the page stay words, and an elision keeps what it leaves out', () => {
  const elided = elide(page, whole, spanOf('signed in Oran, '))
  const typed = printStrip(page, elided).replace('void', 'void [and null] …').replace('shut', 'closed')
  const { text, strip } = rewrite({ text: page, strip: elided }, typed)
  assert.equal(printStrip(text, strip), typed)
  assert.deepEqual(
    strip.map(({ kind }) => kind),
    ['range', 'elision', 'range', 'insertion', 'elision', 'range'],
  )
  assert.match(printStrip(text, restore(text, strip, 1)), /treaty, signed in Oran, was void/)
})

test('the words of a kept translation are found in the translation as it is now, or not at all', () => {
  const elided = elide(page, whole, spanOf('signed in Oran, '))
  const found = findWords(page, wordsOf(page, elided))
  assert.ok(found)
  assert.deepEqual(printStrip(page, found), printStrip(page, elided))
  assert.equal(printStrip(page, restore(page, found, 1)), page)
  assert.equal(findWords(page.replace('void', 'null'), wordsOf(page, elided)), null)
})

test('words without spaces are cut without spaces', () => {
  const han = '他说今天下雨了'
  const strip = elide(han, [{ kind: 'range', start: 0, end: 7 }], { from: { part: 0, at: 2 }, to: { part: 0, at: 4 } })
  assert.equal(printStrip(han, strip), '他说…下雨了')
})
