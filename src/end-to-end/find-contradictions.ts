// For tests: everything that must be so in a home, whatever happened to it. In: a home that nobody works on.
// Out: sentences on what is missing, doubled or at odds; none when everything is there exactly once.

import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { CustodyEntry } from '../domain/capture.ts'
import { readRecords } from '../lib/warc/read-records.ts'
import { fieldOf } from '../lib/warc/warc-record.ts'
import { checkChain } from '../preserve/custody.ts'
import { openArchiveReader } from '../store/archive/folder-archive.ts'
import { homePlaces } from '../tools.ts'

type Row = Readonly<Record<string, unknown>>

/** Each query lists what must not be. */
const impossible: Readonly<Record<string, string>> = {
  'address that is two items': 'select url from items group by url having count(*) > 1',
  'item whose versions are not its captures':
    'select url from items i where versions <> (select count(*) from captures c where c.item_id = i.id)',
  'capture without a reading':
    'select url from captures c where not exists (select 1 from readings r where r.capture_id = c.id)',
  'item that is captured and not read':
    "select url from items where versions > 0 and (state <> 'read' or reading_id is null)",
  'item that nobody has visited': "select url from items where state = 'promised'",
  'item whose reading is not of its latest capture': `select i.url from items i join readings r on r.id = i.reading_id
    where r.capture_id <> (select id from captures c where c.item_id = i.id order by requested_at desc, id desc limit 1)`,
  'reading in use that is not searchable': `select i.url from items i join readings r on r.id = i.reading_id where r.indexed_at is null`,
  'capture that the custody log does not have exactly once': `select url from captures c
    where 1 <> (select count(*) from custody where deed = 'capture' and subject = c.id)`,
  'capture in the custody log that is not there': `select subject from custody
    where deed = 'capture' and subject not in (select id from captures)`,
  'job that runs or has failed': "select name || ' ' || coalesce(error, '') from jobs where state <> 'queued'",
  'job that should have been done': `select name || ' ' || data from jobs where run_at <= ${Date.now()}
    and (lane is null or lane in (select lane from lanes where free_at <= ${Date.now()}))`,
}

export async function findContradictions(home: string): Promise<string[]> {
  const places = homePlaces(home)
  const records = new DatabaseSync(places.records, { readOnly: true })
  const index = new DatabaseSync(places.search, { readOnly: true })
  try {
    const found = Object.entries(impossible).flatMap(([what, query]) =>
      records
        .prepare(query)
        .all()
        .map((row) => `${what}: ${Object.values(row).join()}`),
    )
    const chain = await checkChain(records.prepare('select * from custody order by sequence').all().map(toEntry))
    if (chain.kind === 'broken') found.push(chain.reason)
    found.push(...compare('search index', listDocuments(index), listReadItems(records)))
    found.push(...(await compareArchive(places.archive, records)))
    return found
  } finally {
    records.close()
    index.close()
  }
}

function toEntry(row: Row): CustodyEntry {
  return { ...row, details: JSON.parse(String(row['details'])) as CustodyEntry['details'] } as CustodyEntry
}

/** Pages that are read, and imported articles. */
function listReadItems(records: DatabaseSync): string[] {
  return records
    .prepare('select id from items where reading_id is not null union all select id from articles')
    .all()
    .map(({ id }) => String(id))
}

function listDocuments(index: DatabaseSync): string[] {
  return index
    .prepare('select id from documents')
    .all()
    .map(({ id }) => String(id))
}

/** Every record of the archive must come from a capture, and every capture must have all of its records. */
async function compareArchive(folder: string, records: DatabaseSync): Promise<string[]> {
  const archive = openArchiveReader(folder)
  const files = await archive.list()
  const captures = records.prepare('select * from captures').all()
  const acknowledged = records.prepare('select * from archive_files').all()
  const sizes = files.map(({ file, bytes }) => `${file} ${bytes}`)
  const places: string[] = []
  const visits: string[] = []
  for (const { file } of files) {
    await archive.readFile(file, async (source) => {
      for await (const finding of readRecords(source)) {
        if (finding.kind === 'damage') visits.push(`damage at ${finding.offset}: ${finding.reason}`)
        else if (finding.record.type !== 'warcinfo') {
          const { type, fields, offset } = finding.record
          visits.push(`${type} ${fieldOf(fields, 'WARC-Target-URI')}`)
          if (type === 'response' || type === 'resource') places.push(`${file} ${offset}`)
        }
      }
    })
  }
  const promised = captures.map((row) => `${String(row['warc_file'])} ${String(row['warc_offset'])}`)
  return [
    ...compare(
      'archive files',
      sizes,
      acknowledged.map((row) => `${String(row['file'])} ${String(row['acknowledged'])}`),
    ),
    ...compare('archive', visits, captures.flatMap(listVisits)),
    ...promised.filter((place) => !places.includes(place)).map((place) => `no response lies at ${place}`),
  ]
}

/** The records that one capture has made. */
function listVisits(capture: Row): string[] {
  // A file that a person handed over: no server said anything.
  if (capture['status'] === 0) return [`resource ${String(capture['url'])}`, `metadata ${String(capture['url'])}`]
  const hops = JSON.parse(String(capture['redirects'])) as { url: string }[]
  const urls = [...hops.map(({ url }) => url), String(capture['final_url'])]
  return [...urls.flatMap((url) => [`response ${url}`, `request ${url}`]), `metadata ${String(capture['final_url'])}`]
}

/** Two lists that must hold the same, each thing as often. */
function compare(what: string, found: readonly string[], expected: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1)
  for (const one of expected) counts.set(one, (counts.get(one) ?? 0) - 1)
  return [...counts]
    .filter(([, n]) => n !== 0)
    .map(([one, n]) => `${what}: ${one} is there ${n > 0 ? 'too often' : 'too seldom'}`)
}

/** One digest over all words of the search index with their places, in whatever order they were written. */
export function digestIndex(home: string): string {
  const index = new DatabaseSync(homePlaces(home).search)
  try {
    index.exec("create virtual table temp.places using fts5vocab('main', 'words', 'instance')")
    const rows = index.prepare(
      'select d.id, p.col, p.offset, p.term from temp.places p join documents d on d.no = p.doc order by 1, 2, 3, 4',
    )
    const hash = createHash('sha256')
    for (const row of rows.iterate()) hash.update(`${Object.values(row).join(' ')}\n`)
    return hash.digest('hex')
  } finally {
    index.close()
  }
}
