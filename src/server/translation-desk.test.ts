import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { newId } from '../domain/id.ts'
import { usualPolicy } from '../domain/policy.ts'
import { readCapture } from '../read/read-capture.job.ts'
import { addAuthorities } from '../store/authorities.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { noteAnswered, noteTrouble } from '../store/engine-states.ts'
import { findItem } from '../store/items.ts'
import { findReading } from '../store/readings.ts'
import { engineIdentity } from '../translate/engines/engine-identity.ts'
import { openEngines, type EngineChoice } from '../translate/engines/engine-choices.ts'
import { HOST, serveEngine, type Answer, type Asked } from '../translate/engines/test-engine-server.ts'
import { NOON, addTestItem, addTestOutlet, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'
import type { EngineList, EngineOrderList, EngineTrial } from './shapes/engine.ts'
import type {
  GlossaryCounts,
  GlossaryImported,
  GlossaryView,
  TermCheck,
  TermHistory,
  TermSaved,
} from './shapes/glossary.ts'
import type { MemoryImported, MemoryMatches, MemoryPage, MemorySegment } from './shapes/memory.ts'
import type { Settings } from './shapes/setting.ts'
import type { TranslationRetry, TranslationWork } from './shapes/translation-work.ts'
import type { TranslationView } from './shapes/translation.ts'

const text = 'وصل 26 قاربا إلى الميناء. غادرت القوارب ليلا.'
const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T
const send = <T>(desk: TestDesk, method: string, path: string, body: unknown): Promise<T> =>
  json<T>(sendJson(desk, method, path, body))
const post = (desk: TestDesk, path: string, body: string): Promise<Response> =>
  desk.ask(path, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } })
const status = async (answer: Promise<Response>): Promise<number> => (await answer).status

async function openDesk(
  t: TestContext,
  engines: readonly EngineChoice[] = [],
  answer: (asked: Asked) => Answer = () => ({ body: {} }),
) {
  const server = await serveEngine(answer)
  const placed = engines.map((one) => (one.engine === 'libretranslate' ? { ...one, endpoint: server.endpoint } : one))
  const desk = await openTestDesk({
    translation: {
      to: 'en',
      isAutomatic: false,
      engines: placed.map((one) => ({
        engine: one.engine,
        pairs: one.pairs,
        monthlyCharacters: one.monthlyCharacters,
        endpoint: one.endpoint && HOST,
        identity: engineIdentity(one),
      })),
      open: () => openEngines(placed, server.door),
    },
  })
  await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
  const { itemId } = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'قوارب', text })
  t.after(async () => {
    await desk.close()
    await server.close()
  })
  return { desk, itemId, asked: server.asked }
}

const term = (over: object = {}) => ({
  kind: 'place',
  note: null,
  names: [
    { language: 'ar', text: 'الميناء', status: 'agreed' },
    { language: 'en', text: 'the harbor', status: 'agreed' },
  ],
  ...over,
})

test('engines are shown in the order of the settings, with costs, budget and how they answered last, and never with their keys', async (t) => {
  const engines: EngineChoice[] = [
    { engine: 'deepl', key: 'secret-key', monthlyCharacters: 100 },
    { engine: 'libretranslate', key: 'secret-key', pairs: ['ar>en'] },
    { engine: 'apertium' },
  ]
  const { desk } = await openDesk(t, engines)
  await noteAnswered(desk.db, 'deepl', 1)
  await noteTrouble(desk.db, 'deepl', { kind: 'busy', reason: 'DeepL asks for time (429).', at: 2 })
  const { version } = await json<Settings>(desk.ask('/api/settings'))
  const translation = { order: ['libretranslate', 'deepl'], off: ['apertium'], to: 'fr', automatic: true }
  assert.deepEqual(
    (await send<Settings>(desk, 'PATCH', '/api/settings', { version, translation })).translation,
    translation,
  )
  const answer = await (await desk.ask('/api/engines')).text()
  assert.doesNotMatch(answer, /secret-key/)
  const list = JSON.parse(answer) as EngineList
  assert.deepEqual(
    list.engines.map(({ name, isOff, isUsedUp, endpoint }) => [name, isOff, isUsedUp, endpoint]),
    [
      ['libretranslate', false, false, HOST],
      ['deepl', false, false, null],
      ['apertium', true, false, null],
    ],
  )
  assert.deepEqual(
    [list.engines[1]?.trouble, list.engines[1]?.answeredAt, list.engines[1]?.budget.characters],
    [{ kind: 'busy', reason: 'DeepL asks for time (429).', at: 2 }, 1, 100],
  )
  assert.deepEqual(
    [list.to, list.isAutomatic, list.configured, list.month],
    ['fr', true, { to: 'en', isAutomatic: false }, '2023-09'],
  )
  assert.equal(await status(sendJson(desk, 'PATCH', '/api/settings', { version: 9, translation: { key: 'x' } })), 400)
})

