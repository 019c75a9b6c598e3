// A query in one language over a press in several, asked as the browser asks it, with no engine anywhere.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameKey } from '../desk/authorities/name-key.ts'
import type { Db } from '../store/db.ts'
import { indexTranslation } from '../read/index-translation.job.ts'
import type { Archive } from '../store/archive/archive.ts'
import { createResultWriter } from '../pipeline/write-results.ts'
import type { Hit, SearchCounts, SearchResult } from './shapes/search.ts'
import type { TranslationView } from './shapes/translation.ts'
import { addTestItem, addTestOutlet, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'

const HOST = 'al-manara.example'
const pages = {
  ar: {
    path: '/ar',
    title: 'قوارب في الميناء',
    text: 'وصل 26 قاربا إلى ميناء رحمان. غادرت القوارب ليلا.',
    language: 'ar',
  },
  ru: {
    path: '/ru',
    title: 'Учения начались',
    text: 'Корабли вышли в Чёрное море. Все вернулись с Чёрного моря.',
    language: 'ru',
  },
  zh: {
    path: '/zh',
    title: '外交部长访问',
    text: '外交部长说，马里、布基纳法索和尼日尔在萨赫勒国家联盟成立后合作。',
    language: 'zh',
  },
}

type Asked = TestDesk & { readonly ids: Readonly<Record<keyof typeof pages, string>> }

/** A desk with a page in each language; it is closed whatever the test says. */
function testDesk(promise: string, body: (desk: Asked) => Promise<void>): void {
  test(promise, async () => {
    const desk = await openTestDesk()
    try {
      await addTestOutlet(desk, 'Al-Manara', HOST)
      const [ar, ru, zh] = [
        await addTestItem(desk, HOST, pages.ar),
        await addTestItem(desk, HOST, pages.ru),
        await addTestItem(desk, HOST, pages.zh),
      ]
      await body({ ...desk, ids: { ar: ar.itemId, ru: ru.itemId, zh: zh.itemId } })
    } finally {
      await desk.close()
    }
  })
}

async function search(desk: TestDesk, q: string, more: Record<string, string> = {}): Promise<SearchResult> {
  const answer = await desk.ask(`/api/search?${new URLSearchParams({ q, ...more })}`)
  assert.equal(answer.status, 200)
  return (await answer.json()) as SearchResult
}

const idsOf = ({ hits }: SearchResult): string[] => hits.map(({ id }) => id)
const litIn = (passage: Hit['passages'][number] | null | undefined): string[] | undefined =>
  passage?.ranges.map(({ start, end }) => passage.text.slice(start, end))

async function translate(
  desk: TestDesk,
  itemId: string,
  title: string,
  lead: string,
  to = 'en',
): Promise<TranslationView> {
  const send = async (method: string, path: string, body: unknown): Promise<TranslationView> => {
    const answer = await sendJson(desk, method, path, body)
    assert.ok(answer.ok, `${path}: ${answer.status}`)
    return (await answer.json()) as TranslationView
  }
  const made = await send('POST', `/api/items/${itemId}/translations`, { by: 'people', to })
  const titled = await send('PATCH', `/api/translations/${made.id}/segments/title`, {
    revision: made.revision,
    target: title,
  })
  return send('PATCH', `/api/translations/${made.id}/segments/0`, { revision: titled.revision, target: lead })
}

/** Does what waits, with the writer of the corridor. Returns how many jobs there were. */
async function workOff(desk: TestDesk): Promise<number> {
  const { db, queue, now } = desk.tools
  const archive: Pick<Archive, 'append'> = { append: async () => [] }
  const write = createResultWriter({ db, queue, archive: archive as Archive, search: desk.search, now })
  const jobs = await queue.claim(now(), { laned: 0, laneless: 50 })
  for (const job of jobs) {
    assert.ok(job.name === 'index.translation', job.name)
    await write([{ kind: 'done', job, deed: await indexTranslation({ db, queue, now }, job.data) }])
  }
  return jobs.length
}

async function addGlossary(desk: TestDesk, csv: string): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await desk.ask('/api/glossary/file?format=csv', { method: 'POST', body: csv, headers })
  assert.ok(answer.ok, String(answer.status))
}

