// The API of excerpts as a collection: deeds with undo, labels, order, uses, exports, annotations brought in.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findReadingOf } from '../store/readings.ts'
import type { AnnotationsImported, ExcerptMoved, ExcerptsChanged, UseRecords } from './shapes/excerpt-collection.ts'
import type { Citation } from './shapes/citation.ts'
import type { ExcerptList } from './shapes/excerpt.ts'
import type { ExcerptDetail } from './shapes/excerpt-detail.ts'
import type { ExcerptFacets } from './shapes/excerpt-filter.ts'
import { addTestItem, addTestOutlet, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'

const text = 'افتتح الوزير الميناء.\nوقال إن مئتي قارب جديد ستصل.\nلم يسأل أحد عن السبب 😀.'
const passages = ['الوزير', 'مئتي قارب جديد', 'السبب 😀']

async function withDesk(body: (desk: TestDesk) => Promise<void>): Promise<void> {
  const desk = await openTestDesk()
  try {
    await body(desk)
  } finally {
    await desk.close()
  }
}

async function aPage(desk: TestDesk, host = 'al-manara.example') {
  const { id: outletId } = await addTestOutlet(desk, 'Al-Manara', host)
  const body = { kind: 'descriptor', value: 'private daily', validFrom: null, evidence: null, signedBy: 'M. Okafor' }
  await sendJson(desk, 'POST', `/api/outlets/${outletId}/statements`, body)
  const item = await addTestItem(desk, host, { path: '/1', title: 'افتتاح الميناء', text })
  const reading = await findReadingOf(desk.db, item.captureId)
  assert.ok(reading)
  return { outletId, readingId: reading.id, itemId: item.itemId }
}

/** Three excerpts of one page, in the order of the text. */
async function threeExcerpts(desk: TestDesk, wish: object = {}) {
  const page = await aPage(desk)
  const ids: string[] = []
  for (const typed of passages) {
    const made = await post<ExcerptDetail>(desk, '', { readingId: page.readingId, typed, ...wish })
    ids.push(made.id)
  }
  return { ...page, ids }
}

async function post<Answer>(desk: TestDesk, path: string, body: unknown): Promise<Answer> {
  const answer = await sendJson(desk, 'POST', `/api/excerpts${path}`, body)
  assert.ok(answer.ok, `${path}: ${answer.status} ${answer.ok ? '' : await answer.text()}`)
  return (await answer.json()) as Answer
}

const read = async <Answer>(desk: TestDesk, path: string): Promise<Answer> =>
  (await (await desk.ask(`/api/excerpts${path}`)).json()) as Answer

const asPicked = (ids: readonly string[]) => ids.map((id) => ({ id }))
const orderOf = async (desk: TestDesk, basket: string) =>
  (await read<ExcerptList>(desk, `?order=basket&basket=${basket}`)).excerpts.map(({ id }) => id)

test('many are put into a basket, moved in it, and all of it is undone', () =>
  withDesk(async (desk) => {
    const { ids, outletId } = await threeExcerpts(desk)
    const [a, b, c] = ids
    const deed = { kind: 'basket', label: 'Ports' }
    const done = await post<ExcerptsChanged>(desk, '/deeds', { excerpts: asPicked(ids), deed })
    assert.deepEqual(await orderOf(desk, 'Ports'), ids)
    const moved = await post<ExcerptMoved>(desk, '/moves', { id: c, before: a })
    assert.deepEqual(await orderOf(desk, 'Ports'), [c, a, b])
    await post(desk, '/moves', { id: c, before: moved.before })
    assert.deepEqual(await orderOf(desk, 'Ports'), ids)
    const first = await read<ExcerptList>(desk, '?order=basket&basket=Ports&limit=2')
    const rest = await read<ExcerptList>(desk, `?order=basket&basket=Ports&limit=2&before=${first.next}`)
    assert.deepEqual(
      [...first.excerpts, ...rest.excerpts].map(({ id }) => id),
      ids,
    )
    assert.equal(rest.next, null)
    const { of } = await read<ExcerptFacets>(desk, '/facets?basket=Ports')
    assert.deepEqual(of.outlets, [{ id: outletId, name: 'Al-Manara', excerpts: 3 }])
    assert.deepEqual(of.languages, [{ value: 'ar', excerpts: 3 }])
    assert.equal(first.excerpts[0]?.page.descriptor?.value, 'private daily')
    await post(desk, `/deeds/${done.deedId}/undo`, {})
    assert.deepEqual(await orderOf(desk, 'Ports'), [])
    assert.equal((await read<ExcerptList>(desk, '?basket=')).total, 3, 'empty = in none')
  }))

test('a deed on what has changed is refused with how it stands now, and so is its undo', () =>
  withDesk(async (desk) => {
    const { ids } = await threeExcerpts(desk)
    const deed = { kind: 'tag', label: 'boats' }
    const done = await post<ExcerptsChanged>(desk, '/deeds', { excerpts: asPicked(ids), deed })
    await sendJson(desk, 'PATCH', `/api/excerpts/${ids[1]}`, { revision: 2, note: 'mine' })
    const late = await sendJson(desk, 'POST', '/api/excerpts/deeds', { excerpts: [{ id: ids[1], revision: 2 }], deed })
    assert.equal(late.status, 409)
    const problem = (await late.json()) as { current: { excerpts: { note: string }[] } }
    assert.equal(problem.current.excerpts[0]?.note, 'mine')
    assert.equal((await sendJson(desk, 'POST', `/api/excerpts/deeds/${done.deedId}/undo`, {})).status, 409)
    const rest = await post<ExcerptsChanged>(desk, `/deeds/${done.deedId}/undo`, { onlyUnchanged: true })
    assert.deepEqual([rest.changed.length, rest.unchanged], [2, 1])
    const gone = '018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4'
    assert.equal((await sendJson(desk, 'POST', `/api/excerpts/deeds/${gone}/undo`, {})).status, 404)
    assert.equal(
      (await sendJson(desk, 'POST', '/api/excerpts/labels', { kind: 'tag', from: 'no such', to: 'x' })).status,
      404,
    )
    assert.equal((await sendJson(desk, 'POST', '/api/excerpts/moves', { id: ids[0], before: null })).status, 404)
    assert.equal((await desk.ask('/api/excerpts?before=x')).status, 400)
  }))

test('what was withdrawn is restored, and looked for in what was read since', () =>
  withDesk(async (desk) => {
    const { ids } = await threeExcerpts(desk)
    const [id] = ids
    await desk.ask(`/api/excerpts/${id}?revision=1`, { method: 'DELETE' })
    assert.equal((await read<ExcerptList>(desk, '?withdrawn=only')).total, 1)
    const back = await post<ExcerptDetail>(desk, `/${id}/restorations`, { revision: 2 })
    assert.deepEqual([back.withdrawnAt, back.revisions.at(-1)?.deed], [null, 'restored'])
    const jobs = await desk.db.selectFrom('jobs').select('name').where('name', '=', 'desk.reanchor').execute()
    assert.equal(jobs.length, 1)
    assert.equal((await sendJson(desk, 'POST', `/api/excerpts/${id}/restorations`, { revision: 2 })).status, 409)
  }))

test('a basket is renamed into another, and uses are written down for many and taken back', () =>
  withDesk(async (desk) => {
    const { ids } = await threeExcerpts(desk, { basket: 'Ports', tags: ['boat'] })
    await post(desk, '/labels', { kind: 'basket', from: 'Ports', to: 'Rivers' })
    await post(desk, '/labels', { kind: 'tag', from: 'boat', to: 'boats' })
    const facets = await read<ExcerptFacets>(desk, '/facets')
    assert.deepEqual(
      [facets.baskets, facets.tags],
      [[{ label: 'Rivers', excerpts: 3 }], [{ label: 'boats', excerpts: 3 }]],
    )
    const { uses } = await post<UseRecords>(desk, '/uses', { excerpts: ids, place: 'River states, 2024' })
    assert.equal(uses.length, 3)
    assert.deepEqual((await read<ExcerptFacets>(desk, '/facets')).places, ['River states, 2024'])
    assert.equal((await read<ExcerptList>(desk, '?used=true')).total, 3)
    const removed = await post<UseRecords>(desk, '/uses/removals', { uses: uses.slice(0, 2) })
    assert.equal((await read<ExcerptList>(desk, '?used=true')).total, 1)
    const detail = await read<ExcerptDetail>(desk, `/${ids[0]}`)
    assert.deepEqual([detail.uses.length, detail.uses[0]?.removed?.by], [1, 'M. Okafor'])
    await post(desk, '/uses/removals', { uses: removed.uses })
    assert.equal((await read<ExcerptList>(desk, '?used=true')).total, 3)
  }))

test('a basket leaves the desk in its order and in every format, as a file that runs nothing', () =>
  withDesk(async (desk) => {
    const { ids } = await threeExcerpts(desk, { basket: 'Ports' })
    await post(desk, '/moves', { id: ids[2], before: ids[0] })
    const get = async (query: string) => desk.ask(`/api/excerpts/export?basket=Ports&${query}`)
    const types: Record<string, RegExp> = {
      html: /^text\/html/,
      markdown: /^text\/markdown/,
      citations: /^text\/plain/,
      'citations-html': /^text\/html/,
      csl: /citationstyles/,
      ris: /research-info/,
      jsonld: /ld\+json/,
    }
    for (const [as, type] of Object.entries(types)) {
      const answer = await get(`as=${as}&form=chicago`)
      assert.equal(answer.status, 200, as)
      assert.match(answer.headers.get('content-type') ?? '', type)
      assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/)
    }
    const notes = (await (await get('as=citations&form=chicago')).text()).trim().split('\n')
    assert.equal(notes.length, 3)
    assert.match(notes[0] ?? '', /^1\. “افتتاح الميناء,” Al-Manara, 16 September 2023, https/)
    assert.equal(notes[1], '2. Al-Manara, “افتتاح الميناء.”')
    assert.match(await (await get('as=markdown')).text(), /السبب[^]*الوزير[^]*مئتي/)
    const chosen = await sendJson(desk, 'POST', '/api/excerpts/export', { excerpts: [ids[1], ids[0]], as: 'jsonld' })
    const { first } = (await chosen.json()) as { first: { items: { id: string }[] } }
    assert.deepEqual(
      first.items.map(({ id }) => id),
      [`urn:uuid:${ids[1]}`, `urn:uuid:${ids[0]}`],
    )
  }))

