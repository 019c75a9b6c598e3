// A folder of pages that the code has never seen goes the whole way by the commands a person would type:
// found, subscribed to, collected, read, searched, and read anew.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { WorkSummary } from '../cli/work-through.ts'
import { errorCodes } from '../domain/errors.ts'
import { askRecords } from './ask-records.ts'
import { digestIndex, findContradictions } from './find-contradictions.ts'
import { dragoman, dragomanJson } from './run-dragoman.ts'
import { collectSite, HOST, openSite, unseenPages } from './unseen-site.ts'

const titles = unseenPages.map(({ title }) => title)

type Found = {
  readonly total: { readonly count: number }
  readonly hits: readonly { readonly title: string; readonly publishedEdtf: string }[]
}

test('from an address to pages that are read, dated and found', async (t) => {
  const { home, settings } = await openSite(t)
  const look = await dragomanJson<{ feeds: { url: string; count: number }[]; subscribed: null }>(
    settings,
    'outlets',
    'add',
    HOST,
  )
  assert.deepEqual(look.feeds.filter(({ count }) => count === titles.length).length > 0, true)
  assert.deepEqual(await dragomanJson(settings, 'outlets'), [], 'looking keeps nothing')

  const added = await dragoman(settings, 'outlets', 'add', HOST, '--subscribe', '--name', 'The Quay Post')
  assert.equal(added.code, 0, added.notes)
  assert.match(added.out, /watched from now on/)
  const [outlet] = await dragomanJson<{ name: string; domains: string[] }[]>(settings, 'outlets')
  assert.deepEqual([outlet?.name, outlet?.domains], ['The Quay Post', [HOST]])
  assert.match((await dragoman(settings, 'feeds')).out, /news\.rss[^]*not polled yet/)

  const collected = await dragoman(settings, 'collect')
  assert.equal(collected.code, 0)
  assert.match(collected.out, /3 items noticed, 3 captures kept, 3 readings, 3 searchable/)
  assert.deepEqual((await dragomanJson<WorkSummary>(settings, 'collect')).counts.items, 3)

  for (const { title, day, lines } of unseenPages) {
    const words = (lines[1] ?? '').split(' ').slice(0, 6).join(' ')
    const { hits } = await dragomanJson<Found>(settings, 'search', `"${words}"`)
    assert.deepEqual(
      hits.map(({ title }) => title.includes(title)),
      [true],
      words,
    )
    assert.ok(hits[0]?.title.includes(title))
    assert.equal(hits[0]?.publishedEdtf, day)
  }
  const shown = await dragoman(settings, 'search', 'dredgers')
  assert.match(shown.out, /^1 found[^]*Dredgers return/)
  assert.match((await dragoman(settings, 'status')).out, /3 items, 3 captures, 3 readings, 3 searchable/)
  const [row] = askRecords(home, "select text from readings where text like '%Ellerby%'")
  assert.doesNotMatch(String(row?.['text']), /Ropewalk|Tides/, 'menus and footers are no text')
  assert.deepEqual(await findContradictions(home), [])
})

test('one page is read on request without being kept, and kept on request', async (t) => {
  const { settings } = await openSite(t)
  const address = `http://${HOST}${unseenPages[0]?.path}`
  const reading = await dragomanJson<{ title: string; text: string }>(settings, 'read', address)
  assert.match(reading.title, /Dredgers return/)
  assert.equal((await dragomanJson<{ counts: { items: number } }>(settings, 'status')).counts.items, 0)
  assert.equal((await dragomanJson<WorkSummary>(settings, 'collect', '--page', address)).counts.captures, 1)
  assert.equal((await dragoman(settings, 'read', `http://${HOST}/nothing-here`)).code, errorCodes.network.exit)
  assert.equal((await dragoman(settings, 'read', `http://${HOST}/lost`)).code, errorCodes.network.exit)
})

test('a rebuild makes the same readings and the same index again', async (t) => {
  const { home, settings } = await collectSite(t)
  const readings = () => askRecords(home, 'select capture_id, title, text, details from readings order by capture_id')
  const before = { readings: readings(), index: digestIndex(home) }
  const rebuilt = await dragoman(settings, 'rebuild')
  assert.match(rebuilt.out, /3 captures read \(0 unreadable\), 3 documents searchable/)
  assert.deepEqual({ readings: readings(), index: digestIndex(home) }, before)
  assert.equal((await dragomanJson<{ indexed: number }>(settings, 'rebuild', '--index-only')).indexed, 3)
  assert.equal((await dragoman(settings, 'verify-archive')).code, 0)
})

test('feeds go out as OPML and come in again', async (t) => {
  const { folder, settings } = await collectSite(t)
  const file = join(folder, 'list.opml')
  assert.equal((await dragoman(settings, 'feeds', 'export', file)).code, 0)
  const other = { ...settings, DRAGOMAN_HOME: join(folder, 'other') }
  await dragomanJson(other, 'feeds', 'import', file, '--dry-run')
  assert.deepEqual(await dragomanJson(other, 'feeds'), [])
  await dragomanJson(other, 'feeds', 'import', file)
  const urls = (feeds: { url: string }[]): string[] => feeds.map(({ url }) => url).toSorted()
  assert.deepEqual(urls(await dragomanJson(other, 'feeds')), urls(await dragomanJson(settings, 'feeds')))
})
