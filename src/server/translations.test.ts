import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOON, addTestItem, addTestOutlet, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'
import type { TranslationHistory, TranslationList, TranslationView } from './shapes/translation.ts'
import type { MemoryMatches } from './shapes/memory.ts'

const text = 'وصل 26 قاربا إلى الميناء. غادرت القوارب ليلا.'

async function openDesk(): Promise<{ desk: TestDesk; itemId: string }> {
  const desk = await openTestDesk({
    translation: { to: 'en', isAutomatic: false, engines: [{ engine: 'deepl', monthlyCharacters: 100 }] },
  })
  await addTestOutlet(desk, 'Al-Manara', 'al-manara.example')
  const { itemId } = await addTestItem(desk, 'al-manara.example', { path: '/1', title: 'قوارب', text })
  return { desk, itemId }
}

const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T
const send = <T>(desk: TestDesk, method: string, path: string, body: unknown): Promise<T> =>
  json<T>(sendJson(desk, method, path, body))

test('a page is laid out at once, a person writes a sentence, and the memory knows it', async () => {
  const { desk, itemId } = await openDesk()
  const made = await send<TranslationView>(desk, 'POST', `/api/items/${itemId}/translations`, {})
  assert.deepEqual(
    [made.to, made.state, made.isCurrent, made.isWaiting, made.segments.map(({ source }) => source)],
    ['en', 'none', true, true, ['وصل 26 قاربا إلى الميناء.', 'غادرت القوارب ليلا.']],
  )
  assert.equal((await desk.tools.queue.counts(NOON))['translate.reading'].waiting, 1)
  const path = `/api/translations/${made.id}/segments/0`
  const changed = await send<TranslationView>(desk, 'PATCH', path, {
    revision: 1,
    target: 'Some 62 boats reached the port.',
  })
  assert.deepEqual(
    [changed.revision, changed.segments[0]?.state, changed.segments[0]?.flags.map(({ kind }) => kind)],
    [2, 'human', ['figure', 'figure']],
  )
  const late = await sendJson(desk, 'PATCH', path, { revision: 1, target: 'x' })
  assert.equal(late.status, 409)
  assert.equal(((await late.json()) as { current: TranslationView }).current.revision, 2)
  await send(desk, 'PATCH', `/api/translations/${made.id}/segments/title`, {
    revision: 2,
    target: 'Boats',
    signedBy: 'A. Reader',
  })
  const list = await json<TranslationList>(desk.ask(`/api/items/${itemId}/translations`))
  assert.deepEqual(
    list.translations.map(({ title, titleState }) => [title, titleState]),
    [['Boats', 'human']],
  )
  const history = await json<TranslationHistory>(desk.ask(`/api/translations/${made.id}/history`))
  assert.deepEqual(
    history.revisions.map(({ deed, signedBy }) => [deed, signedBy]),
    [
      ['corrected', 'A. Reader'],
      ['corrected', 'M. Okafor'],
      ['made', 'M. Okafor'],
    ],
  )
  const query = new URLSearchParams({ from: 'ar', to: 'en', text: 'وصل 27 قاربا إلى الميناء.' })
  const { matches } = await json<MemoryMatches>(desk.ask(`/api/memory/matches?${query}`))
  assert.deepEqual(
    matches.map(({ target, match }) => [target, match]),
    [['Some 62 boats reached the port.', 0.8]],
  )
  await desk.close()
})

test('what cannot be done is said: no such sentence, nothing to review, no such translation', async () => {
  const { desk, itemId } = await openDesk()
  const made = await send<TranslationView>(desk, 'POST', `/api/items/${itemId}/translations`, {
    by: 'people',
    to: 'fr',
  })
  const status = async (method: string, path: string, body: unknown): Promise<number> =>
    (await sendJson(desk, method, path, body)).status
  assert.equal((await desk.tools.queue.counts(NOON))['translate.reading'].waiting, 0, 'people are to do it')
  assert.equal(await status('PATCH', `/api/translations/${made.id}/segments/9`, { revision: 1, target: 'x' }), 400)
  assert.equal(await status('PATCH', `/api/translations/${made.id}/segments/0`, { revision: 1, target: '  ' }), 400)
  assert.equal(await status('POST', `/api/translations/${made.id}/reviews`, { revision: 1 }), 400)
  assert.equal(await status('POST', `/api/translations/${itemId}/reviews`, { revision: 1 }), 404)
  assert.equal(await status('POST', `/api/items/${itemId}/translations`, { to: '../en' }), 400)
  assert.equal(await status('POST', `/api/items/${itemId}/translations`, { to: 'ar' }), 400, 'it is in Arabic already')
  await desk.close()
})
