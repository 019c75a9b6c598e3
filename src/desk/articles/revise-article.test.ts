import assert from 'node:assert/strict'
import type { ArticleBlock, ArticleId } from '../../domain/article.ts'
import { DeskError, type ErrorCode } from '../../domain/errors.ts'
import { recordCustody } from '../../preserve/record-custody.ts'
import { listRevisions } from '../../store/article-revisions.ts'
import { findArticle } from '../../store/articles.ts'
import type { Db } from '../../store/db.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { moveBoundaries, undoRevision } from './revise-article.ts'
import { saveImports } from './save-import.ts'
import { fortsArticle, harbourArticle, importedFile } from './test-files.ts'

const isDeskError = (code: ErrorCode) => (error: unknown) => error instanceof DeskError && error.code === code
const NOON = Date.UTC(2024, 4, 2, 12)
const signed = { signedBy: 'M. Okafor', now: NOON, why: 'The label is part of the caption.' }

async function bringIn(db: Db): Promise<{ id: ArticleId; text: string; blocks: readonly ArticleBlock[] }> {
  const file = importedFile('one.txt', `${harbourArticle}\n\n${fortsArticle}`)
  const [saved] = await saveImports({ db, recordCustody }, [file], signed)
  const id = saved?.added[0]?.articleId
  const article = id && (await findArticle(db, id))
  if (!id || !article) throw new Error('nothing came in')
  return { id, text: file.text, blocks: article.print.blocks }
}

/** The pull quote becomes part of the body. */
function withoutPullQuote(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  return blocks.map((block) => (block.kind === 'pull-quote' ? { ...block, kind: 'body' as const } : block))
}

testOnEachDatabase('a moved boundary is a signed revision; undoing it restores what was', async (db) => {
  const { id, blocks } = await bringIn(db)
  const before = await findArticle(db, id)
  assert.equal(await moveBoundaries(db, { articleId: id, revision: 1, blocks: withoutPullQuote(blocks) }, signed), 2)
  const moved = await findArticle(db, id)
  assert.equal(moved?.print.pullQuote, null)
  assert.equal(moved?.print.body.length, (before?.print.body.length ?? 0) + 1)
  assert.equal(await undoRevision(db, { articleId: id, revision: 2 }, signed), 3)
  const after = await findArticle(db, id)
  assert.deepEqual(after?.print, before?.print)
  assert.deepEqual(
    (await listRevisions(db, id)).map(({ number, deed, basedOn, signedBy }) => [number, deed, basedOn, signedBy]),
    [
      [1, 'imported', null, 'M. Okafor'],
      [2, 'boundary-moved', 1, 'M. Okafor'],
      [3, 'undone', null, 'M. Okafor'],
    ],
  )
  await assert.rejects(undoRevision(db, { articleId: id, revision: 3 }, signed), isDeskError('conflict'))
})

testOnEachDatabase('undoing goes back step by step', async (db) => {
  const { id, blocks } = await bringIn(db)
  const first = await findArticle(db, id)
  await moveBoundaries(db, { articleId: id, revision: 1, blocks: withoutPullQuote(blocks) }, signed)
  const second = await findArticle(db, id)
  const captionless = withoutPullQuote(blocks).map((block) =>
    block.kind === 'caption' ? { ...block, kind: 'body' as const } : block,
  )
  await moveBoundaries(db, { articleId: id, revision: 2, blocks: captionless }, signed)
  await undoRevision(db, { articleId: id, revision: 3 }, signed)
  assert.deepEqual((await findArticle(db, id))?.print, second?.print)
  await undoRevision(db, { articleId: id, revision: 4 }, signed)
  assert.deepEqual((await findArticle(db, id))?.print, first?.print)
})

testOnEachDatabase('who looked at an older revision is told, and changes nothing', async (db) => {
  const { id, blocks } = await bringIn(db)
  await moveBoundaries(db, { articleId: id, revision: 1, blocks: withoutPullQuote(blocks) }, signed)
  const late = moveBoundaries(db, { articleId: id, revision: 1, blocks }, signed)
  await assert.rejects(late, isDeskError('conflict'))
  assert.equal((await findArticle(db, id))?.revision, 2)
  await assert.rejects(undoRevision(db, { articleId: id, revision: 1 }, signed), isDeskError('conflict'))
})

testOnEachDatabase('no piece of text can be lost, taken twice or taken from a neighbour', async (db) => {
  const { id, blocks, text } = await bringIn(db)
  const move = (changed: readonly ArticleBlock[]) =>
    moveBoundaries(db, { articleId: id, revision: 1, blocks: changed }, signed)
  const [first, second, ...rest] = blocks
  if (!first || !second) throw new Error('too few blocks')
  const bad: readonly (readonly ArticleBlock[])[] = [
    [],
    blocks.slice(1),
    blocks.slice(0, -1),
    [first, { ...second, start: first.start }, ...rest],
    [{ ...first, start: -5 }, second, ...rest],
    [{ ...first, end: first.start }, second, ...rest],
    [...blocks, { kind: 'body', start: text.length - 40, end: text.length }],
    [{ ...first, end: first.end - 3 }, second, ...rest],
  ]
  for (const one of bad) await assert.rejects(move(one), isDeskError('bad-input'))
  assert.equal((await findArticle(db, id))?.revision, 1)
})
