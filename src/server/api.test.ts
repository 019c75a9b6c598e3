import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Discovery } from '../collect/discover.ts'
import { findFeed } from '../store/feeds.ts'
import type { Problem } from './shapes/problem.ts'
import type { CaptureDetail } from './shapes/capture.ts'
import type { Failures } from './shapes/failure.ts'
import type { ItemChanges, ItemDetail, ItemList } from './shapes/item.ts'
import type { OpmlImport } from './shapes/opml.ts'
import type { OutletDetail, OutletList } from './shapes/outlet.ts'
import type { SearchCounts, SearchResult } from './shapes/search.ts'
import type { Status } from './shapes/status.ts'
import { addTestItem, addTestOutlet, addTestVersion, NOON, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'

const HOUR = 3_600_000
let desk: TestDesk
before(async () => void (desk = await openTestDesk()))
after(async () => {
  await desk.close()
  assert.deepEqual(desk.logged, [], 'nothing here was a mistake of ours')
})

async function get<Body>(path: string): Promise<Body> {
  const answer = await desk.ask(path)
  assert.equal(answer.status, 200, `${path}: ${answer.status}`)
  return (await answer.json()) as Body
}

async function refuse(answer: Response, status: number, code: string): Promise<Problem> {
  assert.equal(answer.status, status)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json')
  const problem = (await answer.json()) as Problem
  assert.equal(problem.code, code)
  assert.equal(problem.status, status)
  return problem
}

test('an outlet is added with its feeds, and each is polled at once', async () => {
  const { id, feedId } = await addTestOutlet(desk, 'Al-Manara', 'www.al-manara.example')
  const outlet = await get<OutletDetail>(`/api/outlets/${id}`)
  assert.deepEqual(outlet.domains, ['al-manara.example'])
  assert.equal(outlet.health, 'never-polled')
  assert.equal(outlet.feedList[0]?.id, feedId)
  const [job] = await desk.tools.queue.claim(NOON, { laned: 1, laneless: 1 })
  assert.deepEqual(job?.data, { feedId })
  assert.equal(job?.lane, 'www.al-manara.example')
})

test('an outlet whose feed is watched already is not half added', async () => {
  await addTestOutlet(desk, 'First', 'first.example')
  const answer = await sendJson(desk, 'POST', '/api/outlets', {
    name: 'Second',
    homepage: 'https://second.example/',
    feeds: [{ url: 'https://FIRST.example:443/feed.xml?utm_source=x', kind: 'syndication' }],
  })
  await refuse(answer, 409, 'conflict')
  const { outlets } = await get<OutletList>('/api/outlets')
  assert.equal(
    outlets.some((outlet) => outlet.name === 'Second'),
    false,
  )
})

test('a wrong field is named, with what to write instead', async () => {
  const answer = await sendJson(desk, 'POST', '/api/outlets', {
    name: ' ',
    homepage: 'ftp://x',
    languages: ['not a tag'],
  })
  const problem = await refuse(answer, 400, 'bad-input')
  assert.deepEqual(problem.fields?.map((field) => field.path).sort(), ['homepage', 'languages.0', 'name'])
})

test('bodies that are no JSON, of another kind, or huge are refused and the server lives on', async () => {
  const json = { 'content-type': 'application/json' }
  await refuse(await desk.ask('/api/outlets', { method: 'POST', headers: json, body: '{"name":' }), 400, 'bad-input')
  await refuse(
    await desk.ask('/api/outlets', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }),
    415,
    'bad-input',
  )
  const huge = JSON.stringify({ name: 'x'.repeat(2_000_000) })
  await refuse(await desk.ask('/api/outlets', { method: 'POST', headers: json, body: huge }), 413, 'bad-input')
  const untold = { method: 'POST', headers: json, body: new Blob(['{}']).stream(), duplex: 'half' } as RequestInit
  await refuse(await desk.ask('/api/outlets', untold), 411, 'bad-input')
  const endless = new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(65_536).fill(32)) })
  const drip = { method: 'POST', headers: json, body: endless, duplex: 'half' } as RequestInit
  const end = await desk.ask('/api/outlets', drip).catch(() => ({ status: 411 })) // or the connection ends first
  assert.equal(end.status, 411)
  assert.equal((await get<Status>('/api/status')).version, '0.0.0-test')
})

