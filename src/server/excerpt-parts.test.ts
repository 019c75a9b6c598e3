// What the editor in the reader asks of the API: parts as parts, another reading, the history of what was changed, undo.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findReadingOf } from '../store/readings.ts'
import type { ExcerptDetail } from './shapes/excerpt-detail.ts'
import type { PassagesFound } from './shapes/excerpt-wish.ts'
import type { Problem } from './shapes/problem.ts'
import { addTestItem, addTestOutlet, addTestVersion, NOON, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'

const text = 'He said the harbour … opened at dawn. Nobody asked why [sic].'
const rangeOf = (words: string, of = text) => ({
  kind: 'range',
  start: of.indexOf(words),
  end: of.indexOf(words) + words.length,
})

async function withPage(body: (desk: TestDesk, page: { itemId: string; readingId: string }) => Promise<void>) {
  const desk = await openTestDesk()
  try {
    await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
    const item = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'A harbour', text })
    const reading = await findReadingOf(desk.db, item.captureId)
    assert.ok(reading)
    await body(desk, { itemId: item.itemId, readingId: reading.id })
  } finally {
    await desk.close()
  }
}

async function send<Answer>(desk: TestDesk, method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
  const answer = await sendJson(desk, method, path, body ?? {})
  return { status: answer.status, answer: (await answer.json()) as Answer }
}

const retold = {
  language: 'en',
  state: 'machine-reviewed',
  by: 'apertium 3.9, M. Okafor',
  at: 5,
  edited: true,
  parts: [
    { kind: 'insertion', text: 'H', glued: 'right' },
    { kind: 'words', text: 'e said … so ' },
    { kind: 'elision' },
    { kind: 'elision' },
    { kind: 'words', text: 'the the dawn [sic]' },
  ],
}

const make = (desk: TestDesk, readingId: string) =>
  send<ExcerptDetail>(desk, 'POST', '/api/excerpts', {
    readingId,
    pieces: [{ kind: 'insertion', text: 'h', glued: 'right' }, rangeOf('e said the harbour'), rangeOf('at dawn')],
    translation: retold,
  })

test('a translation comes in parts: its own marks stay words, those between are parts, and it says what was edited', () =>
  withPage(async (desk, { readingId }) => {
    const { status, answer } = await make(desk, readingId)
    assert.equal(status, 201)
    assert.equal(answer.printed, '[h]e said the harbour … at dawn')
    assert.equal(answer.translation?.printed, '[H]e said … so … the the dawn [sic]')
    assert.deepEqual(
      answer.translation?.parts.map(({ kind }) => kind),
      ['insertion', 'words', 'elision', 'words'],
    )
    assert.equal(answer.translation?.edited, true)
    assert.match(answer.translation?.doubts.join() ?? '', /the the/)
  }))

test('a figure that an excerpt and its translation do not share is told, whoever wrote the words', () =>
  withPage(async (desk, { readingId }) => {
    const translation = (words: string) => ({ language: 'en', text: words, state: 'human', by: 'M. Okafor', at: 5 })
    const { answer: made } = await send<ExcerptDetail>(desk, 'POST', '/api/excerpts', {
      readingId,
      typed: 'Nobody asked why',
      translation: translation('Not one of 280 asked why.'),
    })
    assert.match(made.translation?.differs.join() ?? '', /280/)
    const path = `/api/excerpts/${made.id}`
    const change = { revision: made.revision, translation: translation('Nobody asked why.') }
    assert.deepEqual((await send<ExcerptDetail>(desk, 'PATCH', path, change)).answer.translation?.differs, [])
    const { answer: cut } = await send<ExcerptDetail>(desk, 'POST', '/api/excerpts', {
      readingId,
      typed: 'He said … at dawn',
      translation: translation('He said that all 280 opened at dawn'),
    })
    assert.deepEqual(cut.translation?.differs, [], 'what is left out on purpose is no slip')
  }))

