import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reanchorExcerpts } from '../desk/excerpts/reanchor-excerpts.ts'
import { excerptsOf } from '../desk/excerpts/test-annotations.ts'
import { findReadingOf } from '../store/readings.ts'
import type { Citation } from './shapes/citation.ts'
import type { ExcerptList } from './shapes/excerpt.ts'
import type { ExcerptDetail } from './shapes/excerpt-detail.ts'
import { addTestItem, addTestOutlet, addTestVersion, NOON, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'

const text = 'افتتح الوزير الميناء.\nوقال إن مئتي قارب جديد ستصل … قريبا [في الربيع].\nلم يسأل أحد عن السبب 😀.'

async function aReadPage(desk: TestDesk) {
  const { id: outletId } = await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
  for (const [value, validFrom] of [
    ['privately owned daily', null],
    ['state-owned daily', '2023-10-01'],
  ]) {
    const body = { kind: 'descriptor', value, validFrom, evidence: null, signedBy: 'M. Okafor' }
    await sendJson(desk, 'POST', `/api/outlets/${outletId}/statements`, body)
  }
  const item = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'افتتاح الميناء', text })
  const reading = await findReadingOf(desk.db, item.captureId)
  assert.ok(reading)
  return { ...item, reading }
}

function rangeOf(words: string) {
  const start = text.indexOf(words)
  return { kind: 'range', start, end: start + words.length }
}

async function make(desk: TestDesk, body: object): Promise<{ status: number; excerpt: ExcerptDetail }> {
  const answer = await sendJson(desk, 'POST', '/api/excerpts', body)
  return { status: answer.status, excerpt: (await answer.json()) as ExcerptDetail }
}

async function addEnglishTitle(desk: TestDesk, readingId: string, itemId: string, title: string, state: string) {
  const fields = { from_language: 'ar', segments: '[]', text_digest: '', state, reason: null, revision: 1 }
  const to = { to_language: state === 'human' ? 'en-GB' : 'en', created_at: 1, changed_at: 1 }
  await desk.db
    .insertInto('translations')
    .values({ id: state, reading_id: readingId, item_id: itemId, title, title_state: state, ...fields, ...to })
    .execute()
}

async function withDesk(body: (desk: TestDesk) => Promise<void>): Promise<void> {
  const desk = await openTestDesk()
  try {
    await body(desk)
  } finally {
    await desk.close()
  }
}

test('an excerpt is cut by selection or by typed words, listed, found and cited in three forms', () =>
  withDesk(async (desk) => {
    const { reading, itemId } = await aReadPage(desk)
    const { status, excerpt } = await make(desk, {
      readingId: reading.id,
      pieces: [rangeOf('افتتح الوزير'), rangeOf('مئتي قارب جديد')],
      translation: {
        language: 'en',
        text: 'The minister opened […] two hundred boats',
        state: 'machine',
        by: 'pivot 2',
      },
      tags: ['boats'],
      basket: 'River states',
    })
    assert.equal(status, 201)
    assert.equal(excerpt.printed, 'افتتح الوزير … مئتي قارب جديد')
    assert.equal(excerpt.translation?.printed, 'The minister opened … two hundred boats')
    assert.deepEqual([excerpt.translation?.state, excerpt.direction, excerpt.madeBy], ['machine', 'rtl', 'M. Okafor'])
    assert.equal(excerpt.standsNow, true)
    assert.equal(excerpt.share, ('افتتح الوزير'.length + 'مئتي قارب جديد'.length) / text.length)
    const typed = await make(desk, { readingId: reading.id, typed: 'ستصل … قريبا […] لم يسأل' })
    assert.equal(typed.excerpt.printed, 'ستصل … قريبا … لم يسأل')
    const list = async (query: string) => (await (await desk.ask(`/api/excerpts?${query}`)).json()) as ExcerptList
    assert.equal((await list(`item=${itemId}`)).total, 2)
    for (const query of ['q=boats', 'q=%D8%A7%D9%84%D9%88%D8%B2%D9%8A%D8%B1', 'tag=boats', 'basket=River%20states'])
      assert.deepEqual(
        (await list(query)).excerpts.map(({ id }) => id),
        [excerpt.id],
        query,
      )
    const first = await list('limit=1')
    const second = await list(`limit=1&before=${first.next}`)
    assert.deepEqual([first.excerpts[0]?.id, second.excerpts[0]?.id].sort(), [excerpt.id, typed.excerpt.id].sort())
    assert.equal(second.next, null)
    const cite = async (form: string) =>
      (await (await desk.ask(`/api/excerpts/${excerpt.id}/citation?form=${form}`)).json()) as Citation
    assert.equal(
      (await cite('digest')).text,
      '“افتتاح الميناء,” Al-Manara (privately owned daily), 16 September 2023. https://al-manara.example/1',
    )
    assert.match((await cite('chicago')).text, /^“افتتاح الميناء,” Al-Manara, 16 September 2023, https/)
    assert.match((await cite('ics206')).text, /Source descriptor: privately owned daily/)
    assert.match((await cite('ics206')).text, /Excerpt translated by machine \(pivot 2\), not reviewed/)
    await addEnglishTitle(desk, reading.id, itemId, 'Port opened', 'machine')
    assert.match((await cite('digest')).text, /^“افتتاح الميناء \(Port opened \[machine translation\]\),” /)
    await addEnglishTitle(desk, reading.id, itemId, 'The port is opened', 'human')
    assert.match((await cite('digest')).text, /^“افتتاح الميناء \(The port is opened\),” /)
    assert.match((await cite('digest')).display, /\u2068افتتاح الميناء\u2069/)
  }))