test('an outlet changes in the fields given, keeps the others, and goes only while it has kept nothing', async () => {
  const { id } = await addTestOutlet(desk, 'Old name', 'changing.example')
  const changed = (await (
    await sendJson(desk, 'PATCH', `/api/outlets/${id}`, { version: 1, name: 'New name' })
  ).json()) as OutletDetail
  assert.equal(changed.name, 'New name')
  assert.deepEqual(changed.domains, ['changing.example'])
  await addTestItem(desk, 'changing.example', { path: '/1', title: 't', text: 'x' })
  await refuse(await desk.ask(`/api/outlets/${id}`, { method: 'DELETE' }), 409, 'conflict')
  const other = await addTestOutlet(desk, 'Empty', 'empty.example')
  assert.equal((await desk.ask(`/api/outlets/${other.id}`, { method: 'DELETE' })).status, 204)
  await refuse(await desk.ask(`/api/outlets/${other.id}`), 404, 'not-found')
})

test('a later statement takes the place of an earlier from its day on, and both stay', async () => {
  const { id } = await addTestOutlet(desk, 'Stated', 'stated.example')
  const state = (value: string, validFrom: string | null) =>
    sendJson(desk, 'POST', `/api/outlets/${id}/statements`, {
      kind: 'descriptor',
      value,
      validFrom,
      signedBy: 'M. Okafor',
    })
  assert.equal((await state('pan-Arab daily', null)).status, 201)
  await state('Qatari-aligned daily', '2023-09-17')
  const today = await get<OutletDetail>(`/api/outlets/${id}`) // the desk's clock stands at 16 September
  assert.equal(today.descriptor?.value, 'pan-Arab daily')
  assert.equal(today.statements.length, 2)
  await addTestItem(desk, 'stated.example', { path: '/now', title: 't', text: 'x' })
  const { items } = await get<ItemList>(`/api/items?outlet=${id}`)
  assert.equal(items[0]?.outlet.descriptor?.value, 'pan-Arab daily')
  await refuse(
    await sendJson(desk, 'POST', `/api/outlets/${id}/statements`, { kind: 'descriptor', value: 'x', signedBy: ' ' }),
    400,
    'bad-input',
  )
})

test('a paused feed is not polled, a resumed one at once', async () => {
  const { id, feedId } = await addTestOutlet(desk, 'Paused', 'paused.example')
  const waiting = async () => (await desk.tools.queue.counts(NOON))['collect.feed'].waiting
  const before = await waiting()
  await sendJson(desk, 'PATCH', `/api/feeds/${feedId}`, { state: 'paused' })
  assert.equal(await waiting(), before - 1)
  await refuse(await desk.ask(`/api/feeds/${feedId}/polls`, { method: 'POST' }), 409, 'conflict')
  assert.equal((await get<OutletDetail>(`/api/outlets/${id}`)).health, 'paused')
  await sendJson(desk, 'PATCH', `/api/feeds/${feedId}`, { state: 'watching', conditionalGet: false })
  assert.equal(await waiting(), before)
  const feed = await findFeed(desk.db, feedId as never)
  assert.equal(feed?.conditionalGet, false)
  assert.equal((await desk.ask(`/api/feeds/${feedId}/polls`, { method: 'POST' })).status, 202)
  assert.equal(await waiting(), before, 'one poll waits, however often it is asked for')
  assert.equal((await desk.ask(`/api/feeds/${feedId}`, { method: 'DELETE' })).status, 204)
})

test('a listing without a selector is not taken', async () => {
  const { id } = await addTestOutlet(desk, 'Lists', 'lists.example')
  const feed = { url: 'https://lists.example/news', kind: 'listing' }
  await refuse(await sendJson(desk, 'POST', `/api/outlets/${id}/feeds`, feed), 400, 'bad-input')
  const answer = await sendJson(desk, 'POST', `/api/outlets/${id}/feeds`, { ...feed, selector: 'h2 a' })
  assert.equal(answer.status, 201)
})

test('the list of items goes on where the page before ended, and leaves none out', async () => {
  const { id } = await addTestOutlet(desk, 'Many', 'many.example')
  for (let n = 0; n < 7; n++) {
    await addTestItem(desk, 'many.example', {
      path: `/${n}`,
      title: `title ${n}`,
      text: 'x',
      at: NOON - Math.floor(n / 2) * HOUR,
    })
  }
  const seen: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: ItemList = await get(`/api/items?limit=3&outlet=${id}${next ? `&before=${next}` : ''}`)
    assert.equal(page.total, 7)
    seen.push(...page.items.map((item) => item.title ?? ''))
    next = page.next
  }
  assert.equal(new Set(seen).size, 7)
  assert.deepEqual(
    seen.map((title) => Math.floor(Number(title.at(-1)) / 2)),
    [0, 0, 1, 1, 2, 2, 3],
  )
})