test('the history says what each revision held, and a withdrawal is taken back', () =>
  withPage(async (desk, { readingId }) => {
    const { answer: made } = await make(desk, readingId)
    const path = `/api/excerpts/${made.id}`
    const change = { revision: 1, speaker: 'A. Diallo', pieces: [rangeOf('Nobody asked')], translation: null }
    const { answer: changed } = await send<ExcerptDetail>(desk, 'PATCH', path, change)
    assert.deepEqual(
      changed.revisions.map(({ content }) => [content?.printed, content?.speaker, content?.translation?.edited]),
      [
        [made.printed, null, true],
        ['Nobody asked', 'A. Diallo', undefined],
      ],
    )
    await send(desk, 'DELETE', `${path}?revision=2`)
    const { answer: back } = await send<ExcerptDetail>(desk, 'POST', `${path}/restorations`, { revision: 3 })
    assert.equal(back.withdrawnAt, null)
    assert.deepEqual(
      back.revisions.map(({ deed }) => deed),
      ['made', 'changed', 'withdrawn', 'restored'],
    )
  }))

test('a passage selected anew may stand in a later version of the page, and in no other page', () =>
  withPage(async (desk, { itemId, readingId }) => {
    const { answer: made } = await make(desk, readingId)
    const later = text.replace('at dawn', 'before dawn')
    const version = await addTestVersion(desk, itemId, { title: 'A harbour', text: later, at: NOON + 60_000 })
    const reading = await findReadingOf(desk.db, version)
    assert.ok(reading)
    const path = `/api/excerpts/${made.id}`
    const anew = { revision: 1, readingId: reading.id, pieces: [rangeOf('before dawn', later)] }
    const { status, answer } = await send<ExcerptDetail>(desk, 'PATCH', path, anew)
    assert.equal(status, 200)
    assert.deepEqual([answer.readingId, answer.printed, answer.standsNow], [reading.id, 'before dawn', true])
    const other = await addTestItem(desk, 'al-manara.example', { path: '/2', title: 'Another', text })
    const stranger = await findReadingOf(desk.db, other.captureId)
    const { status: refused, answer: problem } = await send<Problem>(desk, 'PATCH', path, {
      revision: 2,
      readingId: stranger?.id,
      pieces: [rangeOf('Nobody')],
    })
    assert.equal(refused, 400)
    assert.match(problem.detail, /another page/)
    const { status: half } = await send<Problem>(desk, 'PATCH', path, { revision: 2, readingId })
    assert.equal(half, 400)
  }))

test('pasted words are found in the page without being kept, marks and all, or the first that is not there is named', () =>
  withPage(async (desk, { readingId }) => {
    const find = (typed: string) =>
      send<PassagesFound & Problem>(desk, 'POST', '/api/excerpts/passages', { readingId, typed })
    const { answer } = await find('harbour … opened … [of Oran] asked why [sic]')
    assert.deepEqual(answer.pieces, [
      rangeOf('harbour … opened'),
      { kind: 'elision' },
      { kind: 'insertion', text: 'of Oran' },
      rangeOf('asked why [sic]'),
    ])
    const { status, answer: problem } = await find('asked … harbour')
    assert.equal(status, 400)
    assert.match(problem.detail, /“harbour” does not stand/)
    const list = (await (await desk.ask('/api/excerpts')).json()) as { total: number }
    assert.equal(list.total, 0)
  }))

test('parts that hold no words are no translation, and hostile ones are refused', () =>
  withPage(async (desk, { readingId }) => {
    const keep = (translation: object) =>
      send<ExcerptDetail>(desk, 'POST', '/api/excerpts', { readingId, pieces: [rangeOf('Nobody')], translation })
    const empty = { ...retold, parts: [{ kind: 'elision' }, { kind: 'words', text: '  ' }] }
    assert.equal((await keep(empty)).answer.translation, null)
    for (const parts of [[{ kind: 'quote', text: 'x' }], [{ kind: 'words' }], Array(500).fill({ kind: 'elision' })])
      assert.equal((await keep({ ...retold, parts })).status, 400)
  }))
