import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printParts, type Anchor, type ExcerptPart } from '../../domain/excerpt.ts'
import { findAlike } from './find-alike.ts'
import { findAnchor } from './find-anchor.ts'
import { isInsidePair, makeAnchor } from './make-anchor.ts'
import { makeExcerpt, makeParts, makeTranslation, type ChosenPiece } from './make-excerpt.ts'
import { readTypedExcerpt, readTypedTranslation } from './read-typed.ts'
import { reanchorParts } from './reanchor-parts.ts'
import { splitTyped } from './typed-marks.ts'

const letters = ['a', 'b', ' ', 'é', 'ق', 'ا', '\u200f', '漢', '😀', '👨‍👩‍👧', 'e\u0301', '\n', '…', '🇺🇦']

/** The same letters for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

function someText(roll: (below: number) => number, length: number): string {
  return Array.from({ length }, () => letters[roll(letters.length)]).join('')
}

function anchorOf(text: string, words: string): Anchor {
  const start = text.indexOf(words)
  const made = makeAnchor(text, start, start + words.length)
  if (made.kind === 'refused') throw new Error(made.reason)
  return made.anchor
}

const page = [
  'The minister arrived at dawn. “We are ready,” he said, and the crowd fell silent.',
  'Nobody asked about the bridge … which had been closed since spring.',
  'In the evening the council [the larger one] met again, and the minister spoke of two hundred new boats for the river police.',
].join('\n')

function rangeOf(words: string): ChosenPiece {
  const start = page.indexOf(words)
  assert.ok(start >= 0, words)
  return { kind: 'range', start, end: start + words.length }
}

test('an anchor always points at its own words, whatever was selected in whatever script', () => {
  const roll = dice(7)
  for (let round = 0; round < 2_000; round++) {
    const text = someText(roll, 1 + roll(60))
    const start = roll(text.length + 2) - 1
    const made = makeAnchor(text, start, start + roll(text.length + 2))
    if (made.kind === 'refused') continue
    const { exact, prefix, suffix, start: from, end } = made.anchor
    assert.equal(text.slice(from, end), exact)
    assert.ok(text.slice(0, from).endsWith(prefix) && text.slice(end).startsWith(suffix))
    assert.ok([prefix, exact, suffix].every((part) => part.isWellFormed()))
    assert.ok(!isInsidePair(text, from) && !isInsidePair(text, end))
    assert.notEqual(exact.trim(), '')
  }
})

test('an anchor is found again on its own text, at its place', () => {
  const roll = dice(11)
  for (let round = 0; round < 500; round++) {
    const text = someText(roll, 5 + roll(80))
    const start = roll(text.length)
    const made = makeAnchor(text, start, Math.min(text.length, start + 1 + roll(20)))
    if (made.kind === 'made') assert.deepEqual(findAnchor(text, made.anchor), { kind: 'held', anchor: made.anchor })
  }
})

test('a letter of several characters is taken whole, and half of a pair never', () => {
  const text = 'x 👨‍👩‍👧 y'
  const made = makeAnchor(text, 3, 4)
  assert.ok(made.kind === 'made')
  assert.equal(made.anchor.exact, '👨‍👩‍👧')
})

test('words that stand elsewhere are moved, never held, and their new place is told', () => {
  const anchor = anchorOf(page, 'two hundred new boats')
  const later = `A correction was made to this page.\n${page}`
  const found = findAnchor(later, anchor)
  assert.ok(found.kind === 'moved' && found.how === 'same-words' && found.places === 1)
  assert.equal(later.slice(found.anchor.start, found.anchor.end), anchor.exact)
})

test('of words that stand twice, those between the same words are found', () => {
  const text = 'the river rose. Later the river fell, and then the river rose again over its banks by night.'
  const anchor = anchorOf(text, 'the river fell')
  const later = `Before, the river fell slowly. ${text}`
  const found = findAnchor(later, anchor)
  assert.ok(found.kind === 'moved')
  assert.equal(found.anchor.start, later.lastIndexOf('the river fell'))
})

test('words that were changed a little are found as alike, with the count of changes', () => {
  const anchor = anchorOf(page, 'the minister spoke of two hundred new boats for the river police')
  const later = page.replace('two hundred', 'three hundred')
  const found = findAnchor(later, anchor)
  assert.ok(found.kind === 'moved' && found.how === 'alike')
  assert.equal(found.distance, 4)
  assert.equal(found.anchor.exact, 'the minister spoke of three hundred new boats for the river police')
})

test('words that are gone are lost, and short words are not recognised anywhere else', () => {
  const gone = anchorOf(page, 'the minister spoke of two hundred new boats')
  assert.equal(
    findAnchor('Nothing of the kind was ever printed in this newspaper, says its editor.', gone).kind,
    'lost',
  )
  const short = anchorOf(page, 'again')
  assert.equal(findAnchor('Once again, and again, said the teacher to the class.', short).kind, 'lost')
})

test('a changed passage of a text of a million letters is found, and so is a long one; repeated letters end', () => {
  const roll = dice(3)
  const words = Array.from({ length: 150_000 }, () => `w${roll(5_000).toString(36)}${roll(40)}`)
  const text = words.join(' ')
  const long = words.slice(70_000, 72_000).join(' ')
  const at = text.indexOf(long)
  const alike = findAlike(text, long.replace(/w1\d/g, 'v1'))
  assert.equal(alike?.start, at)
  assert.equal(findAlike('ab'.repeat(200_000), 'acbdacbd'.repeat(70)), undefined)
  assert.ok(findAlike('a'.repeat(300_000), 'a'.repeat(400)))
})

test('a word that stands a hundred thousand times is still found where it stood; repeated letters end', () => {
  const text = `${'a b '.repeat(100_000)}the a that counts ${'a b '.repeat(100_000)}`
  const place = text.indexOf('the a') + 4
  const made = makeAnchor(text, place, place + 1)
  assert.ok(made.kind === 'made')
  const found = findAnchor(`b ${text}`, made.anchor)
  assert.ok(found.kind === 'moved' && found.anchor.start === place + 2 && found.places === 1)
  const long = 'a'.repeat(20_000)
  const repeated = { exact: long, prefix: 'x', suffix: 'y', start: 5, end: 20_005 }
  assert.notEqual(findAnchor('a'.repeat(1_000_000), repeated).kind, 'lost')
})

test('changes in any place are found within the bound, and the distance is never understated', () => {
  const roll = dice(5)
  for (let round = 0; round < 150; round++) {
    const words = Array.from({ length: 40 + roll(200) }, () => 'abcdefghij klmnop'[roll(17)]).join('')
    const changed = [...words]
    const edits = 1 + roll(Math.floor(words.length / 12))
    for (let edit = 0; edit < edits; edit++) changed[roll(changed.length)] = ['', 'Q', 'QZ'][roll(3)] ?? ''
    const around = Array.from({ length: 3_000 }, () => 'QRSTUVWXYZ'[roll(10)]).join('')
    const cut = roll(3_000)
    const text = around.slice(0, cut) + changed.join('') + around.slice(cut)
    const alike = findAlike(text, words)
    if (edits * 2 <= words.length / 5) assert.ok(alike, `${edits} edits of ${words.length}`)
    if (alike) assert.ok(alike.distance <= edits * 2 && Math.abs(alike.start - cut) <= edits * 2)
  }
})

test('between two passages an elision stands by itself, and neighbours are one passage', () => {
  const made = makeParts(page, [rangeOf('“We are ready,” he said'), rangeOf('the crowd fell silent.')])
  assert.ok(made.kind === 'made')
  assert.equal(printParts(made.parts), '“We are ready,” he said … the crowd fell silent.')
  assert.deepEqual(
    made.parts.map(({ kind }) => kind),
    ['quote', 'elision', 'quote'],
  )
  const whole = makeParts(page, [rangeOf('The minister arrived'), rangeOf('at dawn.')])
  assert.ok(whole.kind === 'made' && whole.parts.length === 1)
})

test('passages out of order, none at all, or beyond the text are refused with a reason', () => {
  const wrong: ChosenPiece[][] = [
    [rangeOf('the crowd'), rangeOf('The minister')],
    [],
    [{ kind: 'elision' }],
    [{ kind: 'range', start: 5, end: page.length + 1 }],
    [{ kind: 'range', start: Number.NaN, end: 4 }],
    [rangeOf('The minister'), { kind: 'insertion', text: ' \0 ' }],
  ]
  for (const pieces of wrong) {
    const made = makeParts(page, pieces)
    assert.ok(made.kind === 'refused' && made.reason.length > 20)
  }
})

test('typed text is its pieces again, whatever it holds', () => {
  const roll = dice(23)
  const pieces = ['…', '...', '....', '[', ']', '[…]', '[of Mali]', ' ', 'words', '(…)', '\n', '[[a]]', '‏م']
  for (let round = 0; round < 1_000; round++) {
    const typed = Array.from({ length: roll(12) }, () => pieces[roll(pieces.length)]).join('')
    const again = splitTyped(typed).map((piece) => (piece.kind === 'words' ? piece.text : piece.typed))
    assert.equal(again.join(''), typed)
  }
})

test('“…” and “[…]” that a person types become parts; those the page prints stay words', () => {
  const read = readTypedExcerpt(
    page,
    'Nobody asked about the bridge … which had been closed […] the council [the larger one] met [on Monday] again',
  )
  assert.ok(read.kind === 'read')
  const made = makeParts(page, read.pieces)
  assert.ok(made.kind === 'made')
  assert.deepEqual(
    made.parts.map((part) => (part.kind === 'quote' ? part.anchor.exact : printParts([part]))),
    [
      'Nobody asked about the bridge … which had been closed',
      '…',
      'the council [the larger one] met',
      '[on Monday]',
      'again',
    ],
  )
  for (const part of made.parts) {
    if (part.kind === 'quote') assert.equal(page.slice(part.anchor.start, part.anchor.end), part.anchor.exact)
  }
  const wrong = readTypedExcerpt(page, 'The minister arrived … and was never seen')
  assert.deepEqual(wrong, { kind: 'not-there', words: 'and was never seen' })
})

test('what is printed of an excerpt and typed again is printed the same, and stands in the text', () => {
  const roll = dice(71)
  const words = ['river', 'boats', 'الوزير', '開港', 'said', '😀', 'dawn', 'police', 'e\u0301t\u00e9']
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 30 + roll(60) }, (_, at) => `${words[roll(words.length)]}${at}`).join(' ')
    const pieces: ChosenPiece[] = []
    for (let from = roll(20); from < text.length - 30 && pieces.length < 7; from += 20 + roll(40)) {
      const start = text.indexOf(' ', from) + 1
      pieces.push({ kind: 'range', start, end: text.indexOf(' ', start + 8) })
      if (roll(3) === 0) pieces.push({ kind: 'insertion', text: 'of Mali' })
    }
    const made = makeParts(text, pieces)
    if (made.kind === 'refused') continue
    const typed = printParts(made.parts)
    const read = readTypedExcerpt(text, typed)
    assert.ok(read.kind === 'read', typed)
    const again = makeParts(text, read.pieces)
    assert.ok(again.kind === 'made' && printParts(again.parts) === typed, typed)
  }
})

test('in a translation typed marks are parts, and those that answer printed ones are words', () => {
  const original = makeParts(page, [rangeOf('Nobody asked about the bridge … which'), rangeOf('met again')])
  assert.ok(original.kind === 'made')
  const parts = readTypedTranslation('Niemand fragte nach der Brücke … die … kam [am Montag]', original.parts)
  assert.deepEqual(parts, [
    { kind: 'words', text: 'Niemand fragte nach der Brücke' },
    { kind: 'elision' },
    { kind: 'words', text: 'die' },
    { kind: 'elision' },
    { kind: 'words', text: 'kam' },
    { kind: 'insertion', text: 'am Montag' },
  ])
  assert.deepEqual(readTypedTranslation('Niemand fragte nach der Brücke … die … kam', original.parts), [
    { kind: 'words', text: 'Niemand fragte nach der Brücke … die' },
    { kind: 'elision' },
    { kind: 'words', text: 'kam' },
  ])
})

test('a changed capital and a mark without spaces are printed as they were typed', () => {
  for (const typed of ['[H]e said it', 'Words […] more', 'broken off…', 'so[on]er', '[a] [b]']) {
    const parts = readTypedTranslation(typed, [])
    assert.equal(printParts(parts), typed.replace('[…]', '…'))
  }
})

test('an excerpt carries who made it and in what state its translation is; empty fields are none', () => {
  const reading = { id: 'r' as never, captureId: 'c' as never, text: page, language: 'en' }
  const made = makeExcerpt(
    reading,
    {
      pieces: [rangeOf('The minister arrived')],
      translation: { language: 'fr', text: 'Le ministre est arrivé …', state: 'machine', by: 'pivot 2', at: 5 },
      speaker: ' ',
      tags: ['river', 'boats', 'river', ''],
    },
    { id: 'e' as never, by: 'M. Okafor', at: 10 },
  )
  assert.ok(made.kind === 'made')
  assert.deepEqual(made.excerpt.tags, ['boats', 'river'])
  assert.equal(made.excerpt.speaker, null)
  assert.equal(made.excerpt.translation?.state, 'machine')
  assert.equal(made.excerpt.revision, 1)
  assert.equal(makeTranslation({ language: 'fr', text: ' ', state: 'human', by: null, at: null }, []), null)
})

test('an excerpt is as its weakest passage is found: held, moved, or lost when they changed places', () => {
  const made = makeParts(page, [rangeOf('Nobody asked about the bridge'), rangeOf('two hundred new boats')])
  assert.ok(made.kind === 'made')
  assert.equal(reanchorParts(page, made.parts).anchoring, 'held')
  const later = reanchorParts(page.replace('In the evening', 'Late in the evening'), made.parts)
  assert.equal(later.anchoring, 'moved')
  assert.deepEqual(
    later.report.map(({ found }) => found.kind),
    ['held', 'moved'],
  )
  const swapped = reanchorParts(page.split('\n').reverse().join('\n'), made.parts)
  assert.equal(swapped.anchoring, 'lost')
  assert.equal(reanchorParts('', made.parts).parts, null)
  const marks: ExcerptPart[] = [{ kind: 'elision' }]
  assert.equal(reanchorParts('', marks).anchoring, 'held')
})