test('for each language of the desk it is told who is asked, in which order, and who is passed over and why', async (t) => {
  const languages = [{ code: 'ar', targets: ['fr'] }]
  const engines: EngineChoice[] = [
    { engine: 'libretranslate' },
    { engine: 'deepl', pairs: ['fa>en'] },
    { engine: 'openai' },
    { engine: 'human', pairs: ['ar>*'] },
    { engine: 'local' },
  ]
  const { desk } = await openDesk(t, engines, () => ({ body: languages }))
  const { orders } = await json<EngineOrderList>(desk.ask('/api/engines/orders'))
  assert.deepEqual(
    orders.map(({ from, items, steps }) => [from, items, steps.map((step) => `${step.by}: ${step.state}`)]),
    [['ar', 1, ['memory: asked', 'libretranslate: no-pair', 'openai: asked', 'people: asked', 'local: not-reached']]],
  )
})

test('trying an engine really asks it, shows its words or the clear error, counts the cost, and stops at the budget', async (t) => {
  let answer: Answer = { body: { translatedText: ['Some boats'] } }
  const { desk, asked } = await openDesk(t, [{ engine: 'libretranslate', monthlyCharacters: 10 }], () => answer)
  const attempt = (): Promise<EngineTrial> =>
    send(desk, 'POST', '/api/engines/trials', { engine: 'libretranslate', text: 'قوارب', from: 'ar' })
  assert.deepEqual(await attempt(), {
    kind: 'translated',
    target: 'Some boats',
    reason: null,
    version: 'LibreTranslate API',
    to: 'en',
    tookMs: 0,
  })
  answer = { status: 403, body: { error: 'invalid key 12345' } }
  const refused = await attempt()
  assert.deepEqual([refused.kind, refused.target], ['refused', null])
  assert.doesNotMatch(refused.reason ?? '', /12345/, 'what it says in an error may hold a key')
  const [engine] = (await json<EngineList>(desk.ask('/api/engines'))).engines
  assert.deepEqual([engine?.spent.characters, engine?.spent.requests], [5, 1], 'what was refused costs nothing')
  answer = { body: { translatedText: ['Some boats'] } }
  assert.equal((await attempt()).kind, 'translated')
  assert.equal((await attempt()).kind, 'over-budget')
  const questions = asked.filter(({ path }) => path === '/translate')
  assert.equal(questions.length, 3, 'past its budget it is not asked')
  assert.equal(
    await status(sendJson(desk, 'POST', '/api/engines/trials', { engine: 'deepl', text: 'x', from: 'ar' })),
    404,
  )
})