async function addAuthority(db: Db, id: string, names: readonly string[]): Promise<void> {
  const fields = { kind: 'organisation', natural_key: id, joined_into: null, created_at: 1 }
  await db
    .insertInto('authorities')
    .values({ id, name: names[0] ?? '', ...fields })
    .execute()
  for (const [at, name] of names.entries()) {
    const place = { language: null, script: 'Zzzz', kind: at === 0 ? 'established' : 'variant', from_where: 'test' }
    await db
      .insertInto('authority_names')
      .values({ id: `${id}:${at}`, authority_id: id, name, name_key: nameKey(name), ...place })
      .execute()
  }
}

testDesk(
  'Arabic, Russian and Chinese pages are found by English words of their translations, which say who made them',
  async (desk) => {
    const { ids } = desk
    assert.deepEqual(idsOf(await search(desk, 'harbour')), [])
    await translate(desk, ids.ar, 'Boats in the harbour', 'Some 26 boats reached the port.')
    await translate(desk, ids.ru, 'Drill in the harbour begins', 'Ships have put to sea.')
    await translate(desk, ids.zh, 'Foreign minister visits a harbour', 'Mali and Niger cooperate.')
    assert.equal(await workOff(desk), 3, 'title and lead of one page are one job')
    const found = await search(desk, 'harbour', { order: 'relevant' })
    assert.deepEqual(idsOf(found).toSorted(), Object.values(ids).toSorted())
    const [hit] = (await search(desk, 'boats reached')).hits
    assert.equal(hit?.title, pages.ar.title, 'the original stays what it is')
    assert.deepEqual(hit.matched, [
      { by: 'translation', words: 'boats' },
      { by: 'translation', words: 'reached' },
    ])
    const [told] = hit.translations
    assert.deepEqual(
      [told?.language, told?.titleState, told?.titleBy, litIn(told?.title), told?.leadState, litIn(told?.lead)],
      ['en', 'human', 'M. Okafor', ['Boats'], 'human', ['boats', 'reached']],
    )
    assert.deepEqual(idsOf(await search(desk, 'harbour lang:ru')), [ids.ru], 'the language is that of the original')
    assert.deepEqual(idsOf(await search(desk, 'harbour lang:en')), [])
    assert.deepEqual(idsOf(await search(desk, 'harbour in:original')), [])
    assert.deepEqual(idsOf(await search(desk, 'harbour -sea -minister')), [ids.ar])
  },
)

testDesk(
  'a translation that is corrected is found as it is now, once, and one that changes nothing costs nothing',
  async (desk) => {
    const made = await translate(desk, desk.ids.ar, 'Boats in the harbour', 'Some 26 boats came.')
    await workOff(desk)
    const correct = (revision: number, target: string) =>
      sendJson(desk, 'PATCH', `/api/translations/${made.id}/segments/title`, { revision, target })
    await correct(made.revision, 'Vessels in the harbour')
    assert.deepEqual(idsOf(await search(desk, 'vessels')), [], 'not before it is put in')
    assert.equal(await workOff(desk), 1)
    assert.deepEqual(idsOf(await search(desk, 'vessels')), [desk.ids.ar])
    assert.equal((await search(desk, 'vessels OR harbour')).total.count, 1)
    const path = `/api/translations/${made.id}/segments`
    const long = `Some 26 boats came, ${'one behind the other, '.repeat(10)}at night.`
    await sendJson(desk, 'PATCH', `${path}/0`, { revision: made.revision + 1, target: long })
    assert.equal(await workOff(desk), 1)
    const further = { revision: made.revision + 2, target: 'What lists do not show.' }
    assert.equal((await sendJson(desk, 'PATCH', `${path}/1`, further)).status, 200)
    assert.equal(await workOff(desk), 0)
  },
)

