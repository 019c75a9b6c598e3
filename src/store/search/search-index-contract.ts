// What every search engine behind the port promises. An engine's own test calls this with a way to open it empty.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { makeNameBook, type NameBook } from './name-book.ts'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import type { SearchDocument, SearchIndex, SearchOptions } from './search-index.ts'

const at = (moment: string) => Date.parse(moment)
const noDocument = { title: null, text: '', language: null, outletId: 'o-none', host: null, time: 0 }

/** Four documents about one thing, in four scripts. */
const press: readonly SearchDocument[] = [
  {
    ...noDocument,
    id: 'watan',
    time: at('2023-10-07T08:00:00Z'),
    language: 'ar',
    outletId: 'o-watan',
    host: 'www.watan.example',
    title: 'بيان وزير الخارجية المكلف',
    text: 'بعد عملية «طوفان الأقصى» اجتمعت الحكومات.',
  },
  {
    ...noDocument,
    id: 'xin',
    time: at('2023-09-17T01:00:00Z'),
    language: 'zh-Hant',
    outletId: 'o-xin',
    host: 'xin.example',
    title: '萨赫勒',
    text: '外交部长说，马里、布基纳法索和尼日尔在萨赫勒国家联盟成立后，与发展中国家合作。',
  },
  {
    ...noDocument,
    id: 'slovo',
    time: at('2023-09-16T20:00:00Z'),
    language: 'ru',
    outletId: 'o-slovo',
    host: 'slovo.example',
    title: 'Союз стран Сахеля',
    text: 'Министры подписали хартию. Ещё три страны — Мали, Нигер и Буркина-Фасо — вошли в альянс.',
    translations: [
      { language: 'en', title: 'A union of Sahel countries', lead: 'Ministers initialled a paper.' },
      { language: 'fr', title: null, lead: 'Pays unis du Sahel.' },
    ],
  },
  {
    ...noDocument,
    id: 'herald',
    time: at('2023-09-16T12:00:00Z'),
    language: 'en',
    outletId: 'o-herald',
    host: 'herald.watan.example',
    title: 'Charter signed',
    text: 'Ministers of Mali, Niger and Burkina Faso signed the charter of the Alliance of Sahel States, the ministers said.',
  },
]