test('a term is found by words, language and kind; a change names the revision it was made on', async (t) => {
  const { desk } = await openDesk(t)
  const saved = await send<TermSaved>(desk, 'PUT', '/api/glossary/terms', term({ revision: null }))
  assert.deepEqual([saved.term.key, saved.term.revision, saved.namesakes], ['ar:الميناء', 1, []])
  const find = async (query: Record<string, string>): Promise<number> =>
    (await json<GlossaryView>(desk.ask(`/api/glossary?${new URLSearchParams(query)}`))).total
  assert.deepEqual(
    [
      await find({ q: 'HARBORS' }),
      await find({ q: 'ميناء' }),
      await find({ language: 'ar' }),
      await find({ kind: 'place' }),
    ],
    [1, 1, 1, 1],
    'case, endings and the article do not matter',
  )
  assert.deepEqual([await find({ q: '%' }), await find({ language: 'fa' }), await find({ kind: 'person' })], [0, 0, 0])
  const again = { ...term({ note: 'ours' }), key: saved.term.key }
  assert.equal((await send<TermSaved>(desk, 'PUT', '/api/glossary/terms', { ...again, revision: 1 })).term.revision, 2)
  const late = await sendJson(desk, 'PUT', '/api/glossary/terms', { ...again, revision: 1 })
  assert.equal(late.status, 409)
  assert.equal(((await late.json()) as { current: { note: string } }).current.note, 'ours')
  assert.equal(await status(sendJson(desk, 'PUT', '/api/glossary/terms', { ...again, revision: null })), 409)
  const other = { ...term({ kind: 'other' }), key: 'basin' }
  const twin = await send<TermSaved>(desk, 'PUT', '/api/glossary/terms', other)
  assert.deepEqual(twin.namesakes[0], { language: 'ar', text: 'الميناء', key: 'ar:الميناء' })
  const check = await send<TermCheck>(desk, 'POST', '/api/glossary/checks', {
    ...other,
    key: 'x',
    names: other.names.slice(1),
  })
  assert.deepEqual([check.problem, check.namesakes.length], ['A term needs a name in two languages.', 2])
  const counts = await json<GlossaryCounts>(desk.ask('/api/glossary/counts'))
  assert.deepEqual(
    [counts.total, counts.languages.map(({ language, count }) => `${language} ${count}`).sort()],
    [2, ['ar 2', 'en 2']],
  )
})

test('adding, changing, taking out and bringing in a file are deeds that are taken back, as far as nobody changed more since', async (t) => {
  const { desk } = await openDesk(t)
  const undo = (deedId: string) =>
    send<{ undone: number; left: number }>(desk, 'POST', `/api/glossary/deeds/${deedId}/undo`, {})
  const total = async (): Promise<number> => (await json<GlossaryView>(desk.ask('/api/glossary'))).total
  const { deedId } = await send<TermSaved>(desk, 'PUT', '/api/glossary/terms', term({ key: 'port' }))
  const changed = await send<TermSaved>(desk, 'PUT', '/api/glossary/terms', term({ key: 'port', note: 'ours' }))
  assert.deepEqual(await undo(deedId).then(({ undone, left }) => [undone, left]), [0, 1], 'it was changed since')
  assert.equal((await undo(changed.deedId)).undone, 1)
  assert.equal((await json<GlossaryView>(desk.ask('/api/glossary'))).terms[0]?.note, null)
  const gone = await desk.ask('/api/glossary/terms?key=port&revision=3', { method: 'DELETE' })
  assert.equal(gone.status, 200)
  assert.equal(await total(), 0)
  await undo(((await gone.json()) as { deedId: string }).deedId)
  assert.equal(await total(), 1)
  const csv =
    'key,kind,note,ar,en,colour\nport,place,new note,الميناء,the harbor,\nquay,place,,الرصيف,the quay,\nbad,ghost,,س,x,\nquay,place,,رصيف,quay,\nmole,place,,الميناء,the mole,\n'
  const look = await json<GlossaryImported>(post(desk, '/api/glossary/file?format=csv&dryRun=true', csv))
  assert.deepEqual(
    look.rows.map(({ key, kind, line }) => `${line} ${key}: ${kind}`),
    ['2 port: changed', '3 quay: new', '6 mole: new'],
  )
  assert.deepEqual(
    [look.problems.map(({ line }) => line), look.doubts.map(({ line }) => line), look.deedId, await total()],
    [[1, 4, 5], [6], null, 1],
    'an unknown column, an unknown kind, a key twice; a name that two terms have; nothing is kept',
  )
  assert.equal(look.rows[0]?.before?.note, null)
  const taken = await json<GlossaryImported>(post(desk, '/api/glossary/file?format=csv', csv))
  assert.equal(await total(), 3)
  assert.equal((await undo(taken.deedId ?? '')).undone, 3)
  const { terms } = await json<GlossaryView>(desk.ask('/api/glossary'))
  assert.deepEqual(
    terms.map(({ key, note }) => [key, note]),
    [['port', null]],
  )
  const history = await json<TermHistory>(desk.ask('/api/glossary/terms/history?key=port'))
  assert.ok(history.changes.length >= 5)
  assert.equal(await status(desk.ask(`/api/glossary/deeds/${newId(1)}/undo`, { method: 'POST' })), 404)
})

