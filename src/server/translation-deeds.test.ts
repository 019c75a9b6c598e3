import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOON, addTestItem, addTestOutlet, addTestVersion, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'
import type { SentenceAids, TranslationHistory, TranslationList, TranslationView } from './shapes/translation.ts'

const text = 'وصل 26 قاربا إلى الميناء. غادرت القوارب ليلا.'

type Opened = {
  readonly desk: TestDesk
  readonly itemId: string
  readonly made: TranslationView
  send<T>(method: string, path: string, body: unknown): Promise<T>
  status(method: string, path: string, body: unknown): Promise<number>
}

async function withDesk(body: (opened: Opened) => Promise<void>): Promise<void> {
  const desk = await openTestDesk()
  try {
    await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
    const { itemId } = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'قوارب', text })
    const send: Opened['send'] = async (method, path, wish) =>
      JSON.parse(await (await sendJson(desk, method, path, wish)).text())
    const made = await send<TranslationView>('POST', `/api/items/${itemId}/translations`, { by: 'people', to: 'en' })
    const status: Opened['status'] = async (method, path, wish) => (await sendJson(desk, method, path, wish)).status
    await body({ desk, itemId, made, send, status })
  } finally {
    await desk.close()
  }
}

test('a correction is gone back on over the API, and the history tells both with what was said', () =>
  withDesk(async ({ desk, made, send, status }) => {
    const path = `/api/translations/${made.id}`
    await send('PATCH', `${path}/segments/0`, { revision: 1, target: 'Some 26 boats came.' })
    const back = await send<TranslationView>('POST', `${path}/restorations`, { revision: 2, of: 2 })
    assert.deepEqual([back.revision, back.segments[0]?.target, back.segments[0]?.state], [3, null, 'none'])
    const { revisions } = (await (await desk.ask(`${path}/history`)).json()) as TranslationHistory
    assert.deepEqual(
      revisions.map(({ deed, changes }) => [deed, changes.of, changes.sentences[0]?.before.target]),
      [
        ['restored', 2, 'Some 26 boats came.'],
        ['corrected', null, null],
        ['made', null, undefined],
      ],
    )
    assert.equal(await status('POST', `${path}/restorations`, { revision: 3, of: 9 }), 400)
    assert.equal(await status('POST', `${path}/restorations`, { revision: 3, of: 1 }), 400)
  }))

test('a doubt is let go over the API, by its own words; one that is not there is refused', () =>
  withDesk(async ({ made, send, status }) => {
    const path = `/api/translations/${made.id}`
    const { segments } = await send<TranslationView>('PATCH', `${path}/segments/0`, { revision: 1, target: '62 boats' })
    const [flag] = segments[0]?.flags ?? []
    assert.ok(flag)
    const wish = { revision: 2, segment: 0, flag: { kind: flag.kind, words: flag.words }, signedBy: 'A. Reader' }
    const let_go = await send<TranslationView>('POST', `${path}/dismissals`, wish)
    assert.equal(let_go.segments[0]?.flags[0]?.dismissed?.by, 'A. Reader')
    const other = { ...wish, revision: 3, flag: { kind: 'date', words: 'x' } }
    assert.equal(await status('POST', `${path}/dismissals`, other), 400)
    assert.equal(await status('POST', `${path}/dismissals`, { ...wish, revision: 1 }), 409)
  }))

test('who writes a sentence is shown what the memory has for it, and the agreed terms in it', () =>
  withDesk(async ({ desk, made, send }) => {
    const path = `/api/translations/${made.id}`
    await send('PATCH', `${path}/segments/0`, { revision: 1, target: 'Some 26 boats reached the port.' })
    const names = [
      { language: 'ar', text: 'الميناء', status: 'agreed' },
      { language: 'fr', text: 'le port', status: 'agreed' },
    ]
    await sendJson(desk, 'PUT', '/api/glossary/terms', { key: 'port', kind: 'place', names, note: null })
    const aids = async (language: string, place: string): Promise<SentenceAids> => {
      const { id } = await send<TranslationView>('POST', `/api/items/${made.itemId}/translations`, {
        by: 'people',
        to: language,
      })
      return (await (await desk.ask(`/api/translations/${id}/segments/${place}/aids`)).json()) as SentenceAids
    }
    assert.deepEqual((await aids('en', '0')).matches, [], 'what stands there already is no help')
    const french = await aids('fr', '0')
    assert.deepEqual(french.terms, [{ key: 'port', printed: 'الميناء', targets: ['le port'], forbidden: [] }])
    assert.deepEqual((await aids('fr', 'title')).terms, [])
    assert.equal((await desk.ask(`${path}/segments/9/aids`)).status, 404)
  }))

test('sentences are joined and split over the API, and the history tells how they were cut', () =>
  withDesk(async ({ desk, made, send, status }) => {
    const path = `/api/translations/${made.id}`
    const joined = await send<TranslationView>('POST', `${path}/joins`, { revision: 1, segment: 0 })
    assert.deepEqual(
      joined.segments.map(({ source, isCut }) => [source, isCut]),
      [[text, true]],
    )
    const split = await send<TranslationView>('POST', `${path}/splits`, { revision: 2, segment: 0, sourceAt: 8 })
    assert.equal(split.segments.length, 2)
    const { revisions } = (await (await desk.ask(`${path}/history`)).json()) as TranslationHistory
    assert.deepEqual(
      revisions.map(({ deed, changes }) => [deed, changes.layout?.before.length, changes.layout?.after.length]),
      [
        ['split', 1, 2],
        ['joined', 2, 1],
        ['made', undefined, undefined],
      ],
    )
    assert.equal(await status('POST', `${path}/joins`, { revision: 3, segment: 5 }), 400)
  }))

test('a page that is captured anew has a translation of the new text, and the old one says that it is old', () =>
  withDesk(async ({ desk, itemId, made, send }) => {
    await send('PATCH', `/api/translations/${made.id}/segments/0`, { revision: 1, target: 'Some 26 boats came.' })
    await addTestVersion(desk, itemId, { title: 'قوارب', text: 'وصل 26 قاربا إلى الميناء. عادت.', at: NOON + 1 })
    const list = async () => (await (await desk.ask(`/api/items/${itemId}/translations`)).json()) as TranslationList
    assert.deepEqual(
      (await list()).translations.map(({ isCurrent }) => isCurrent),
      [false],
    )
    const anew = await send<TranslationView>('POST', `/api/items/${itemId}/translations`, { by: 'people', to: 'en' })
    assert.deepEqual([anew.isCurrent, anew.segments.map(({ target }) => target)], [true, ['Some 26 boats came.', null]])
    assert.deepEqual(
      (await list()).translations.map(({ id, isCurrent }) => [id, isCurrent]).toSorted(),
      [
        [anew.id, true],
        [made.id, false],
      ].toSorted(),
    )
  }))

test('a translation says whether engines are at work on it, and they can be told to stop', () =>
  withDesk(async ({ itemId, made, send }) => {
    assert.deepEqual(made.work, { state: 'idle', runAt: null })
    const asked = await send<TranslationView>('POST', `/api/items/${itemId}/translations`, { to: 'en' })
    assert.equal(asked.work.state, 'waiting')
    const stopped = await send<TranslationView>('POST', `/api/translations/${made.id}/stops`, { signedBy: 'A. Reader' })
    assert.deepEqual([stopped.work.state, stopped.reason], ['idle', 'Stopped by A. Reader.'])
  }))
