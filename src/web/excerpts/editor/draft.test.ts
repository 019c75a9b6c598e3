import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TranslationSegment, TranslationView } from '../../../server/shapes/translation.ts'
import { makeParts } from '../../../desk/excerpts/make-excerpt.ts'
import { printParts } from '../../../domain/excerpt.ts'
import { extend, shrink } from '../../reader/excerpts-sentences.ts'
import { addSelected, anewOn, draftOf, openPage, standingOf, startDraft, type Page } from './draft.ts'
import { namesNear } from './names-near.ts'
import { rewrite } from './rewrite.ts'
import { elide } from './strip-deeds.ts'
import { piecesOf, printStrip, wordsOf } from './strip-print.ts'
import { findOffer } from './take-over.ts'

const text = 'قال الوزير إننا مستعدون. لم يسأل أحد.\n\nثم غادر القاعة.'
const sources = ['قال الوزير إننا مستعدون.', 'لم يسأل أحد.', 'ثم غادر القاعة.']
const targets = ['The minister, Jan Achakzai, said we are ready.', 'Nobody asked.', 'Then he left the hall.']
const blocks = [
  { kind: 'paragraph' as const, start: 0, end: text.indexOf('\n') },
  { kind: 'paragraph' as const, start: text.indexOf('ثم'), end: text.length },
]
const reading = { id: 'r1', text, blocks, language: 'ar', direction: 'rtl' as const }

type Change = Partial<Pick<TranslationSegment, 'target' | 'state' | 'origin' | 'reviewedBy' | 'flags'>>

const viewOf = (changes: readonly Change[] = [], changedAt = 1_000): TranslationView => {
  const segments = sources.map((source, number): TranslationSegment => {
    const start = text.indexOf(source)
    return {
      start,
      end: start + source.length,
      source,
      target: targets[number] ?? null,
      state: 'machine',
      origin: { kind: 'engine', engine: 'apertium', version: '3.9' },
      reviewedBy: null,
      reviewedAt: null,
      flags: [],
      ...changes[number],
    }
  })
  return { segments, to: 'en', from: 'ar', changedAt } as unknown as TranslationView
}

const page = openPage(reading, viewOf())
const inText = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const inTold = (words: string, on: Page = page) => {
  const start = on.told.text.indexOf(words)
  return { side: 'translation' as const, start, end: start + words.length }
}
const printed = (on: Page, draft: ReturnType<typeof startDraft>) => {
  assert.ok(draft)
  const { original, retold } = draft
  return [printStrip(on.reading.text, original), retold && printStrip(retold.text, retold.strip)]
}

test('a selection in the original brings the translation of the sentences that it touches', () => {
  const draft = startDraft(page, { side: 'original', ...inText('إننا مستعدون. لم يسأل') })
  assert.deepEqual(printed(page, draft), ['إننا مستعدون. لم يسأل', `${targets[0]} ${targets[1]}`])
})

test('words selected in the translation rest on the whole sentences of the original that belong to them', () => {
  const draft = startDraft(page, inTold('we are ready. Nobody'))
  assert.deepEqual(printed(page, draft), [`${sources[0]} ${sources[1]}`, 'we are ready. Nobody'])
})

test('a second passage is added on both sides, and an elision joins it to the first', () => {
  const first = startDraft(page, inTold('Then he left'))
  assert.ok(first)
  assert.deepEqual(printed(page, addSelected(page, first, inTold('said we are ready'))), [
    `${sources[0]} … ${sources[2]}`,
    'said we are ready … Then he left',
  ])
})

/** As the desk keeps it. */
const keep = (
  draft: NonNullable<ReturnType<typeof startDraft>>,
  state = 'machine',
  by = 'apertium 3.9',
  at = 2_000,
) => {
  const made = makeParts(text, piecesOf(text, draft.original))
  assert.ok(made.kind === 'made' && draft.retold)
  const parts = wordsOf(draft.retold.text, draft.retold.strip)
  const print = printStrip(draft.retold.text, draft.retold.strip)
  const translation = {
    language: 'en',
    parts,
    printed: print,
    state,
    by,
    at,
    edited: draft.retold.edited,
    doubts: [],
    differs: [],
  }
  return { readingId: 'r1', parts: [...made.parts], printed: printParts(made.parts), translation } as never
}

const draftWithElision = () => {
  const draft = startDraft(page, { side: 'original', start: 0, end: text.length })
  assert.ok(draft?.retold)
  const { start, end } = inText('لم يسأل أحد.')
  const cut = elide(text, draft.original, { from: { part: 0, at: start }, to: { part: 0, at: end } })
  return { ...draft, original: cut }
}

