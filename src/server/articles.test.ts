import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fortsArticle, harbourArticle, veltriaIndex } from '../desk/articles/test-files.ts'
import type { ArticleDetail, ArticleFacets, ArticleList, FindingList } from './shapes/article.ts'
import type { ImportList, ImportResult } from './shapes/import.ts'
import type { Worklist } from './shapes/worklist.ts'
import type {
  AuthorityDetail,
  AuthorityList,
  JoinDecisionRecord,
  JoinList,
  JudgmentList,
  MentionList,
} from './shapes/authority.ts'
import type { ImportedIndex, MadeIndexRecord } from './shapes/index-list.ts'
import type { SearchResult } from './shapes/search.ts'
import { addTestItem, addTestOutlet, openTestDesk, sendJson, type TestDesk } from './test-desk.ts'

let desk: TestDesk
const NOBODY = '018b2f3c-7d10-7a44-9c3e-0f7f6d2a51b4'

before(async () => {
  desk = await openTestDesk()
  await upload({ 'one.txt': harbourArticle, 'two.txt': fortsArticle, 'index.txt': veltriaIndex })
})
after(() => desk.close())

async function upload(files: Record<string, string>, query = ''): Promise<ImportResult> {
  const form = new FormData()
  for (const [name, text] of Object.entries(files)) form.append('file', new File([text], name))
  const answer = await desk.ask(`/api/imports${query}`, { method: 'POST', body: form })
  assert.equal(answer.status, 200, await answer.clone().text())
  return (await answer.json()) as ImportResult
}