test('places, ids and filters that nobody gave out are refused', async () => {
  for (const query of [
    'before=x',
    'before=zz.zz',
    `before=${'9'.repeat(30)}.018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4`,
    'limit=0',
    'limit=1e9',
    'outlet=1%27%20or%201=1',
    'state=lost',
  ]) {
    await refuse(await desk.ask(`/api/items?${query}`), 400, 'bad-input')
  }
  const noSuch = await refuse(await desk.ask('/api/items/..%2f..%2fetc'), 404, 'not-found')
  assert.match(noSuch.detail, /^There is no such item here/)
  await refuse(await desk.ask('/api/items/018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4'), 404, 'not-found')
})

test('an item shows who speaks, its reading, and what became of each version', async () => {
  await addTestOutlet(desk, 'Versions', 'versions.example')
  const first = { title: 'قادة مالي', text: 'وقّعت مالي وبوركينا فاسو والنيجر الميثاق. قتل 7 جنود.' }
  const { itemId, captureId } = await addTestItem(desk, 'versions.example', { path: '/a', ...first })
  await addTestVersion(desk, itemId, { ...first, at: NOON + HOUR })
  const third = await addTestVersion(desk, itemId, {
    title: 'قادة مالي',
    text: first.text.replace('7', '17'),
    at: NOON + 2 * HOUR,
  })
  const item = await get<ItemDetail>(`/api/items/${itemId}`)
  assert.equal(item.direction, 'rtl')
  assert.equal(item.publishedEdtf, '2023-09-16')
  assert.equal(item.reading?.published?.literal, '١٦ سبتمبر ٢٠٢٣')
  assert.equal(item.reading?.text.slice(0, 4), 'وقّع')
  assert.deepEqual(
    item.captures.map((version) => version.change),
    ['reworded', 'same-bytes', 'first'],
  )
  assert.equal(item.versions, 3)

  const changes = await get<ItemChanges>(`/api/items/${itemId}/changes?from=${captureId}&to=${third}`)
  assert.equal(changes.sameText, false)
  assert.equal(changes.title, null)
  const [block] = changes.blocks
  const pieces = block?.kind === 'reworded' ? block.pieces : []
  assert.deepEqual(
    pieces.filter((piece) => piece.kind !== 'same').map((piece) => [piece.kind, piece.text]),
    [
      ['removed', '7'],
      ['added', '17'],
    ],
  )
})

test('versions of another item are not compared', async () => {
  await addTestOutlet(desk, 'Two', 'two.example')
  const one = await addTestItem(desk, 'two.example', { path: '/1', title: 'a', text: 'a' })
  const other = await addTestItem(desk, 'two.example', { path: '/2', title: 'b', text: 'b' })
  await refuse(
    await desk.ask(`/api/items/${one.itemId}/changes?from=${one.captureId}&to=${other.captureId}`),
    404,
    'not-found',
  )
})

test('a page is captured again when a person asks', async () => {
  await addTestOutlet(desk, 'Again', 'again.example')
  const { itemId } = await addTestItem(desk, 'again.example', { path: '/1', title: 'a', text: 'a' })
  assert.equal((await desk.ask(`/api/items/${itemId}/captures`, { method: 'POST' })).status, 202)
  const jobs = await desk.db.selectFrom('jobs').select('data').where('key', '=', `item:${itemId}`).execute()
  assert.deepEqual(
    jobs.map((job) => JSON.parse(job.data)),
    [{ itemId, again: true }],
  )
})

test('a capture shows its evidence, and is verified when a person asks', async () => {
  await addTestOutlet(desk, 'Evidence', 'evidence.example')
  const { captureId } = await addTestItem(desk, 'evidence.example', { path: '/1', title: 'a', text: 'a' })
  const capture = await get<CaptureDetail>(`/api/captures/${captureId}`)
  assert.equal(capture.finalUrl, 'https://evidence.example/1')
  assert.deepEqual(capture.headers, [['Content-Type', 'text/html']])
  assert.equal(capture.view, 'page')
  const answer = await desk.ask(`/api/captures/${captureId}/verification`, { method: 'POST' })
  assert.deepEqual(await answer.json(), { kind: 'holds', checkedAt: NOON, digest: capture.digest })
  const record = await desk.ask(`/api/captures/${captureId}/record`)
  assert.equal(record.headers.get('content-disposition'), `attachment; filename="capture-${captureId}.warc"`)
})

