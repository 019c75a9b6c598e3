// The desk over real HTTP: triage, filters, the register, searches, clips. Two people never overwrite each other unheard.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { indexMove } from '../read/index-move.job.ts'
import { parseRobots } from '../lib/robots.ts'
import { changeFeed, findFeedByUrl } from '../store/feeds.ts'
import { addNewItems } from '../store/items.ts'
import { saveRobots } from '../store/robots.ts'
import type { Problem } from './shapes/problem.ts'
import type { ItemCounts, ItemList } from './shapes/item.ts'
import type { OutletDetail, OutletRow, Statement } from './shapes/outlet.ts'
import type { OutletMoveResult } from './shapes/outlet-move.ts'
import type { Coverage, OutletHealthDetail } from './shapes/health.ts'
import type { PolicyRecord, RobotsView } from './shapes/policy.ts'
import type { RegisterImport } from './shapes/register.ts'
import type { AlertMade, SavedSearch } from './shapes/saved-search.ts'
import type { SearchResult } from './shapes/search.ts'
import type { Settings } from './shapes/setting.ts'
import type { TriageDone, TriageHistory } from './shapes/triage.ts'
import type { Trends } from './shapes/trend.ts'
import { addTestItem, addTestOutlet, askRaw, NOON, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'

let desk: TestDesk
before(async () => (desk = await openTestDesk()))
after(() => desk.close())

async function get<T>(path: string): Promise<T> {
  const answer = await desk.ask(path)
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`)
  return (await answer.json()) as T
}

async function send<T>(method: string, path: string, body: unknown, status = 200): Promise<T> {
  const answer = await sendJson(desk, method, path, body)
  assert.equal(answer.status, status, `${method} ${path}: ${await answer.clone().text()}`)
  return (status === 204 ? undefined : await answer.json()) as T
}

async function someItems(host: string, count: number): Promise<{ outletId: string; items: string[] }> {
  const { id } = await addTestOutlet(desk, host, host)
  const items: string[] = []
  for (let no = 0; no < count; no++) {
    const at = NOON - no * 3_600_000
    items.push(
      (await addTestItem(desk, host, { path: `/${no}`, title: `Title ${no}`, text: `الميناء ${no}`, at })).itemId,
    )
  }
  return { outletId: id, items }
}

test('a morning of triage: open, pick, mark, and take back, with counts that are right at every step', async () => {
  const { outletId, items } = await someItems('triage.example', 5)
  const counts = async () => (await get<ItemCounts>(`/api/items/counts?outlet=${outletId}`)).triage
  const all = items.map((id) => ({ id }))
  const opened = await send<TriageDone>('POST', '/api/triage', { items: all.slice(0, 3), deed: { kind: 'open' } })
  assert.equal(opened.changed.length, 3)
  const picked = await send<TriageDone>('POST', '/api/triage', { items: all.slice(0, 2), deed: { kind: 'pick' } })
  assert.deepEqual(await counts(), { new: 2, opened: 1, picked: 2, parked: 0, skipped: 0 })
  await send('POST', '/api/triage', { items: all, deed: { kind: 'mark', label: ' ports ' } })
  const marked = await get<ItemList>(`/api/items?outlet=${outletId}&mark=ports&triage=picked`)
  assert.deepEqual([marked.items.length, marked.total, marked.totalIs], [2, 2, 'exact'])
  assert.deepEqual(marked.items[0]?.triage.marks, ['ports'])
  const touched = await desk.ask(`/api/triage/${picked.deedId}/undo`, { method: 'POST' })
  assert.equal(touched.status, 409, 'the mark has touched them since')
  await send('POST', `/api/triage/${opened.deedId}/undo`, { onlyUnchanged: true })
  const history = await get<TriageHistory>(`/api/triage?item=${items[0]}`)
  assert.deepEqual(history.deeds.map(({ kind }) => kind).toSorted(), ['mark', 'open', 'pick'])
  assert.equal(
    history.deeds.every(({ signedBy }) => signedBy === 'M. Okafor'),
    true,
  )
})

test('two tabs on one item: the second hears how it stands, and nothing is overwritten', async () => {
  const { items } = await someItems('tabs.example', 1)
  const seen = [{ id: items[0], version: 0 }]
  await send('POST', '/api/triage', { items: seen, deed: { kind: 'pick' } })
  const problem = await send<Problem & { current: { items: { triage: { state: string } }[] } }>(
    'POST',
    '/api/triage',
    { items: seen, deed: { kind: 'skip' } },
    409,
  )
  assert.equal(problem.current.items[0]?.triage.state, 'picked')
})

test('what one tab triages the others hear, each item as it stands last', async () => {
  const { items } = await someItems('heard.example', 2)
  const listener = desk.tools.events.listen(() => {})
  listener.take()
  for (const kind of ['pick', 'park'] as const)
    await send('POST', '/api/triage', { items: items.map((id) => ({ id })), deed: { kind } })
  const [event] = listener.take().filter(({ name }) => name === 'triage')
  assert.ok(event?.name === 'triage')
  assert.deepEqual(
    event.data.changed?.map(({ triage }) => [triage.state, triage.version]),
    [
      ['parked', 2],
      ['parked', 2],
    ],
  )
  listener.leave()
})

test('an outlet is found in a search by every name that was stated, and by the name it had before a merge', async () => {
  const one = await someItems('named-one.example', 1)
  const two = await someItems('named-two.example', 2)
  await send(
    'POST',
    `/api/outlets/${one.outletId}/statements`,
    { kind: 'name', value: 'الاسم الأول', language: 'ar' },
    201,
  )
  const hits = async (q: string) => (await get<SearchResult>(`/api/search?q=${encodeURIComponent(q)}`)).hits.length
  assert.equal(await hits('outlet:"الاسم الأول"'), 1)
  await send('POST', `/api/outlets/${one.outletId}/merges`, { from: two.outletId, version: 1, fromVersion: 1 })
  const tools = { ...desk.tools, index: desk.search }
  for (const job of await desk.tools.queue.claim(NOON, { laned: 0, laneless: 99 }))
    if (job.name === 'index.move') await indexMove(tools, job.data)
  assert.equal(await hits('outlet:named-two.example'), 3)
})

test('filters narrow together, a repeated one widens, and «none» finds what nobody has stated', async () => {
  const one = await someItems('filter-one.example', 2)
  const two = await someItems('filter-two.example', 3)
  await send('PATCH', `/api/outlets/${one.outletId}`, { version: 1, country: 'NE' })
  await send(
    'POST',
    `/api/outlets/${two.outletId}/statements`,
    { kind: 'alignment', value: 'state-owned, of a kind' },
    201,
  )
  const total = async (query: string) => (await get<ItemList>(`/api/items?${query}`)).total
  assert.equal(await total('country=NE'), 2)
  assert.equal(await total(`outlet=${one.outletId}&outlet=${two.outletId}`), 5)
  assert.equal(await total(`alignment=${encodeURIComponent('state-owned, of a kind')}`), 3)
  assert.equal(await total(`outlet=${two.outletId}&country=none&language=ar&day=2023-09-16`), 3)
  assert.equal(await total(`outlet=${two.outletId}&to=2023-09-15`), 0)
  assert.equal(await total('country=NE&alignment=state-owned'), 0)
  const facets = await get<ItemCounts>('/api/items/counts?country=NE')
  assert.equal(facets.total, 2)
  assert.ok(facets.countries.some(({ country, count }) => country === null && count >= 3))
})

test('an outlet prints for a day what was stated and valid then; a withdrawn statement is not printed', async () => {
  const { id } = await addTestOutlet(desk, 'Printed', 'printed.example')
  const state = (body: object) => send<Statement>('POST', `/api/outlets/${id}/statements`, body, 201)
  await state({ kind: 'owner', value: 'the state', validUntil: '2020-12-31' })
  await state({ kind: 'owner', value: 'a bank', validFrom: '2021-01-01' })
  await state({ kind: 'name', value: 'المطبوعة', language: 'ar' })
  const wrong = await state({ kind: 'reliability', value: 'A' })
  await send('POST', `/api/statements/${wrong.id}/reviews`, { verdict: 'withdrawn', note: 'A slip.' }, 201)
  const printed = async (day: string) => {
    const outlet = await get<OutletDetail>(`/api/outlets/${id}?day=${day}`)
    return outlet.printed.map(({ kind, value }) => `${kind}: ${value}`)
  }
  assert.deepEqual(await printed('2020-12-31'), ['owner: the state', 'name: المطبوعة'])
  assert.deepEqual(await printed('2021-01-01'), ['owner: a bank', 'name: المطبوعة'])
  assert.equal((await get<OutletDetail>(`/api/outlets/${id}`)).reliability, null)
  for (const body of [
    { kind: 'reliability', value: 'excellent' },
    { kind: 'owner', value: 'x', validFrom: '2021-02-30' },
    { kind: 'owner', value: 'x', validFrom: '2022-01-01', validUntil: '2021-01-01' },
    { kind: 'owner', value: 'x', captures: ['018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4'] },
  ])
    await send('POST', `/api/outlets/${id}/statements`, body, 400)
})

test('whoever edits on an old reading gets both versions back, for outlets, settings, policies, feeds and searches', async () => {
  const { id, feedId } = await addTestOutlet(desk, 'Edited', 'edited.example')
  const stale = async (method: string, path: string, body: object) => {
    const problem = await send<Problem & { current: object; yours: object }>(method, path, body, 409)
    assert.ok(problem.current !== undefined && problem.yours !== undefined, path)
    return problem.current
  }
  await send('PATCH', `/api/outlets/${id}`, { version: 1, name: 'First' })
  assert.equal(
    ((await stale('PATCH', `/api/outlets/${id}`, { version: 1, name: 'Second' })) as OutletRow).name,
    'First',
  )
  const settings = await send<Settings>('PATCH', '/api/settings', {
    version: 0,
    language: 'fr',
    signature: 'A. Diallo',
  })
  assert.equal(settings.version, 1)
  await stale('PATCH', '/api/settings', { version: 0, language: 'ar' })
  const { policy } = await get<PolicyRecord>(`/api/outlets/${id}/policy`)
  await send('PUT', `/api/outlets/${id}/policy`, { version: 0, policy: { ...policy, paceSeconds: 30 } })
  const now = (await stale('PUT', `/api/outlets/${id}/policy`, { version: 0, policy })) as PolicyRecord
  assert.deepEqual([now.policy.paceSeconds, now.signedBy], [30, 'A. Diallo'])
  await send('PATCH', `/api/feeds/${feedId}`, { version: 1, title: 'One' })
  await stale('PATCH', `/api/feeds/${feedId}`, { version: 1, title: 'Two' })
  const search = await send<SavedSearch>('POST', '/api/searches', { name: 'Ports', query: 'port' }, 201)
  await send('PATCH', `/api/searches/${search.id}`, { version: 1, name: 'Harbours' })
  await stale('PATCH', `/api/searches/${search.id}`, { version: 1, query: 'quay' })
  await send('PATCH', '/api/settings', { version: 1, signature: null })
})

test('a search is saved, watched and changed; what cannot be understood or reached is refused at once', async () => {
  const search = await send<SavedSearch>('POST', '/api/searches', { name: 'المرفأ', query: 'ميناء' }, 201)
  const path = `/api/searches/${search.id}/alerts`
  const alert = await send<AlertMade>(
    'POST',
    path,
    { channel: { kind: 'webhook', url: 'https://hooks.example/' } },
    201,
  )
  assert.match(alert.secret ?? '', /^whsec_/)
  assert.doesNotMatch(JSON.stringify(await get(`/api/searches/${search.id}`)), /whsec_/)
  await send('POST', '/api/searches', { name: 'x', query: '"open' }, 400)
  const gone = await send<SavedSearch>('POST', '/api/searches', { name: 'Gone', query: 'outlet:nobody port' }, 201)
  assert.deepEqual([search.problem, typeof gone.problem], [null, 'string'])
  for (const channel of [
    { kind: 'webhook', url: 'http://127.0.0.1/' },
    { kind: 'webhook', url: 'http://169.254.169.254/latest' },
    { kind: 'email', to: 'not an address' },
    { kind: 'email', to: 'a@b.example\r\nBcc: c@d.example' },
    { kind: 'pigeon' },
  ])
    await send('POST', path, { channel }, 400)
  const bad = { kind: 'daily', hour: 24, timeZone: 'Africa/Lagos' }
  await send('POST', path, { channel: { kind: 'desk' }, digest: bad }, 400)
  await send('POST', path, { channel: { kind: 'desk' }, digest: { ...bad, hour: 7, timeZone: 'Mars/Olympus' } }, 400)
  await send('DELETE', `/api/searches/${search.id}?version=9`, undefined, 409)
  await send('DELETE', `/api/searches/${search.id}?version=1`, undefined, 204)
})

test('trends count by who speaks, and for an alignment by what was stated on the day', async () => {
  const { id } = await addTestOutlet(desk, 'Trend', 'trend.example')
  const day = 86_400_000
  for (const [no, back] of [0, 1, 10, 11, 12].entries())
    await addTestItem(desk, 'trend.example', { path: `/${no}`, title: 't', text: 'بوصلة', at: NOON - back * day })
  const state = (value: string, validFrom: string | null) =>
    send('POST', `/api/outlets/${id}/statements`, { kind: 'alignment', value, validFrom }, 201)
  await state('opposition', null)
  await state('pro-government', '2023-09-10')
  const q = encodeURIComponent('بوصلة')
  const trends = (by: string) => get<Trends>(`/api/search/trends?q=${q}&by=${by}&from=2023-09-01&to=2023-09-16`)
  const alignments = await trends('alignment')
  assert.deepEqual(alignments.series.map(({ key, total }) => [key, total]).toSorted(), [
    ['opposition', 3],
    ['pro-government', 2],
  ])
  const byOutlet = await trends('outlet')
  assert.deepEqual([byOutlet.unit, byOutlet.steps.length, byOutlet.series[0]?.name], ['day', 16, 'Trend'])
  assert.deepEqual(byOutlet.series[0]?.counts.slice(-2), [1, 1])
  assert.equal((await desk.ask('/api/search/trends?q=x&from=2023-09-02&to=2023-09-01')).status, 400)
})

test('outlets merge and part again through the API, and the search hears of it', async () => {
  const one = await someItems('merge-one.example', 2)
  const two = await someItems('merge-two.example', 1)
  const path = `/api/outlets/${one.outletId}/merges`
  const wish = { from: two.outletId, version: 1, fromVersion: 1 }
  const dry = await send<OutletMoveResult>('POST', path, { ...wish, dryRun: true })
  assert.deepEqual([dry.items, dry.feeds.length, dry.domains, dry.move], [1, 1, ['merge-two.example'], null])
  const done = await send<OutletMoveResult>('POST', path, wish)
  assert.equal((await get<ItemList>(`/api/items?outlet=${one.outletId}`)).total, 3)
  assert.equal((await desk.tools.queue.counts(NOON))['index.move'].waiting > 0, true)
  await send('POST', path, wish, 409)
  await send('POST', `/api/outlet-moves/${done.move?.id}/undo`, {})
  assert.equal((await get<ItemList>(`/api/items?outlet=${two.outletId}`)).total, 1)
})

test('what we may have missed is told as silence: quiet feeds with what their rhythm would have brought', async () => {
  const { id } = await addTestOutlet(desk, 'Silent', 'silent.example')
  const feed = await findFeedByUrl(desk.db, 'https://silent.example/feed.xml')
  assert.ok(feed)
  const day = 86_400_000
  for (let back = 40; back >= 12; back--) {
    const entry = { url: `https://silent.example/${back}`, guid: null, title: null, summary: null, author: null }
    const at = NOON - back * day
    await addNewItems(
      desk.db,
      { outletId: feed.outletId, feedId: feed.id },
      [{ ...entry, publishedAt: at, language: null }],
      at,
    )
  }
  const since = NOON - 12 * day
  await changeFeed(desk.db, feed.id, { health: { kind: 'quiet', since, usualGapHours: 24 } })
  const coverage = await get<Coverage>('/api/coverage')
  const silent = coverage.silent.find(({ outlet }) => outlet.id === id)
  assert.deepEqual([silent?.why, silent?.mayHaveMissed], ['quiet', 12])
  assert.equal(coverage.countries.flatMap(({ days }) => days).length % 14, 0)
  const health = await get<OutletHealthDetail>(`/api/outlets/${id}/health?days=60`)
  assert.equal(
    health.feeds[0]?.days.reduce((sum, { items }) => sum + items, 0),
    29,
  )
  assert.equal((await desk.ask('/api/coverage?from=2020-01-01&to=2023-01-01')).status, 400)
})