test('what is exported is a collection of Web Annotations that reads back as the same excerpts', () =>
  withDesk(async (desk) => {
    const { reading } = await aReadPage(desk)
    const { excerpt } = await make(desk, { readingId: reading.id, pieces: [rangeOf('السبب 😀')], basket: 'A' })
    await make(desk, { readingId: reading.id, pieces: [rangeOf('الميناء')], basket: 'B' })
    const answer = await desk.ask('/api/excerpts/export?basket=A')
    assert.match(answer.headers.get('content-type') ?? '', /^application\/ld\+json/)
    assert.deepEqual(
      excerptsOf(await answer.json())?.map(({ id, parts }) => ({ id, parts })),
      [{ id: excerpt.id, parts: excerpt.parts }],
    )
    const one = await desk.ask(`/api/excerpts/${excerpt.id}/annotation`)
    assert.equal(excerptsOf(await one.json())?.length, 1)
  }))

test('a change on an old revision is refused with both versions, and a withdrawn excerpt keeps its history', () =>
  withDesk(async (desk) => {
    const { reading } = await aReadPage(desk)
    const { excerpt } = await make(desk, { readingId: reading.id, pieces: [rangeOf('الميناء')] })
    const path = `/api/excerpts/${excerpt.id}`
    const note = { revision: 1, note: 'check', signedBy: 'A. Diallo' }
    assert.equal((await sendJson(desk, 'PATCH', path, note)).status, 200)
    const late = await sendJson(desk, 'PATCH', path, { revision: 1, note: 'mine' })
    assert.equal(late.status, 409)
    const problem = (await late.json()) as { current: ExcerptDetail; yours: unknown }
    assert.equal(problem.current.note, 'check')
    assert.deepEqual(problem.yours, { note: 'mine' })
    assert.equal((await sendJson(desk, 'POST', `${path}/uses`, { place: 'Briefing' })).status, 201)
    const gone = await desk.ask(`${path}?revision=2&why=misquoted`, { method: 'DELETE' })
    const kept = (await gone.json()) as ExcerptDetail
    assert.deepEqual(
      kept.revisions.map(({ deed }) => deed),
      ['made', 'changed', 'withdrawn'],
    )
    assert.deepEqual(
      [kept.revisions.at(-1)?.why, kept.uses[0]?.place, kept.withdrawnAt],
      ['misquoted', 'Briefing', NOON],
    )
    assert.equal(((await (await desk.ask('/api/excerpts')).json()) as ExcerptList).total, 0)
  }))

test('when the page comes again with other words before, a person is asked and decides', () =>
  withDesk(async (desk) => {
    const { reading, itemId } = await aReadPage(desk)
    const { excerpt } = await make(desk, { readingId: reading.id, pieces: [rangeOf('مئتي قارب جديد')] })
    const later = { title: 'افتتاح الميناء', text: `تصحيح.\n${text}`, at: NOON + 60_000 }
    const captureId = await addTestVersion(desk, itemId, later)
    const next = await findReadingOf(desk.db, captureId)
    assert.ok(next)
    await desk.db.transaction().execute((tx) => reanchorExcerpts(tx, next, NOON + 60_001))
    const shown = (await (await desk.ask(`/api/excerpts/${excerpt.id}`)).json()) as ExcerptDetail
    assert.deepEqual([shown.anchoring, shown.readingId, shown.standsNow], ['moved', reading.id, true])
    assert.equal(shown.checks[0]?.report[0]?.found.kind, 'moved')
    const path = `/api/excerpts/${excerpt.id}/anchorings`
    const taken = await sendJson(desk, 'POST', path, { revision: 1, decision: 'take' })
    const now = (await taken.json()) as ExcerptDetail
    assert.deepEqual([now.anchoring, now.readingId, now.standsNow], ['held', next.id, true])
    assert.equal((await sendJson(desk, 'POST', path, { revision: 2, decision: 'keep' })).status, 400)
  }))

test('what cannot be an excerpt is refused with a sentence, and nothing breaks', () =>
  withDesk(async (desk) => {
    const { reading } = await aReadPage(desk)
    const { id: readingId } = reading
    const wrong: object[] = [
      { readingId, pieces: [] },
      { readingId, pieces: [{ kind: 'range', start: 5, end: 5 }] },
      { readingId, pieces: [{ kind: 'range', start: 0, end: 1e9 }] },
      { readingId, pieces: [{ kind: 'range', start: -1, end: 1.5 }] },
      { readingId, typed: 'words that are not there' },
      { readingId, typed: '…' },
      { readingId },
      { readingId, typed: 'الميناء', pieces: [rangeOf('الميناء')] },
      { readingId, typed: 'الميناء', note: 'a\0b' },
      { readingId, typed: 'الميناء', other: 1 },
    ]
    for (const body of wrong) {
      const answer = await sendJson(desk, 'POST', '/api/excerpts', body)
      assert.equal(answer.status, 400, JSON.stringify(body))
      assert.ok(((await answer.json()) as { detail: string }).detail.length > 10)
    }
    const gone = '018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4'
    assert.equal((await sendJson(desk, 'POST', '/api/excerpts', { readingId: gone, typed: 'x' })).status, 404)
    for (const path of [gone, `${gone}/citation`, `${gone}/annotation`, 'nonsense'])
      assert.equal((await desk.ask(`/api/excerpts/${path}`)).status, 404, path)
    assert.equal((await desk.ask(`/api/excerpts/${gone}?revision=1`, { method: 'DELETE' })).status, 404)
    assert.deepEqual(desk.logged, [])
  }))
