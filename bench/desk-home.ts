// Makes a home with as many items as one likes, by direct inserts: for measuring the desk at a size that takes years.
//
//   node bench/desk-home.ts FOLDER [items = 1000000] [--readings 50000] [--search]
//
// 240 outlets in 40 countries write in 12 languages, three feeds each; one item in ten has been triaged. The newest
// `--readings` items have a text, and a translation of it unless it is English; the others stand as captured, so that the
// file stays near a gigabyte. `--search` fills the search index with those that have one (the desk does it by itself at its start otherwise).

import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { newId } from '../src/domain/id.ts'
import { rebuildIndex } from '../src/read/rebuild-index.ts'
import { openDb } from '../src/store/db.ts'
import { migrate } from '../src/store/migrate.ts'
import { openFtsIndex } from '../src/store/search/open-fts-index.ts'

const OUTLETS = 240
const FEEDS_EACH = 3
const DAY = 86_400_000
const DAYS = 1_000
const languages = ['ar', 'fa', 'ru', 'zh-Hans', 'es', 'fr', 'pt', 'id', 'ps', 'uk', 'tr', 'en'] as const
const words: Readonly<Record<string, readonly string[]>> = {
  ar: ['الميناء', 'الوزير', 'الاتفاق', 'القوات', 'المدينة', 'النفط', 'السفينة', 'المحادثات', 'الحدود', 'التدريب'],
  fa: ['بندر', 'وزیر', 'توافق', 'نیروها', 'شهر', 'نفت', 'کشتی', 'گفتگو', 'مرز', 'رزمایش'],
  ru: ['порт', 'министр', 'соглашение', 'войска', 'город', 'нефть', 'судно', 'переговоры', 'граница', 'учения'],
  'zh-Hans': ['港口', '部长', '协议', '部队', '城市', '石油', '船只', '会谈', '边境', '演习'],
  en: ['harbour', 'minister', 'accord', 'forces', 'city', 'oil', 'vessel', 'talks', 'border', 'exercise'],
}
const alignments = ['state-owned', 'pro-government', 'opposition', 'independent', 'party organ']
const triage = ['opened', 'opened', 'opened', 'skipped', 'skipped', 'picked', 'parked'] as const

/** Numbers that look like chance and are the same each time. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export type DeskHome = { readonly items: number; readonly readings: number; readonly seconds: number }

/** @param folder must not hold a home yet */
export async function makeDeskHome(folder: string, items: number, readings: number): Promise<DeskHome> {
  const started = performance.now()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'desk.db')
  const db = await openDb({ kind: 'sqlite', path })
  await migrate(db)
  await db.destroy()
  const raw = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  raw.exec('pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -262144; begin')
  const outlets = addOutlets(raw)
  addItems(raw, outlets, items, Math.min(readings, items))
  raw.exec('commit; pragma wal_checkpoint(truncate); analyze')
  raw.close()
  return { items, readings: Math.min(readings, items), seconds: (performance.now() - started) / 1000 }
}

type BenchOutlet = {
  readonly id: string
  readonly host: string
  readonly language: string
  readonly feeds: readonly string[]
}

const SEGMENTS = 20
const NOW = Date.UTC(2026, 10, 20, 18)

function addOutlets(raw: DatabaseSync): BenchOutlet[] {
  const addOutlet = raw.prepare('insert into outlets values (?, ?, null, ?, ?, ?, ?, 1, null)')
  const addDomain = raw.prepare('insert into outlet_domains values (?, ?)')
  const addStatement = raw.prepare(
    "insert into outlet_statements values (?, ?, ?, ?, null, 'bench', ?, 'bench', null, null, '[]')",
  )
  const addFeed = raw.prepare(
    `insert into feeds values (?, ?, ?, 'syndication', null, null, 'watching', 1, null, null, null, 60, null, ?, ?, 0, '{"kind":"well"}', ?, 1)`,
  )
  const since = NOW - DAYS * DAY
  return Array.from({ length: OUTLETS }, (_, no) => {
    const id = newId(since)
    const host = `press-${no}.example`
    const language = languages[no % languages.length] ?? 'en'
    const country = `${String.fromCharCode(65 + (no % 40) / 5)}${String.fromCharCode(65 + (no % 5))}`
    addOutlet.run(id, `Press ${no}`, `https://${host}/`, JSON.stringify([language]), country, since)
    addDomain.run(host, id)
    addStatement.run(newId(since), id, 'alignment', alignments[no % alignments.length] ?? '', since)
    addStatement.run(newId(since), id, 'descriptor', `daily number ${no}`, since)
    const feeds = Array.from({ length: FEEDS_EACH }, (__, feed) => {
      const feedId = newId(since)
      addFeed.run(feedId, id, `https://${host}/feed-${feed}.xml`, NOW, NOW, since)
      return feedId
    })
    return { id, host, language, feeds }
  })
}