test('search lights what it found, in the original’s own script', async () => {
  const { id } = await addTestOutlet(desk, 'Al-Ufuq', 'ufuq.example')
  await addTestItem(desk, 'ufuq.example', {
    path: '/1',
    title: 'عملية «طوفان الأقصى»',
    text: 'بدأت عملية «طوفان الأقصى» فجر السبت.',
  })
  const result = await get<SearchResult>(`/api/search?q=${encodeURIComponent('الطوفان outlet:ufuq')}`)
  const [hit] = result.hits
  assert.equal(result.total.count, 1)
  assert.equal(hit?.outlet.id, id)
  const [passage] = hit?.passages ?? []
  const [range] = passage?.ranges ?? []
  assert.equal(passage?.text.slice(range?.start, range?.end), 'طوفان')
  assert.equal(hit?.titleRanges.length, 1)
  const counts = await get<SearchCounts>(`/api/search/counts?q=${encodeURIComponent('طوفان')}`)
  assert.deepEqual(counts.outlets, [{ id, name: 'Al-Ufuq', count: 1 }])
  assert.deepEqual(counts.languages, [{ language: 'ar', count: 1 }])
  assert.deepEqual(counts.days, [{ day: '2023-09-16', count: 1 }])
})

test('a query that cannot be understood says where, and finds nothing', async () => {
  const result = await get<SearchResult>(`/api/search?q=${encodeURIComponent('mali after:yesterday')}`)
  assert.deepEqual(result.hits, [])
  assert.equal(result.problems[0]?.start, 5)
  await refuse(await desk.ask(`/api/search?q=${'x'.repeat(2001)}`), 400, 'bad-input')
})

test('search goes on where the page before ended', async () => {
  await addTestOutlet(desk, 'Pages', 'pages.example')
  for (let n = 0; n < 5; n++)
    await addTestItem(desk, 'pages.example', { path: `/${n}`, title: `t${n}`, text: 'zanzibar', at: NOON - n * HOUR })
  const first = await get<SearchResult>('/api/search?q=zanzibar&limit=3')
  assert.deepEqual(
    first.hits.map((hit) => hit.title),
    ['t0', 't1', 't2'],
  )
  const second = await get<SearchResult>(
    `/api/search?q=zanzibar&limit=3&before=${encodeURIComponent(first.next ?? '')}`,
  )
  assert.deepEqual(
    second.hits.map((hit) => hit.title),
    ['t3', 't4'],
  )
  await refuse(await desk.ask('/api/search?q=zanzibar&before=nonsense'), 400, 'bad-input')
})

test('a page by its address goes to the outlet that owns the host, or to a new one', async () => {
  const { id } = await addTestOutlet(desk, 'Owner', 'owner.example')
  const { feeds } = (await get<Status>('/api/status')).counts
  const add = async (url: string) =>
    (await sendJson(desk, 'POST', '/api/pages', { url })).json() as Promise<{ outletId: string; kind: string }>
  assert.equal((await add('https://news.owner.example/a')).outletId, id)
  assert.equal((await add('https://news.owner.example/a#part')).kind, 'known')
  const stranger = await add('https://stranger.example/a')
  assert.equal((await get<OutletDetail>(`/api/outlets/${stranger.outletId}`)).name, 'stranger.example')
  await refuse(await sendJson(desk, 'POST', '/api/pages', { url: 'javascript:alert(1)' }), 400, 'bad-input')
  const before = await get<Status>('/api/status')
  for (const url of [
    'http://127.0.0.1/a',
    'http://[::1]/',
    'http://0x7f.1/',
    'https://10.0.0.8/a',
    'https://a.example:22/',
  ])
    await refuse(await sendJson(desk, 'POST', '/api/pages', { url }), 400, 'bad-input')
  assert.deepEqual((await get<Status>('/api/status')).counts, before.counts, 'nothing is left of what was refused')
  assert.equal(before.counts.feeds, feeds, 'what stands for pages added by hand is not a feed that anybody watches')
})

test('a file is taken as a form, with its bytes as they are; a larger one than allowed is refused', async () => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array([0xff, 0x00, 0x41])], '../../etc/evil".pdf', { type: 'application/pdf' }))
  const answer = await desk.ask('/api/files', { method: 'POST', body: form })
  assert.equal(answer.status, 202)
  assert.deepEqual([...(desk.files[0]?.bytes ?? [])], [0xff, 0x00, 0x41])
  const empty = new FormData()
  empty.set('file', new File([], 'x.html'))
  await refuse(await desk.ask('/api/files', { method: 'POST', body: empty }), 400, 'bad-input')
  await refuse(await desk.ask('/api/files', { method: 'POST', body: new FormData() }), 400, 'bad-input')
  const large = new FormData()
  large.set('file', new File([new Uint8Array(2_000_000)], 'x.pdf'))
  await refuse(await desk.ask('/api/files', { method: 'POST', body: large }), 413, 'bad-input')
})