test('authorities with names in two languages become terms by one act, and a second time changes nothing', async (t) => {
  const { desk } = await openDesk(t)
  const [id, joined] = [newId<'authority'>(1), newId<'authority'>(3)]
  const row = { id, kind: 'person', natural_key: 'p', name: 'Salim Rahman', joined_into: null, created_at: 1 }
  const name = { authority_id: id, script: 'Arab', from_where: 'x' }
  await addAuthorities(
    desk.db,
    [
      row as never,
      { ...row, id: newId<'authority'>(2), natural_key: 'q', name: 'Nobody Else' } as never,
      { ...row, id: joined, natural_key: 'r', name: 'S. Rahman', joined_into: id } as never,
    ],
    [
      {
        ...name,
        id: 'd',
        authority_id: joined,
        name: 'وليد رحمان',
        name_key: 'd',
        language: 'ar',
        kind: 'variant',
      } as never,
      {
        ...name,
        id: 'e',
        authority_id: joined,
        name: 'سليم رحمان',
        name_key: 'a',
        language: 'ar',
        kind: 'variant',
      } as never,
      { ...name, id: 'a', name: 'سليم رحمان', name_key: 'a', language: 'ar', kind: 'variant' } as never,
      { ...name, id: 'b', name: 'Салим Рахман', name_key: 'b', language: 'ru', kind: 'variant' } as never,
      { ...name, id: 'c', name: 'S. Rahman', name_key: 'c', language: null, kind: 'variant' } as never,
    ],
  )
  const bring = (dryRun: boolean): Promise<GlossaryImported> =>
    send(desk, 'POST', '/api/glossary/authorities', { kinds: ['person'], dryRun })
  assert.deepEqual(
    (await bring(true)).rows.map(({ kind }) => kind),
    ['new'],
  )
  const brought = await bring(false)
  assert.deepEqual(
    brought.rows[0]?.term.names.map((one) => `${one.language} ${one.text} ${one.status}`),
    ['en Salim Rahman agreed', 'en S. Rahman admitted', 'ar سليم رحمان agreed', 'ar وليد رحمان admitted'],
    'names of one that was joined are its names; Russian is no language of this desk',
  )
  assert.deepEqual(
    (await bring(false)).rows.map(({ kind }) => kind),
    ['same'],
  )
  const alone = await send<GlossaryImported>(desk, 'POST', '/api/glossary/authorities', {
    ids: [id],
    languages: ['ar'],
  })
  assert.deepEqual([alone.rows, alone.problems.length], [[], 1], 'one language makes no term, and it is said')
})

test('a file of ten thousand terms comes in, is paged and searched, and goes again', async (t) => {
  const { desk } = await openDesk(t)
  const lines = Array.from({ length: 10_000 }, (_, n) => `k${n},place,,ميناء ${n},Port ${n}`)
  const taken = await json<GlossaryImported>(
    post(desk, '/api/glossary/file?format=csv', `key,kind,note,ar,en\n${lines.join('\n')}\n`),
  )
  assert.equal(taken.rows.length, 10_000)
  const page = await json<GlossaryView>(desk.ask('/api/glossary?q=port%209999&limit=20'))
  assert.deepEqual([page.total, page.terms[0]?.key], [1, 'k9999'])
  const second = await json<GlossaryView>(desk.ask('/api/glossary?limit=50&offset=50'))
  assert.deepEqual([second.total, second.terms.length], [10_000, 50])
  await send(desk, 'POST', `/api/glossary/deeds/${taken.deedId}/undo`, {})
  assert.equal((await json<GlossaryView>(desk.ask('/api/glossary'))).total, 0)
})