async function get<Answer>(path: string): Promise<Answer> {
  const answer = await desk.ask(path)
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`)
  return (await answer.json()) as Answer
}

async function idOf(title: RegExp): Promise<string> {
  const { articles } = await get<ArticleList>('/api/articles')
  return articles.find((one) => title.test(one.title ?? ''))?.id ?? ''
}

const status = async (path: string, init?: RequestInit): Promise<number> => (await desk.ask(path, init)).status

test('files come in over the API; a dry run keeps nothing, the same file changes nothing, a bad one is named', async () => {
  const tried = await upload({ 'new.txt': harbourArticle.replaceAll('harbours', 'havens') }, '?dryRun=true')
  assert.deepEqual([tried.dryRun, tried.files[0]?.kind, tried.files[0]?.added.length], [true, 'new', 1])
  const again = await upload({ 'one.txt': harbourArticle, 'empty.txt': '' })
  assert.deepEqual([again.files[0]?.kind, again.problems.map(({ file }) => file)], ['known', ['empty.txt']])
  const { imports } = await get<ImportList>('/api/imports')
  assert.deepEqual(imports.map(({ name }) => name).sort(), ['index.txt', 'one.txt', 'two.txt'])
  const text = await desk.ask(`/api/imports/${imports.find(({ name }) => name === 'one.txt')?.id}/text`)
  assert.equal(await text.text(), harbourArticle)
  assert.match(text.headers.get('content-disposition') ?? '', /attachment/)
})

test('articles are browsed by issue, author, year, outlet, authority, and page by page', async () => {
  const count = async (query: string) => (await get<ArticleList>(`/api/articles?${query}`)).total
  assert.equal(await count(''), 3)
  assert.equal(await count('issue=2023-08'), 1)
  assert.equal(await count('author=ines%20halloran'), 1)
  assert.equal(await count('year=2024'), 1)
  assert.equal(await count('kind=index'), 1)
  assert.equal(await count('outletKey=ostmark%20wire'), 2)
  const first = await get<ArticleList>('/api/articles?limit=2')
  const second = await get<ArticleList>(`/api/articles?limit=2&before=${first.next}`)
  const all = await get<ArticleList>('/api/articles')
  assert.deepEqual([...first.articles, ...second.articles], all.articles)
  const facets = await get<ArticleFacets>('/api/articles/facets')
  assert.deepEqual(facets.issues, [
    { issue: '2023-10', count: 1 },
    { issue: '2023-08', count: 1 },
  ])
  const narrowed = await get<ArticleFacets>('/api/articles/facets?issue=2023-08')
  assert.deepEqual(
    [narrowed.total, narrowed.outlets, narrowed.months],
    [1, [{ key: 'ostmark wire', name: 'Ostmark Wire', count: 1 }], [{ month: '2023-10', count: 1 }]],
  )
})

test('an article shows its text, blocks, sources, references both ways, names and history', async () => {
  const article = await get<ArticleDetail>(`/api/articles/${await idOf(/^Hill Forts/)}`)
  assert.ok(article.text.startsWith('Hill Forts of Veltria'))
  for (const { start, end } of article.blocks) assert.ok(start >= article.textStart && end > start)
  assert.deepEqual(
    article.derived.map(({ field, value }) => [field, value]),
    [
      ['author', 'Ines Halloran'],
      ['issue', '2023-08'],
      ['published', '2023-10-17'],
    ],
  )
  assert.match(article.references[0]?.meaning?.title ?? '', /^Northern Harbours/)
  assert.equal(article.references[0]?.meaning?.how, 'title-variant')
  assert.match(article.citedBy[0]?.articleTitle ?? '', /^Northern Harbours/)
  assert.equal(article.indexRows.length, 1)
  assert.ok(article.authorities.some(({ name }) => name === 'Joran Vael'))
  assert.deepEqual(
    article.history.map(({ deed }) => deed),
    ['imported'],
  )
  const { findings } = await get<FindingList>(`/api/articles/${article.id}/findings`)
  assert.ok(Array.isArray(findings))
})

test('boundaries move by revisions; who comes late is told with 409; undo restores', async () => {
  const id = await idOf(/^Northern/)
  const before = await get<ArticleDetail>(`/api/articles/${id}`)
  const blocks = before.blocks.map((block) => (block.kind === 'caption' ? { ...block, kind: 'body' } : block))
  const tried = await sendJson(desk, 'POST', `/api/articles/${id}/revisions`, { revision: 1, blocks, dryRun: true })
  assert.deepEqual([tried.status, ((await tried.json()) as ArticleDetail).print['caption']], [200, null])
  assert.deepEqual(await get(`/api/articles/${id}`), before)
  const move = await sendJson(desk, 'POST', `/api/articles/${id}/revisions`, {
    revision: 1,
    blocks,
    why: 'It is a lead.',
  })
  assert.equal(move.status, 201, await move.clone().text())
  const moved = (await move.json()) as ArticleDetail
  assert.deepEqual([moved.revision, moved.history.at(-1)?.signedBy], [2, 'M. Okafor'])
  const send = async (path: string, body: unknown) =>
    (await sendJson(desk, 'POST', `/api/articles/${id}/${path}`, body)).status
  assert.equal(await send('revisions', { revision: 1, blocks }), 409)
  assert.equal(await send('revisions', { revision: 2, blocks: blocks.slice(1) }), 400)
  assert.equal(await send('revisions', { revision: 2, blocks: [] }), 400)
  assert.equal(await send('revisions', { revision: 2, blocks: [{ kind: 'body', start: -1, end: 5 }] }), 400)
  assert.equal(await send('undo', { revision: 1 }), 409)
  assert.equal(await send('undo', { revision: 2 }), 201)
  const restored = await get<ArticleDetail>(`/api/articles/${id}`)
  assert.deepEqual([restored.print, restored.blocks], [before.print, before.blocks])
  assert.equal(await send('undo', { revision: 3 }), 409)
})

test('the work-list names addresses in trouble with what to search by', async () => {
  const list = await get<Worklist>('/api/worklist')
  assert.deepEqual(
    list.rows.map(({ trouble, title, outlet, date }) => [trouble, title, outlet, date]),
    [['shortened', 'Ministry Answers Strikers', 'Ostmark Wire', '2023-10-06']],
  )
  assert.deepEqual(list.counts, [{ trouble: 'shortened', count: 1 }])
  assert.equal((await get<Worklist>('/api/worklist?trouble=dead')).rows.length, 0)
  await get('/api/cited-outlets')
})

test('an authority has a page: mentions, judgments in order, statements that can be taken back', async () => {
  const { authorities } = await get<AuthorityList>('/api/authorities?kind=organisation&begins=Veltr')
  const union = authorities.find(({ name }) => name === 'Veltrian Dockers Union')
  assert.ok(union)
  const path = `/api/authorities/${union.id}`
  const { mentions } = await get<MentionList>(`${path}/mentions`)
  assert.equal(mentions.length, union.mentions)
  const first = await get<MentionList>(`${path}/mentions?limit=1`)
  const rest = await get<MentionList>(`${path}/mentions?before=${first.next}`)
  assert.deepEqual([...first.mentions, ...rest.mentions], mentions)
  const { judgments } = await get<JudgmentList>(`${path}/judgments`)
  assert.deepEqual(
    judgments.map(({ articleTitle }) => articleTitle?.slice(0, 4)),
    ['Hill', 'Nort'],
  )
  const other = (await get<AuthorityList>('/api/authorities?begins=Ostmark')).authorities[0]
  const say = (body: unknown) => sendJson(desk, 'POST', `${path}/statements`, body)
  assert.equal((await say({ kind: 'succession', value: 'became' })).status, 400)
  assert.equal((await say({ kind: 'succession', value: 'became', otherId: NOBODY })).status, 404)
  assert.equal((await say({ kind: 'role', value: 'x', validFrom: 'yesterday' })).status, 400)
  const stated = await say({ kind: 'succession', value: 'became', otherId: other?.id, validFrom: '2023-12' })
  const { statements } = (await stated.json()) as AuthorityDetail
  assert.deepEqual([statements[0]?.other?.name, statements[0]?.withdrawn], [other?.name, false])
  assert.equal((await say({ kind: 'withdrawal', withdraws: statements[0]?.id })).status, 201)
  assert.equal((await say({ kind: 'withdrawal', withdraws: statements[0]?.id })).status, 409)
  const named = await sendJson(desk, 'POST', `${path}/names`, { name: 'Союз докеров', kind: 'variant', language: 'ru' })
  assert.ok(((await named.json()) as AuthorityDetail).names.some(({ script }) => script === 'Cyrl'))
})

test('joins are decided, listed and undone', async () => {
  const { authorities } = await get<AuthorityList>('/api/authorities?kind=organisation')
  const [left, right] = [authorities[0]?.id, authorities[1]?.id]
  const made = await sendJson(desk, 'POST', '/api/joins', { left, right, decision: 'joined' })
  assert.equal(made.status, 201)
  const { id } = (await made.json()) as JoinDecisionRecord
  assert.equal((await get<AuthorityDetail>(`/api/authorities/${left}`)).joinedInto, right)
  assert.deepEqual(
    (await get<AuthorityDetail>(`/api/authorities/${right}`)).joined.map((one) => one.id),
    [left],
  )
  assert.equal((await sendJson(desk, 'POST', '/api/joins', { left, right, decision: 'joined' })).status, 409)
  assert.equal((await sendJson(desk, 'POST', `/api/joins/${id}/undo`, {})).status, 201)
  assert.equal((await sendJson(desk, 'POST', `/api/joins/${id}/undo`, {})).status, 409)
  assert.deepEqual(
    (await get<JoinList>('/api/joins')).joins.map(({ stands }) => stands),
    [false, false],
  )
  await get('/api/joins/suggestions')
  assert.equal((await sendJson(desk, 'POST', '/api/joins', { left: 'x', right: 'y', decision: 'joined' })).status, 400)
})

test('indexes are described and made anew, as JSON, HTML and CSV', async () => {
  const index = await get<ImportedIndex>(`/api/indexes/${await idOf(/^Legacy/)}`)
  assert.deepEqual([index.rows.length, index.unique, index.duplicates, index.malformed], [8, 7, 1, 1])
  const made = await get<MadeIndexRecord>('/api/indexes/authors/Tomas%20Reel')
  assert.deepEqual(
    made.entries.map(({ title }) => title.slice(0, 7)),
    ['Norther', 'Veltria', 'Veltria'],
  )
  const csv = await desk.ask('/api/indexes/topics/Joran%20Vael?form=csv')
  assert.match(await csv.text(), /^published,issue,title,authors\r\n2023-10-17,2023-08,Hill Forts/)
  assert.match(csv.headers.get('content-disposition') ?? '', /attachment/)
  const html = await desk.ask(`/api/indexes/topics/${encodeURIComponent('<script>"kind:article')}?form=html`)
  assert.ok(!(await html.text()).includes('<script'))
  assert.equal(await status('/api/indexes/countries/ml'), 404)
  assert.equal(await status('/api/indexes/countries/ML?form=exe'), 400)
  assert.equal(await status(`/api/indexes/${await idOf(/^Hill/)}`), 404)
})

test('search shows articles where they are asked for, beside pages in one order', async () => {
  await addTestOutlet(desk, 'The Press', 'press.example')
  await addTestItem(desk, 'press.example', { path: '/1', title: 'Dockers', text: 'The dockers of Ansel strike.' })
  const find = async (query: string) => (await get<SearchResult>(`/api/search?${query}`)).hits
  assert.deepEqual(
    (await find('q=dockers')).map(({ article }) => article),
    [null],
  )
  const hits = await find('q=dockers&articles=with')
  assert.equal(hits.length, 3)
  assert.deepEqual(
    hits.map(({ article }) => article?.issue ?? null),
    ['2023-10', '2023-08', null],
  )
  assert.ok(hits.every(({ passages }) => passages.some(({ ranges }) => ranges.length > 0)))
  assert.equal((await find('q=kind:article')).length, 3)
  assert.equal((await find('q=')).length, 1)
  const counts = await get<{ total: { count: number } }>('/api/search/counts?q=dockers')
  assert.equal(counts.total.count, 1)
})

test('bad ids and wishes are refused in words', async () => {
  for (const path of [
    `/api/articles/${NOBODY}`,
    '/api/articles/x',
    `/api/imports/${NOBODY}`,
    `/api/authorities/${NOBODY}`,
  ]) {
    assert.equal(await status(path), 404, path)
  }
  assert.equal(await status(`/api/authorities/${NOBODY}/mentions`), 404)
  const bad = [
    'issue=soon',
    'country=mali',
    'year=0',
    'before=zz',
    'limit=0',
    'authority=1',
    `author=${'x'.repeat(300)}`,
  ]
  for (const query of bad) assert.equal(await status(`/api/articles?${query}`), 400, query)
  assert.equal(await status('/api/authorities?kind=ghost'), 400)
  assert.equal(await status(`/api/articles?author=${encodeURIComponent("'; drop table articles; --")}`), 200)
  assert.equal((await get<ArticleList>('/api/articles')).total, 3)
})

test('what is done to articles is signed by the signature of the settings, where nobody else is named', async () => {
  const { version } = await get<{ version: number }>('/api/settings')
  const set = (signature: string | null, at: number) =>
    sendJson(desk, 'PATCH', '/api/settings', { version: at, signature })
  assert.equal((await set('A. Diallo', version)).status, 200)
  try {
    await upload({ 'later.txt': harbourArticle.replaceAll('harbours', 'quays') })
    const { imports } = await get<ImportList>('/api/imports')
    assert.equal(imports.find(({ name }) => name === 'later.txt')?.importedBy, 'A. Diallo')

    const id = await idOf(/^Hill/)
    const { revision, blocks } = await get<ArticleDetail>(`/api/articles/${id}`)
    const moved = await sendJson(desk, 'POST', `/api/articles/${id}/revisions`, {
      revision,
      blocks: blocks.map((block) => (block.kind === 'caption' ? { ...block, kind: 'body' } : block)),
    })
    assert.equal(((await moved.json()) as ArticleDetail).history.at(-1)?.signedBy, 'A. Diallo')

    const { authorities } = await get<AuthorityList>('/api/authorities?kind=organisation')
    const [left, right] = authorities.slice(-2).map((one) => one.id)
    const joined = await sendJson(desk, 'POST', '/api/joins', { left, right, decision: 'apart' })
    assert.equal(((await joined.json()) as JoinDecisionRecord).signedBy, 'A. Diallo')
    const stated = await sendJson(desk, 'POST', `/api/authorities/${left}/statements`, { kind: 'role', value: 'union' })
    const { statements } = (await stated.json()) as AuthorityDetail
    assert.equal(statements.find(({ value }) => value === 'union')?.signedBy, 'A. Diallo')
  } finally {
    await set(null, version + 1)
  }
})