test('the public address of the archive is a setting, and goes into citations', () =>
  withDesk(async (desk) => {
    const { ids } = await threeExcerpts(desk)
    const cite = () => read<Citation>(desk, `/${ids[0]}/citation?form=ics206`)
    assert.equal((await cite()).citation.archivedUrl, null)
    assert.match(
      (await cite()).text,
      /Copy preserved by the desk: captured 2023-09-16T12:00:00Z, SHA-256 [0-9a-f]{64}\.$/,
    )
    const wrong = await sendJson(desk, 'PATCH', '/api/settings', { version: 0, archive: 'archive.example/{day}' })
    assert.equal(wrong.status, 400)
    await sendJson(desk, 'PATCH', '/api/settings', { version: 0, archive: 'https://archive.example/desk' })
    const { citation, html } = await cite()
    const address = 'https://archive.example/desk/20230916120000/https://al-manara.example/1'
    assert.equal(citation.archivedUrl, address)
    assert.ok(html.includes(`data-versionurl="${address}"`))
  }))

test('what one desk exports another brings in, each annotation by itself; a dry run keeps nothing', () =>
  withDesk(async (desk) => {
    const { ids } = await threeExcerpts(desk, { basket: 'Ports', tags: ['boats'], note: 'look', speaker: 'الوزير' })
    const file = await (await desk.ask('/api/excerpts/export?basket=Ports')).text()
    const before = await read<ExcerptList>(desk, '?order=basket&basket=Ports')
    const headers = { 'content-type': 'application/ld+json' }
    await withDesk(async (other) => {
      const send = async (body: string, dryRun = false) => {
        const answer = await other.ask(`/api/excerpts/import?dryRun=${dryRun}`, { method: 'POST', body, headers })
        return { status: answer.status, ...((await answer.json()) as AnnotationsImported) }
      }
      const early = await send(file)
      assert.deepEqual(
        early.outcomes.map(({ kind }) => kind),
        ['refused', 'refused', 'refused'],
      )
      assert.match(early.outcomes[0]?.reason ?? '', /not kept here.*al-manara\.example/)
      await aPage(other)
      assert.equal((await send(file, true)).added, 3)
      assert.equal((await read<ExcerptList>(other, '')).total, 0, 'a dry run keeps nothing')
      assert.equal((await send(file)).added, 3)
      const after = await read<ExcerptList>(other, '?order=basket&basket=Ports')
      const told = ({ excerpts }: ExcerptList) =>
        excerpts.map(({ id, parts, tags, note, speaker, basket, madeBy, madeAt, anchoring }) => {
          return { id, parts, tags, note, speaker, basket, madeBy, madeAt, anchoring }
        })
      assert.deepEqual(told(after), told(before))
      assert.equal((await read<ExcerptDetail>(other, `/${ids[0]}`)).revisions[0]?.deed, 'imported')
      assert.deepEqual(
        (await send(file)).outcomes.map(({ kind }) => kind),
        ['known', 'known', 'known'],
      )
      await sendJson(other, 'PATCH', `/api/excerpts/${ids[0]}`, { revision: 1, note: 'mine' })
      const again = await send(file)
      assert.deepEqual(
        again.outcomes.map(({ kind }) => kind),
        ['differs', 'known', 'known'],
      )
      assert.equal((await read<ExcerptDetail>(other, `/${ids[0]}`)).note, 'mine', 'what is here stays')
      const moved = file
        .replaceAll('"exact": "الوزير"', '"exact": "القطار"')
        .replaceAll(ids[0] ?? '', ids[0]?.replace(/.$/, 'f') ?? '')
      assert.match((await send(moved)).outcomes[0]?.reason ?? '', /do not stand in the page/)
      for (const wrong of ['', '[]', '{"type":"Note"}', 'not json', 'null', '{"type":"AnnotationPage","items":3}'])
        assert.equal((await send(wrong)).status, 400, wrong)
    })
  }))