test('what discovery finds says whether it is watched already; what cannot be reached says why', async () => {
  await addTestOutlet(desk, 'Found', 'found.example')
  const feed = {
    kind: 'syndication',
    title: null,
    selector: null,
    how: 'named in the page',
    count: 2,
    newestAt: NOON,
    samples: [],
    languages: [],
    notes: [],
    recommended: true,
  } as const
  const found: Discovery = {
    kind: 'found',
    address: 'https://found.example/',
    outlet: {
      name: 'Found',
      nameAsPrinted: null,
      homepage: 'https://found.example/',
      languages: ['en'],
      country: null,
    },
    feeds: [
      { ...feed, url: 'https://found.example/feed.xml' },
      { ...feed, url: 'https://found.example/other.xml' },
    ],
    notes: [],
  }
  const other = await openTestDesk({ discover: async () => found, db: desk.db })
  const answer = await sendJson(other, 'POST', '/api/discoveries', { address: 'found.example' })
  const body = (await answer.json()) as { feeds: { subscribed: boolean }[] }
  assert.deepEqual(
    body.feeds.map((one) => one.subscribed),
    [true, false],
  )
  await other.close()
  await refuse(await sendJson(desk, 'POST', '/api/discoveries', { address: 'nowhere.example' }), 502, 'network')
})

test('a list of feeds goes out and comes in again without changing anything', async () => {
  const answer = await desk.ask('/api/opml')
  assert.equal(answer.headers.get('content-type'), 'text/x-opml; charset=utf-8')
  const text = await answer.text()
  const send = async (body: string, query = '') =>
    (
      await desk.ask(`/api/opml${query}`, { method: 'POST', headers: { 'content-type': 'text/x-opml' }, body })
    ).json() as Promise<OpmlImport>
  const again = await send(text)
  assert.equal(again.newFeeds, 0)
  assert.ok(again.knownFeeds > 5)
  const list =
    '<opml version="2.0"><body><outline text="New" xmlUrl="https://new.example/rss" htmlUrl="https://new.example/"/></body></opml>'
  const dry = await send(list, '?dryRun=true')
  assert.deepEqual([dry.dryRun, dry.newOutlets, dry.newFeeds], [true, 1, 1])
  assert.equal((await send(list)).newFeeds, 1, 'the dry run kept nothing')
  assert.equal((await send(list)).newFeeds, 0)
  const form = new FormData()
  form.set(
    'file',
    new File(
      [
        Buffer.from(
          `<?xml version="1.0" encoding="windows-1251"?>${list.replace('New"', '\xc2\xe5\xf1\xf2\xed\xe8\xea"')}`,
          'latin1',
        ),
      ],
      'a.opml',
    ),
  )
  const asForm = (await (await desk.ask('/api/opml?dryRun=true', { method: 'POST', body: form })).json()) as OpmlImport
  assert.equal(asForm.outlets[0]?.feeds[0]?.title, 'Вестник')
  await refuse(await desk.ask('/api/opml', { method: 'POST', body: new FormData() }), 400, 'bad-input')
  await refuse(await desk.ask('/api/opml', { method: 'POST', body: 'not a list' }), 400, 'bad-input')
})

test('failures are listed with their reason, and a failed job can be tried again', async () => {
  const [job] = await desk.tools.queue.claim(NOON + HOUR, { laned: 1, laneless: 0 })
  assert.ok(job)
  await desk.tools.queue.bury(desk.db, job, { error: 'The disk said no.', freeAt: NOON })
  const { jobs } = await get<Failures>('/api/failures')
  assert.equal(jobs[0]?.reason, 'The disk said no.')
  assert.notEqual(jobs[0]?.subject.id, null)
  assert.equal((await desk.ask(`/api/jobs/${job.id}/retry`, { method: 'POST' })).status, 202)
  await refuse(await desk.ask(`/api/jobs/${job.id}/retry`, { method: 'POST' }), 404, 'not-found')
})

test('a mistake of ours says so and nothing more', async () => {
  const failing = await openTestDesk({
    measureArchive: async () => {
      throw new Error('secret path /home/analyst')
    },
  })
  const answer = await failing.ask('/api/status')
  const text = await answer.text()
  assert.equal(answer.status, 500)
  assert.doesNotMatch(text, /secret/)
  assert.match(String(failing.logged[0]), /secret path/)
  await failing.close()
})