test('the memory is looked through newest first, corrected on what was seen, forgotten, and put back', async (t) => {
  const { desk } = await openDesk(t)
  const teach = (source: string, target: string) =>
    send<MemorySegment>(desk, 'PUT', '/api/memory/segments', {
      from: 'ar',
      to: 'en',
      source,
      target,
      origin: 'A. Reader',
    })
  await teach('غادرت القوارب ليلا.', 'The boats left at night.')
  const one = await teach('وصل 26 قاربا إلى الميناء.', 'Some 62 boats reached the port.')
  const page = async (query = ''): Promise<string[]> =>
    (await json<MemoryPage>(desk.ask(`/api/memory/segments?${query}`))).segments.map(({ target }) => target)
  assert.equal((await page()).length, 2)
  assert.deepEqual(await page('q=AT+NIGHT'), ['The boats left at night.'])
  assert.deepEqual(await page('to=fr'), [])
  const first = await json<MemoryPage>(desk.ask('/api/memory/segments?limit=1'))
  assert.notDeepEqual(first.segments[0]?.target, (await page(`limit=1&before=${first.next}`))[0])
  const path = `/api/memory/segments/${one.no}`
  const fixed = await send<MemorySegment>(desk, 'PATCH', path, {
    target: 'Some 26 boats reached the port.',
    changedAt: one.changedAt,
  })
  assert.deepEqual([fixed.target, fixed.origin, fixed.state], ['Some 26 boats reached the port.', 'M. Okafor', 'human'])
  assert.equal(await status(sendJson(desk, 'PATCH', path, { target: 'x', changedAt: one.changedAt + 1 })), 409)
  const query = new URLSearchParams({ from: 'ar', to: 'en', text: 'وصل 27 قاربا إلى الميناء.' })
  const matches = async (): Promise<MemoryMatches['matches']> =>
    (await json<MemoryMatches>(desk.ask(`/api/memory/matches?${query}`))).matches
  assert.deepEqual(
    (await matches()).map(({ no, match }) => [no, match]),
    [[one.no, 0.8]],
  )
  assert.equal(await status(desk.ask(path, { method: 'DELETE' })), 200)
  assert.deepEqual(await matches(), [])
  assert.equal(await status(desk.ask(path, { method: 'DELETE' })), 404)
  await teach(fixed.source, fixed.target)
  assert.equal((await matches()).length, 1, 'what is put back is found again')
  assert.equal(await status(desk.ask('/api/memory/segments?before=../x')), 400)
})

test('memory and glossary go out as files and in again; a dry run says what would be learnt', async (t) => {
  const { desk, itemId } = await openDesk(t)
  const csv = 'key,kind,note,ar,en\nport,place,,الميناء,the harbor\n'
  await post(desk, '/api/glossary/file?format=csv', csv)
  const tbx = await (await desk.ask('/api/glossary/file?format=tbx')).text()
  const back = await json<GlossaryImported>(post(desk, '/api/glossary/file?format=tbx', tbx))
  assert.deepEqual(
    [back.unit, back.deedId, back.rows.map(({ key, kind }) => [key, kind])],
    ['entry', null, [['port', 'same']]],
  )
  const made = await send<TranslationView>(desk, 'POST', `/api/items/${itemId}/translations`, {})
  const changed = await send<TranslationView>(desk, 'PATCH', `/api/translations/${made.id}/segments/0`, {
    revision: 1,
    target: 'Some 26 boats reached the port.',
  })
  assert.deepEqual(
    changed.segments[0]?.flags.map(({ kind }) => kind),
    ['glossary'],
  )
  const tmx = await (await desk.ask('/api/memory/tmx')).text()
  assert.match(tmx, /<seg>Some 26 boats reached the port\.<\/seg>/)
  const counts = { units: 1, passedOver: 0, fresh: 0, changed: 0, pairs: [{ from: 'ar', to: 'en', units: 1 }] }
  assert.deepEqual(await json(post(desk, '/api/memory/tmx?dryRun=true', tmx)), { ...counts, learnt: 0, same: 1 })
  const other = tmx.replace('reached the port', 'came in')
  assert.deepEqual(await json(post(desk, '/api/memory/tmx', other)), {
    ...counts,
    learnt: 1,
    changed: 1,
    same: 0,
  } satisfies MemoryImported)
  assert.equal(await status(post(desk, '/api/memory/tmx', '<html>')), 400)
})