function addItems(raw: DatabaseSync, outlets: readonly BenchOutlet[], items: number, readings: number): void {
  const chance = dice(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const addItem = raw.prepare(
    'insert into items values (?, ?, ?, ?, null, ?, ?, ?, ?, null, null, 0, ?, ?, ?, 1, ?, ?)',
  )
  const addCapture = raw.prepare(
    `insert into captures values (?, ?, ?, ?, '[]', 200, '[]', 'text/html', ?, ?, 100, 100, null, 'bench.warc.gz', ?, 1, 'bench')`,
  )
  const addTranslation = prepareTranslation(raw)
  const addReading = raw.prepare("insert into readings values (?, ?, ?, 'bench', ?, 'whole', ?, ?, ?, ?, ?)")
  for (let no = 0; no < items; no++) {
    // A few outlets print most of what there is.
    const outlet = outlets[Math.floor(chance() ** 2 * outlets.length)] as BenchOutlet
    const at = Math.round(NOW - ((items - no) / items) * DAYS * DAY)
    const stock = words[outlet.language] ?? words['en'] ?? []
    const title = Array.from({ length: 7 }, () => pick(stock)).join(outlet.language.startsWith('zh') ? '' : ' ')
    const isRead = no >= items - readings
    const isTriaged = chance() < 0.1
    const [id, captureId, readingId] = [newId(at), newId(at), newId(at)]
    const url = `https://${outlet.host}/${no}.html`
    const state = isRead ? 'read' : 'captured'
    addItem.run(
      id,
      outlet.id,
      pick(outlet.feeds),
      url,
      title,
      at,
      at,
      state,
      at,
      outlet.language,
      isRead ? readingId : null,
      isTriaged ? pick(triage) : 'new',
      isTriaged ? 1 : 0,
    )
    if (!isRead) continue
    const text = `${title}. ${Array.from({ length: 60 }, () => pick(stock)).join(' ')}`
    addCapture.run(captureId, id, url, url, at, createHash('sha256').update(url).digest('hex'), no)
    addReading.run(readingId, captureId, id, at, title, outlet.language, text, detailsOf(outlet.language, text), at)
    if (outlet.language !== 'en') addTranslation({ id, readingId, language: outlet.language, text, at })
  }
}

type Translated = {
  readonly id: string
  readonly readingId: string
  readonly language: string
  readonly text: string
  readonly at: number
}

/** A machine's translation of a reading, in as many segments as a page of the press has. */
function prepareTranslation(raw: DatabaseSync): (of: Translated) => void {
  const stock = words['en'] ?? []
  const add = raw.prepare(
    `insert into translations (id, reading_id, item_id, from_language, to_language, title, title_state, title_origin,
       segments, text_digest, state, lead, lead_state, created_at, changed_at, revision)
     values (?, ?, ?, ?, 'en', ?, 'machine', ?, ?, '', 'machine', ?, 'machine', ?, ?, 1)`,
  )
  const origin = { kind: 'engine', engine: 'bench', version: '1' }
  const target = stock.join(' ')
  const rest = { target, state: 'machine', origin, reviewedBy: null, reviewedAt: null, flags: [] }
  return ({ id, readingId, language, text, at }) => {
    const step = Math.ceil(text.length / SEGMENTS)
    const segments = Array.from({ length: SEGMENTS }, (_, no) => {
      const [start, end] = [no * step, Math.min((no + 1) * step, text.length)]
      return { start, end, source: text.slice(start, end), ...rest }
    })
    const title = `${target.slice(0, 50)} ${at % 1000}`
    const lead = `${target}. ${target}.`
    add.run(newId(at), readingId, id, language, title, JSON.stringify(origin), JSON.stringify(segments), lead, at, at)
  }
}

function detailsOf(language: string, text: string): string {
  return JSON.stringify({
    reason: null,
    byline: [],
    published: null,
    updated: null,
    languageConfidence: 1,
    direction: /^(ar|fa|ps)/.test(language) ? 'rtl' : 'ltr',
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    canonicalUrl: null,
    siteName: null,
    section: null,
    tags: [],
    leadImage: null,
    charset: 'utf-8',
    notes: [],
  })
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { readings: { type: 'string', default: '50000' }, search: { type: 'boolean', default: false } },
  })
  const [folder, items = '1000000'] = positionals
  if (folder === undefined) throw new Error('Name the folder that is to become a home: node bench/desk-home.ts FOLDER')
  const made = await makeDeskHome(folder, Number(items), Number(values.readings))
  console.log(`${made.items} items, ${made.readings} with a text, in ${made.seconds.toFixed(1)} s`)
  if (values.search) {
    const db = await openDb({ kind: 'sqlite', path: join(folder, 'desk.db') })
    const index = openFtsIndex(join(folder, 'search.db'), {})
    await rebuildIndex({ db, index, now: () => NOW })
    await index.close()
    await db.destroy()
  }
}