test('an annotation of another program becomes an excerpt where its words stand, once', () =>
  withDesk(async (desk) => {
    const { itemId } = await aPage(desk)
    const foreign = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://notes.example/a/1',
      type: 'Annotation',
      created: '2023-09-17T08:00:00Z',
      creator: { name: 'R. Reader' },
      body: [
        { type: 'TextualBody', value: 'Ask why.', purpose: 'commenting' },
        { type: 'TextualBody', value: 'ports', purpose: 'tagging' },
      ],
      target: {
        source: 'https://al-manara.example/1#top',
        selector: [{ type: 'TextQuoteSelector', exact: 'مئتي قارب جديد', prefix: 'وقال إن ', suffix: ' ستصل' }],
      },
    }
    const withTarget = (target: unknown, id: string) => ({ ...foreign, id, target })
    const source = 'https://al-manara.example/1'
    const file = [
      foreign,
      withTarget({ source, selector: { type: 'TextPositionSelector', start: 0, end: 3 } }, 'urn:b'),
      withTarget({ source, selector: { type: 'TextQuoteSelector', exact: 'words that were never there' } }, 'urn:c'),
      withTarget(source, 'urn:d'),
      42,
      { type: 'Annotation', 'dragoman:excerpt': {} },
    ]
    const send = async () => post<AnnotationsImported>(desk, '/import', file)
    const { outcomes, added } = await send()
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['new', 'refused', 'refused', 'refused', 'refused', 'refused'],
    )
    for (const { kind, reason } of outcomes) if (kind === 'refused') assert.ok((reason ?? '').length > 15)
    assert.equal(added, 1)
    const { excerpts } = await read<ExcerptList>(desk, `?item=${itemId}`)
    const [excerpt] = excerpts
    assert.deepEqual(
      [excerpt?.printed, excerpt?.note, excerpt?.tags, excerpt?.madeBy, excerpt?.madeAt],
      ['مئتي قارب جديد', 'Ask why.', ['ports'], 'R. Reader', Date.UTC(2023, 8, 17, 8)],
    )
    assert.equal((await send()).outcomes[0]?.kind, 'known')
    assert.deepEqual(desk.logged, [])
  }))