testDesk('a correction made while the one before is put in is put in too', async (desk) => {
  const made = await translate(desk, desk.ids.ar, 'Boats', 'Some boats came.')
  const { db, queue, now } = desk.tools
  const [job] = await queue.claim(now(), { laned: 0, laneless: 50 })
  assert.ok(job?.name === 'index.translation')
  const underWay = await indexTranslation({ db, queue, now }, job.data)
  await sendJson(desk, 'PATCH', `/api/translations/${made.id}/segments/title`, {
    revision: made.revision,
    target: 'Vessels',
  })
  const archive: Pick<Archive, 'append'> = { append: async () => [] }
  const write = createResultWriter({ db, queue, archive: archive as Archive, search: desk.search, now })
  await write([{ kind: 'done', job, deed: underWay }])
  assert.equal(await workOff(desk), 1)
  assert.deepEqual(idsOf(await search(desk, 'vessels')), [desk.ids.ar])
})

testDesk(
  'names of the glossary and the authorities find pages in other scripts, in every form, and say so',
  async (desk) => {
    const { ids } = desk
    await addGlossary(desk, 'key,kind,note,en,ru,en forbidden\nsea,place,,Black Sea,Чёрное море,Pontus\n')
    await addAuthority(desk.db, 'aes', ['Alliance of Sahel States', '萨赫勒国家联盟', 'AES'])
    const sea = await search(desk, 'black sea')
    assert.deepEqual(idsOf(sea), [ids.ru])
    assert.deepEqual(sea.names, [{ words: 'black sea', others: [{ by: 'glossary', name: 'Чёрное море' }], leftOut: 0 }])
    assert.deepEqual(sea.hits[0]?.matched, [{ by: 'glossary', words: 'black sea', as: 'Чёрное море' }])
    assert.deepEqual(sea.hits[0]?.passages.flatMap(litIn), ['Чёрное море', 'Чёрного моря'])
    const [alliance] = (await search(desk, '"alliance of sahel states"')).hits
    assert.equal(alliance?.id, ids.zh)
    assert.deepEqual(alliance.matched, [{ by: 'authority', words: 'alliance of sahel states', as: '萨赫勒国家联盟' }])
    assert.deepEqual(idsOf(await search(desk, 'Pontus')), [], 'what must not be written is no name')
    assert.deepEqual(idsOf(await search(desk, 'black sea in:original')), [])
    assert.deepEqual(idsOf(await search(desk, '-"black sea" lang:ru')), [], 'excluded under all of its names')
    const counts = (await (await desk.ask('/api/search/counts?q=black+sea')).json()) as SearchCounts
    assert.deepEqual(counts.languages, [{ language: 'ru', count: 1 }])
    const name = await sendJson(desk, 'PATCH', `/api/outlets/${(await search(desk, '')).hits[0]?.outlet.id}`, {
      name: 'Учения',
      version: 1,
    })
    assert.ok(name.ok)
    assert.deepEqual(
      (await search(desk, 'Учения')).hits.map(({ id }) => id),
      [ids.ru],
      'a name that has changed is known at once',
    )
  },
)

testDesk('hostile names change no query and break no search', async (desk) => {
  const names = [
    'OR',
    'NOT',
    '"',
    '-x',
    '(',
    'a*',
    'lang:ru',
    'NEAR(a b)',
    "'; DROP TABLE words; --",
    '\u202e',
    'words'.repeat(50),
  ]
  const rows = names.map((name, at) => `k${at},place,,"${name.replaceAll('"', '""')}","${`Имя ${at}`}"`)
  const many = Array.from({ length: 10_000 }, (_, at) => `m${at},place,,Harbour,Гавань ${at}`)
  await addGlossary(desk, ['key,kind,note,en,ru', ...rows, ...many].join('\n'))
  for (const name of [...names.map((one) => `"${one.replaceAll('"', '')}"`), 'harbour', 'x -harbour', 'near a b']) {
    const { problems, hits, names: known } = await search(desk, name)
    assert.ok(problems.length <= 1 && hits.length <= 3, name)
    assert.ok(
      known.every(({ others }) => others.length <= 12),
      name,
    )
  }
  const [known] = (await search(desk, 'harbour')).names
  assert.deepEqual(
    [known?.others.length, known?.leftOut],
    [12, 8],
    'of ten thousand things of one name, twenty are told apart',
  )
})