test('a kept excerpt is taken in hand again as it was, and what it left out can be put back', () => {
  const draft = draftWithElision()
  const again = draftOf(page, keep(draft))
  assert.deepEqual(printed(page, again), printed(page, draft))
  assert.equal(again.retold?.isOfView, true)
  assert.ok(again.original.some((part) => part.kind === 'elision' && part.was.length === 1))
})

test('an excerpt of another version keeps its words, and can be put on a passage that is selected anew', () => {
  const other = openPage({ ...reading, id: 'r2', text: text.replace('غادر', 'ترك') }, viewOf())
  const kept = keep(draftWithElision())
  const draft = draftOf(other, kept)
  assert.equal(draft.elsewhere, `${sources[0]}\n${sources[2]}`)
  const anew = anewOn(other, kept, { side: 'original', start: 0, end: sources[0]?.length ?? 0 })
  assert.equal(anew?.elsewhere, null)
  assert.equal(printStrip(other.reading.text, anew?.original ?? []), sources[0])
})

test('a passage is in the state of its weakest sentence, by all who made them; words by hand are said to be', () => {
  const mixed = openPage(
    reading,
    viewOf([{}, { state: 'human', origin: { kind: 'person', name: 'M. Okafor' } }, { target: null, state: 'none' }]),
  )
  const draft = startDraft(mixed, { side: 'original', start: 0, end: text.length })
  assert.ok(draft?.retold)
  const { state, by, untold } = standingOf(mixed, draft, 'L. Haddad')
  assert.deepEqual({ state, by, untold }, { state: 'machine', by: 'apertium 3.9, M. Okafor', untold: 1 })
  const typed = rewrite(draft.retold, 'Quite other words.')
  const retold = { ...typed, isOfView: false, edited: true }
  assert.equal(standingOf(page, { ...draft, retold }, 'L. Haddad').state, 'machine-reviewed')
  assert.equal(standingOf(page, { ...draft, retold }, 'L. Haddad').by, 'apertium 3.9, L. Haddad')
})

test('what comparison doubts in a sentence is asked of the excerpt', () => {
  const words = '“Ro” is no word.'
  const doubted = openPage(reading, viewOf([{ flags: [{ kind: 'machine-marks', words } as never] }]))
  const draft = startDraft(doubted, inTold('said we', doubted))
  assert.ok(draft)
  assert.deepEqual(standingOf(doubted, draft, '').doubts, [{ kind: 'machine-marks', words, isMachine: true }])
})

test('a reviewed sentence is offered, other words are offered, and what has not changed is not', () => {
  const kept = keep(draftWithElision())
  assert.equal(findOffer(page, kept), null)
  const reviewed = viewOf(sources.map(() => ({ state: 'machine-reviewed', reviewedBy: 'L. Haddad' })))
  const standing = findOffer(openPage(reading, reviewed), kept)
  assert.equal(standing?.kind, 'standing')
  assert.equal(standing?.standing.by, 'apertium 3.9, L. Haddad')
  const corrected = viewOf([{ target: 'The minister said: we are ready.', state: 'human' }], 3_000)
  const words = findOffer(openPage(reading, corrected), kept)
  assert.equal(words?.kind, 'words')
  assert.match(words?.printed ?? '', /^The minister said: we are ready\./)
  assert.equal(findOffer(openPage(reading, viewOf([{ target: 'Older.' }], 1_500)), kept), null)
})

test('by keyboard a selection grows and shrinks sentence by sentence, with a translation or without', () => {
  const bare = openPage(reading, null)
  for (const on of [page, bare]) {
    const first = extend(on, null, 0, 'original')
    const second = extend(on, first, 0, 'original')
    assert.ok(first && second)
    assert.equal(text.slice(first.start, first.end), sources[0])
    assert.equal(text.slice(second.start, second.end), `${sources[0]} ${sources[1]}`)
    assert.deepEqual(shrink(on, second), first)
    assert.equal(shrink(on, first), null)
  }
})

test('names near a passage are offered, the nearest first, without titles', () => {
  const said =
    'But Lee Chen left. Dr. Anna Weiss spoke. Far later the minister, Jan Achakzai, said we are ready. Abu Omar al-Baghdadi was there.'
  const at = said.indexOf('said we')
  assert.deepEqual(namesNear(said, { start: at, end: at + 17 }), [
    'Jan Achakzai',
    'Abu Omar al-Baghdadi',
    'Anna Weiss',
    'Lee Chen',
  ])
  assert.deepEqual(namesNear('كلام بلا أسماء لاتينية', { start: 0, end: 4 }), [])
})