/** Registers the tests. `open` gives an index without documents; it is closed at the end. */
export function promiseSearchIndex(engine: string, open: () => Promise<SearchIndex>): void {
  let index: SearchIndex
  before(async () => void (index = await open()))
  after(() => index.close())
  beforeEach(async () => {
    await index.clear()
    await index.upsert(press)
  })

  const find = async (text: string, options: Partial<SearchOptions> = {}) =>
    (await index.search(ask(text), { order: 'newest', limit: 20, ...options })).hits.map(({ id }) => id)
  const promise = (words: string, check: () => Promise<void>) => test(`${engine}: ${words}`, check)

  promise('an empty query finds everything, newest first', async () => {
    assert.deepEqual(await find(''), ['watan', 'xin', 'slovo', 'herald'])
    assert.equal(await index.size(), 4)
  })

  promise('a word is found in every form of its script', async () => {
    assert.deepEqual(await find('الطوفان'), ['watan'])
    assert.deepEqual(await find('وزیر خارجیه'), ['watan'])
    assert.deepEqual(await find('еще министров'), ['slovo'])
    assert.deepEqual(await find('MINISTER in:original'), ['herald'])
  })

  promise('Chinese words are found, not characters', async () => {
    assert.deepEqual(await find('萨赫勒国家联盟'), ['xin'])
    assert.deepEqual(await find('部长'), ['xin'])
    assert.deepEqual(await find('中国'), [])
    assert.deepEqual(await find('家'), [])
  })

  promise('a phrase is found in its order only', async () => {
    assert.deepEqual(await find('"Sahel States"'), ['herald'])
    assert.deepEqual(await find('"States Sahel"'), [])
    assert.deepEqual(await find('"وزير الخارجية المكلف"'), ['watan'])
  })

  promise('a phrase does not reach from the title into the text', async () => {
    assert.deepEqual(await find('"signed ministers"'), [])
  })

  promise('OR, parentheses and exclusion', async () => {
    assert.deepEqual(await find('Мали OR Mali'), ['slovo', 'herald'])
    assert.deepEqual(await find('(طوفان OR charter) -Niger'), ['watan'])
    assert.deepEqual(await find('-Mali'), ['watan', 'xin', 'slovo'])
    assert.deepEqual(await find('charter OR -lang:ru'), ['watan', 'xin', 'herald'])
  })

  promise('a prefix finds what begins so', async () => {
    assert.deepEqual(await find('allia*'), ['herald'])
    assert.deepEqual(await find('ministers* signed'), ['herald'])
    for (const scope of ['', ' in:original'])
      assert.deepEqual(await find(`si*${scope}`), ['herald'], 'what a document is filed under is no word of it')
    assert.deepEqual(await find('"burkina fa"*'), ['herald'])
  })

  promise('a language stands for its variants, a site for its subdomains', async () => {
    assert.deepEqual(await find('lang:zh'), ['xin'])
    assert.deepEqual(await find('lang:zh-Hant'), ['xin'])
    assert.deepEqual(await find('lang:zh-Hans'), [])
    assert.deepEqual(await find('site:watan.example'), ['watan', 'herald'])
    assert.deepEqual(await find('site:www.watan.example'), ['watan'])
    assert.deepEqual(await find('site:atan.example'), [])
    assert.deepEqual(await find('outlet:o-slovo'), ['slovo'])
    assert.deepEqual(await find('-site:watan.example -outlet:o-slovo'), ['xin'])
  })

  promise('filters hold under both orders', async () => {
    for (const order of ['newest', 'relevant'] as const) {
      assert.deepEqual(await find('charter lang:en', { order }), ['herald'])
      assert.deepEqual(await find('charter -lang:en', { order }), [])
      assert.deepEqual(await find('charter (lang:fr OR site:watan.example)', { order }), ['herald'])
      assert.deepEqual(await find('charter after:2023-09-17', { order }), [])
      assert.deepEqual(await find('lang:en', { order }), ['herald'])
    }
  })

  promise('after a day is from its first moment, before a day is until it', async () => {
    assert.deepEqual(await find('after:2023-09-17 before:2023-10'), ['xin'])
    assert.deepEqual(await find('Mali before:2023-09-17'), ['herald'])
    assert.deepEqual(await find('after:2024'), [])
  })

  promise('a word in the title weighs more', async () => {
    const [title, text] = ['Drones over the border', 'Nothing else.']
    await index.upsert([
      { ...noDocument, id: 'in-text', time: 2_000, title: text, text: `${title}. ${text}` },
      { ...noDocument, id: 'in-title', time: 1_000, title, text: `${text} ${text}` },
    ])
    assert.deepEqual(await find('drones', { order: 'relevant' }), ['in-title', 'in-text'])
    assert.deepEqual(await find('drones', { order: 'newest' }), ['in-text', 'in-title'])
  })

  promise('a document written again is found as it is now, and only once', async () => {
    const [first] = press
    assert.ok(first)
    await index.upsert([
      { ...first, text: 'هدنة' },
      { ...first, text: 'اتفاق', time: at('2020-01-01'), language: 'fa' },
    ])
    assert.deepEqual(await find('طوفان'), [])
    assert.deepEqual(await find('هدنة'), [])
    assert.deepEqual(await find('اتفاق lang:fa'), ['watan'])
    assert.deepEqual(await find(''), ['xin', 'slovo', 'herald', 'watan'])
    assert.equal(await index.size(), 4)
  })

  promise(
    'a document is found by its translated title and lead in every language, and not in the originals alone',
    async () => {
      assert.deepEqual(await find('union countries'), ['slovo'])
      assert.deepEqual(await find('initialled'), ['slovo'])
      assert.deepEqual(await find('pays unis'), ['slovo'])
      assert.deepEqual(await find('initia*'), ['slovo'])
      assert.deepEqual(await find('union lang:ru'), ['slovo'])
      assert.deepEqual(await find('union lang:en'), [], 'the language is that of the original')
      for (const text of ['union', '"pays unis"', 'initia*'])
        assert.deepEqual(await find(`${text} in:original`), [], text)
      assert.deepEqual(await find('Сахель in:original'), ['slovo'])
      assert.deepEqual(await find('lang:ru in:original'), ['slovo'])
      assert.deepEqual(await find('ministers -initialled'), ['herald'])
      assert.deepEqual(await find('-union in:original'), ['watan', 'xin', 'slovo', 'herald'])
    },
  )

  promise('a phrase reaches neither from one translation into another nor from a title into a lead', async () => {
    assert.deepEqual(await find('"paper pays"'), [])
    assert.deepEqual(await find('"countries ministers"'), [])
  })

  promise('a translation that is corrected or taken away is found as it is now', async () => {
    const slovo = press.find(({ id }) => id === 'slovo')
    assert.ok(slovo)
    await index.upsert([
      { ...slovo, translations: [{ language: 'en', title: 'A league of Sahel countries', lead: null }] },
    ])
    assert.deepEqual(await find('union OR initialled'), [])
    assert.deepEqual(await find('league'), ['slovo'])
    await index.upsert([slovo, { ...slovo, translations: [] }])
    assert.deepEqual(await find('league OR union'), [])
  })

  const names = makeNameBook([
    [
      { by: 'glossary', text: 'Sahel States' },
      { by: 'glossary', text: 'стран Сахеля' },
      { by: 'glossary', text: '萨赫勒国家联盟' },
    ],
  ])
  const findNamed = async (text: string, options: Partial<SearchOptions> = {}) =>
    (await index.search(ask(text, names), { order: 'newest', limit: 20, ...options })).hits.map(({ id }) => id)

  promise('a name finds every document that has any of its names', async () => {
    assert.deepEqual(await findNamed('"Sahel States"'), ['xin', 'slovo', 'herald'])
    assert.deepEqual(await findNamed('странах Сахеля'), ['xin', 'slovo', 'herald'])
    assert.deepEqual(await findNamed('"Sahel States" Mali'), ['herald'])
    assert.deepEqual(await findNamed('"Sahel States" in:original'), ['herald'])
    assert.equal((await index.counts(ask('"Sahel States"', names))).total, 3)
  })

  promise('an excluded name leaves out exactly what the name finds', async () => {
    for (const text of ['"Sahel States"', 'Sahel States', 'union', '(Sahel States OR طوفان)', 'minist*']) {
      for (const scope of ['', ' in:original']) {
        const found = await findNamed(text + scope)
        const left = await findNamed(`-${text.startsWith('Sahel') ? `(${text})` : text}${scope}`)
        assert.deepEqual([...found, ...left].toSorted(), ['herald', 'slovo', 'watan', 'xin'], text + scope)
      }
    }
  })

  promise('what holds the words comes before what holds another name of them, page by page', async () => {
    await index.upsert(
      Array.from({ length: 30 }, (_, n) => ({
        ...noDocument,
        id: `d${n}`,
        time: n * 1000,
        title: n % 3 === 0 ? 'стран Сахеля, стран Сахеля' : 'Nothing',
        text: n % 3 === 1 ? `States ${'x '.repeat(n)} of the Sahel` : '',
      })),
    )
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await index.search(ask('Sahel States', names), { order: 'relevant', limit: 4, cursor })
      seen.push(...page.hits.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    assert.deepEqual(seen.toSorted(), (await findNamed('Sahel States', { limit: 100 })).toSorted())
    assert.equal(new Set(seen).size, 23)
    const direct = new Set(await find('Sahel States', { limit: 100 }))
    assert.deepEqual(
      seen.map((id) => direct.has(id)),
      [...Array(11).fill(true), ...Array(12).fill(false)],
    )
  })

  promise('a removed document is not found, an unknown one is ignored', async () => {
    await index.remove(['slovo', 'nobody'])
    assert.deepEqual(await find('Мали'), [])
    assert.equal(await index.size(), 3)
  })

  promise('pages follow each other without gap or repetition, in both orders', async () => {
    await index.clear()
    const many = Array.from({ length: 57 }, (_, n) => ({
      ...noDocument,
      id: `d${n}`,
      time: Math.floor(n / 5) * 1000,
      text: `word ${'x '.repeat(n % 7)}`,
    }))
    await index.upsert(many)
    for (const order of ['newest', 'relevant'] as const) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page = await index.search(ask('word'), { order, limit: 10, cursor })
        seen.push(...page.hits.map(({ id }) => id))
        cursor = page.next
      } while (cursor !== null)
      assert.equal(seen.length, 57)
      assert.equal(new Set(seen).size, 57)
      if (order === 'newest') assert.deepEqual(seen, many.map(({ id }) => id).reverse())
    }
  })

  promise('a cursor that is not ours is refused', async () => {
    for (const cursor of ['x', 'n1; DROP', 'r-5', 's-5', 's1x', 'n99999999999999999']) {
      const order = /^[rs]/.test(cursor) ? 'relevant' : 'newest'
      await assert.rejects(index.search(ask('Sahel States', names), { order, limit: 5, cursor }), { code: 'bad-input' })
    }
  })

  promise('times before 1970 and far in the future keep their order', async () => {
    await index.clear()
    await index.upsert([
      { ...noDocument, id: 'old', time: at('1911-10-10'), text: 'news' },
      { ...noDocument, id: 'never', time: Number.MAX_SAFE_INTEGER, text: 'news' },
      { ...noDocument, id: 'new', time: at('2023-09-16'), text: 'news' },
    ])
    assert.deepEqual(await find('news'), ['never', 'new', 'old'])
    assert.deepEqual(await find('news before:1950'), ['old'])
  })

  promise(
    'documents that come together in any order are found in the order of time, each once and as told last',
    async () => {
      const crowd = ['2023-09-18', '2023-09-16', '2023-09-17', '2023-09-16'].map((day, place) => ({
        ...noDocument,
        id: `crowd-${place}`,
        time: at(day),
        text: 'throng',
      }))
      await index.upsert([...crowd, { ...noDocument, id: 'crowd-0', time: at('2023-09-15'), text: 'throng afresh' }])
      assert.deepEqual(await find('throng'), ['crowd-2', 'crowd-3', 'crowd-1', 'crowd-0'])
      assert.deepEqual(await find('afresh'), ['crowd-0'])
      await index.remove(crowd.map(({ id }) => id))
    },
  )

  promise('hits are counted by outlet, language and day', async () => {
    const counts = await index.counts(ask('Mali OR Мали OR 马里'))
    assert.equal(counts.total, 3)
    assert.equal(counts.isWhole, true)
    assert.deepEqual(
      counts.outlets,
      ['o-herald', 'o-slovo', 'o-xin'].map((value) => ({ value, count: 1 })),
    )
    assert.deepEqual(
      counts.languages,
      ['en', 'ru', 'zh-Hant'].map((value) => ({ value, count: 1 })),
    )
    assert.deepEqual(counts.days, [
      { value: '2023-09-17', count: 1 },
      { value: '2023-09-16', count: 2 },
    ])
    assert.equal((await index.counts(ask(''))).total, 4)
  })

  promise('counting can stop early, and says so', async () => {
    assert.deepEqual(await index.countHits(ask(''), 3), { count: 3, isWhole: false })
    assert.deepEqual(await index.countHits(ask(''), 4), { count: 4, isWhole: true })
    const { total, isWhole, days } = await index.counts(ask(''), 2)
    assert.deepEqual([total, isWhole, days.map(({ value }) => value)], [2, false, ['2023-10-07', '2023-09-17']])
    assert.equal((await index.counts(ask(''), 4)).isWhole, true)
  })

  promise('tidying changes nothing that is found', async () => {
    await index.tidy('all')
    assert.equal(await index.tidy(), true)
    assert.deepEqual(await find('Mali'), ['herald'])
  })

  promise('text full of syntax is only text', async () => {
    const hostile = `"; DROP TABLE words; -- NEAR( {title}: ^a* \u0000 ${'\ud800'} lang:en all: site:evil.example`
    await index.upsert([
      {
        ...noDocument,
        id: 'hostile',
        title: hostile,
        text: hostile,
        language: 'en" OR 1',
        host: 'a"b c',
        outletId: 'o" x',
      },
    ])
    assert.deepEqual(await find('"drop table"'), ['hostile'])
    assert.deepEqual(await find('lang:en'), ['herald'])
    assert.deepEqual(await find('site:evil.example'), [])
  })
}

function ask(text: string, names?: NameBook): Query {
  const parsed = parseQuery(text, names ? { names } : {})
  if (parsed.kind === 'query') return parsed.query
  throw new Error(parsed.problems[0]?.message)
}