test('translations that wait, failed, or are left to people are told apart, and all that failed is tried again', async (t) => {
  const { desk, itemId } = await openDesk(t)
  const work = (): Promise<TranslationWork> => json(desk.ask('/api/translations/work'))
  const made = await send<TranslationView>(desk, 'POST', `/api/items/${itemId}/translations`, { by: 'people' })
  assert.deepEqual(
    (await work()).work.map(({ state, done, of, title }) => [state, done, of, title]),
    [['people', 0, 2, 'قوارب']],
  )
  const left = 'LibreTranslate does not have it. These languages are translated by people: nobody has done it yet.'
  await desk.db.updateTable('translations').set({ reason: left }).where('id', '=', made.id).execute()
  assert.deepEqual((await work()).counts, { waiting: 0, failed: 0, people: 1 }, 'what is left to people did not fail')
  const reason = 'DeepL does not accept our key (403).'
  await desk.db.updateTable('translations').set({ reason }).where('id', '=', made.id).execute()
  const failed = await work()
  assert.deepEqual([failed.counts, failed.reasons], [{ waiting: 0, failed: 1, people: 0 }, [{ reason, count: 1 }]])
  const retried = await send<TranslationRetry>(desk, 'POST', '/api/translations/work/retries', {})
  assert.deepEqual(retried, { queued: 1, left: 0 })
  const waiting = await work()
  assert.deepEqual([waiting.counts, waiting.work[0]?.nextTryAt], [{ waiting: 1, failed: 0, people: 0 }, NOON])
  const claimed = await desk.tools.queue.claim(NOON, { laned: 9, laneless: 0 })
  const job = claimed.find(({ name }) => name === 'translate.reading')
  assert.ok(job)
  await desk.tools.queue.bury(desk.db, job, { error: 'a mistake of ours', freeAt: NOON })
  assert.equal((await work()).counts.failed, 1, 'a job that was given up waits for nobody')
  await send(desk, 'POST', '/api/translations/work/retries', {})
  assert.equal((await work()).counts.waiting, 1)
})

test('a page that was read is translated unasked as its outlet’s policy says', async (t) => {
  const { desk } = await openDesk(t)
  const { id } = await addTestOutlet(desk, 'Rahgozar', 'rahgozar.example')
  const { itemId, captureId } = await addTestItem(desk, 'rahgozar.example', { path: '/2', title: 'قوارب', text })
  const { queue } = desk.tools
  const readWith = async (isAutomatic: boolean): Promise<number> => {
    await desk.db.deleteFrom('jobs').where('name', '=', 'translate.reading').execute()
    const item = await findItem(desk.db, itemId)
    const page = item?.readingId ? await findReading(desk.db, item.readingId) : undefined
    assert.ok(page)
    const tools = { ...desk.tools, readBytes: async () => page, reader: 'test' }
    const translation = { to: 'en', isAutomatic, hasEngines: true }
    const deed = await readCapture({ ...tools, translation }, { captureId })
    await inTransaction(desk.db, async (tx) => deed.save?.(tx, { isIndexed: true, places: [] }))
    return (await queue.counts(NOON))['translate.reading'].waiting
  }
  const decide = (version: number, translate: string) =>
    send(desk, 'PUT', `/api/outlets/${id}/policy`, { version, policy: { ...usualPolicy, translate } })
  assert.deepEqual([await readWith(false), await readWith(true)], [0, 1])
  await decide(0, 'always')
  assert.equal(await readWith(false), 1)
  await decide(1, 'never')
  assert.equal(await readWith(true), 0)
})