test('robots.txt is shown as it was last read, line by line as it concerns us', async () => {
  const { id } = await addTestOutlet(desk, 'Robots', 'robots.example')
  const robots = parseRobots('User-agent: *\nDisallow: /all\n\nUser-agent: Dragoman\nDisallow: /us\nCrawl-delay: 9')
  await saveRobots(desk.db, { origin: 'https://robots.example', fetchedAt: NOON, robots })
  const { hosts } = await get<RobotsView>(`/api/outlets/${id}/robots`)
  assert.deepEqual(
    hosts.map(({ origin, kind, rules, crawlDelaySeconds }) => [origin, kind, rules, crawlDelaySeconds]),
    [['https://robots.example', 'rules', ['Disallow: /us'], 9]],
  )
})

test('the register goes out and in over HTTP', async () => {
  await addTestOutlet(desk, '=HYPERLINK("x")', 'formula.example')
  const csv = await (await desk.ask('/api/register?format=csv')).text()
  assert.match(csv, /"'=HYPERLINK/)
  const form = new FormData()
  form.set('file', new File([csv], 'register.csv'))
  const answer = await desk.ask('/api/register?format=csv&dryRun=true', { method: 'POST', body: form })
  const done = (await answer.json()) as RegisterImport
  assert.deepEqual([done.counts.new, done.counts.changed, done.counts.wrong], [0, 0, 0])
})

test('a clip from elsewhere is taken with the key of the desk and with nothing else', async () => {
  const body = JSON.stringify({ url: 'https://clipped.example/story', title: 'A story', html: '<p>As shown</p>' })
  const clip = (headers: Record<string, string>) =>
    askRaw(desk, '/api/clips', {
      method: 'POST',
      body,
      headers: {
        host: `127.0.0.1:${desk.served.port}`,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...headers,
      },
    })
  const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  assert.equal((await clip(elsewhere)).status, 403)
  assert.equal((await clip({ ...elsewhere, authorization: 'Bearer guessed' })).status, 403)
  const { key } = await send<{ key: string }>('POST', '/api/clipper/keys', {}, 201)
  assert.equal((await clip({ ...elsewhere, authorization: `Bearer ${key}` })).status, 202)
  assert.equal((await clip({ ...elsewhere, authorization: `Bearer ${key}`, host: 'evil.example' })).status, 403)
  assert.deepEqual(desk.files.at(-1)?.source, 'as the browser showed it')
  const settings = await askRaw(desk, '/api/settings', {
    method: 'PATCH',
    headers: { host: `127.0.0.1:${desk.served.port}`, ...elsewhere, authorization: `Bearer ${key}` },
  })
  assert.equal(settings.status, 403, 'the key opens one door')
  await send('DELETE', '/api/clipper/keys', undefined, 204)
  assert.equal((await clip({ ...elsewhere, authorization: `Bearer ${key}` })).status, 403)
  assert.doesNotMatch(JSON.stringify(await get('/api/clipper')), new RegExp(key))
})

test('an address asked in the wrong way says in which way it is asked', async () => {
  for (const [method, path, allow] of [
    ['DELETE', '/api/items', 'GET, HEAD'],
    ['GET', '/api/clips', 'POST'],
    ['PUT', `/api/outlets/018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4`, 'DELETE, GET, HEAD, PATCH'],
  ] as const) {
    const answer = await desk.ask(path, { method })
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, allow], path)
  }
  assert.equal((await desk.ask('/api/nothing', { method: 'PUT' })).status, 404)
})

test('a field that is not known is refused by its name, not passed over', async () => {
  const problem = await send<Problem>('POST', '/api/searches', { name: 'x', query: 'y', colour: 'red' }, 400)
  assert.match(problem.detail, /There is no field “colour” here/)
})
