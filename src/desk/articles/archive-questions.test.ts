// The questions that the archive's screens ask, on every engine.

import assert from 'node:assert/strict'
import { newId } from '../../domain/id.ts'
import { recordCustody } from '../../preserve/record-custody.ts'
import { countArticleFacets } from '../../store/article-facets.ts'
import { listArticlesOfImport, listImports } from '../../store/article-imports.ts'
import { listCountriesIn, listNamedIn } from '../../store/article-named.ts'
import { listOutletPrints } from '../../store/article-outlets.ts'
import { listCitations, listReferences, listRowsOf } from '../../store/article-references.ts'
import { listSources } from '../../store/article-sources.ts'
import { countWorklist, listWorklist } from '../../store/article-worklist.ts'
import { countArticles, findArticle, listArticles } from '../../store/articles.ts'
import type { Db } from '../../store/db.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { addOutlet } from '../../store/outlets.ts'
import { listJudgments } from '../authorities/list-judgments.ts'
import { decideName, undoAnyJoin } from './decide-names.ts'
import { mapOutlets } from './map-outlets.ts'
import { proposeOutlets } from './propose-outlets.ts'
import { saveImports } from './save-import.ts'
import { fortsArticle, harbourArticle, importedFile, veltriaIndex } from './test-files.ts'

const NOON = Date.UTC(2024, 4, 2, 12)

async function bringIn(db: Db) {
  const files = [
    importedFile('one.txt', harbourArticle),
    importedFile('two.txt', fortsArticle.replace('(state-run news agency)', '(news agency loyal to the state)')),
    importedFile('index.txt', veltriaIndex),
  ]
  const saved = await saveImports({ db, recordCustody }, files, { signedBy: 'M. Okafor', now: NOON })
  const [harbours, forts] = saved.map(({ added }) => added[0]?.articleId)
  if (!harbours || !forts) throw new Error('nothing came in')
  return { harbours, forts }
}

testOnEachDatabase('references lead both ways, and rows of indexes to their piece', async (db) => {
  const { harbours, forts } = await bringIn(db)
  const [reference] = await listReferences(db, harbours)
  assert.deepEqual([reference?.meaning?.articleId, reference?.meaning?.how], [forts, 'title'])
  assert.deepEqual(reference?.meaning?.addresses, [
    'watch.example/2023/hill-forts-of-veltria-rearmed-after-long-neglect',
  ])
  const citations = await listCitations(db, forts)
  assert.deepEqual(
    citations.map(({ articleId, note }) => [articleId, note]),
    [[harbours, 'i']],
  )
  assert.deepEqual(
    (await listRowsOf(db, forts)).map(({ date, meaning }) => [date, meaning]),
    [['2023-10-17', 'publication-day']],
  )
})

testOnEachDatabase('a filter narrows lists, counts and facets alike', async (db) => {
  const { harbours, forts } = await bringIn(db)
  const outletKey = 'ostmark wire'
  assert.deepEqual(
    (await listArticles(db, { outletKey }, 10)).map(({ id }) => id),
    [harbours, forts],
  )
  assert.equal(await countArticles(db, { outletKey, issue: '2023-08' }), 1)
  const facets = await countArticleFacets(db, { outletKey, issue: '2023-08' })
  assert.deepEqual([facets.total, facets.authors], [1, [{ author: 'Ines Halloran', count: 1 }]])
  assert.equal((await countArticleFacets(db)).total, 3)
  assert.deepEqual(
    (await listImports(db, 10)).map(({ articles }) => articles),
    [1, 1, 1],
  )
  const [file] = await listImports(db, 1)
  assert.ok(file && (await listArticlesOfImport(db, file.id)).length === 1)
})

testOnEachDatabase('outlets show their names, how descriptors drift, and where the register knows them', async (db) => {
  const { forts } = await bringIn(db)
  const before = proposeOutlets(await listOutletPrints(db), [])
  const wire = before.find(({ key }) => key === 'ostmark wire')
  assert.deepEqual(
    wire?.descriptors.map(({ descriptor, from }) => [descriptor, from]),
    [
      ['news agency loyal to the state', '2023-08-12'],
      ['state-run news agency', '2023-10-06'],
    ],
  )
  const id = newId<'outlet'>(NOON)
  const facts = {
    nameAsPrinted: null,
    homepage: 'https://ostmark-wire.example/',
    languages: [],
    country: null,
    createdAt: NOON,
  }
  await addOutlet(db, { ...facts, id, name: 'Ostmark Wire', domains: ['ostmark-wire.example'] } as never)
  assert.equal(await mapOutlets(db), 1)
  assert.equal(await mapOutlets(db), 0)
  assert.equal((await listSources(db, forts))[0]?.outletId, id)
  const after = proposeOutlets(await listOutletPrints(db), [{ id, name: 'Ostmark Wire', nameAsPrinted: null }])
  assert.equal(after.find(({ key }) => key === 'ostmark wire')?.outletFrom, 'domain')
})

testOnEachDatabase('the work-list counts what is missing, hidden or dead', async (db) => {
  const { forts } = await bringIn(db)
  assert.deepEqual(await countWorklist(db), [{ trouble: 'shortened', count: 1 }])
  assert.equal((await listWorklist(db, { articleId: forts }, 10)).length, 0)
  const [first] = await listWorklist(db, { trouble: 'shortened' }, 10)
  assert.equal(first?.lastVisit, null)
  assert.equal((await listWorklist(db, {}, 10, first?.id)).length, 0)
  assert.equal((await listWorklist(db, { trouble: 'dead' }, 10)).length, 0)
})

testOnEachDatabase(
  'what the desk said of a subject stands in the order of time, with the words that hedge',
  async (db) => {
    const { harbours, forts } = await bringIn(db)
    const union = (await listNamedIn(db, forts)).find(({ name }) => name === 'Veltrian Dockers Union')
    assert.ok(union)
    const judgments = await listJudgments(db, [union.id], 10)
    assert.deepEqual(
      judgments.map(({ articleId }) => articleId),
      [forts, harbours],
    )
    assert.deepEqual(judgments[1]?.outlets, ['The Harbour Post', 'Ostmark Wire'])
    assert.ok(judgments.every(({ paragraphs }) => paragraphs.every(({ isAssessment }) => isAssessment)))
    assert.deepEqual(await listCountriesIn(db, forts), [])
    assert.equal((await findArticle(db, forts))?.derived.length, 3)
  },
)

testOnEachDatabase('a printed name is joined to an outlet or an author by a person, and parted again', async (db) => {
  const { forts, harbours } = await bringIn(db)
  const by = { signedBy: 'M. Okafor', now: NOON }
  const id = newId<'outlet'>(NOON)
  const facts = {
    nameAsPrinted: null,
    homepage: 'https://wire.example/',
    languages: [],
    country: null,
    createdAt: NOON,
  }
  await addOutlet(db, { ...facts, id, name: 'The Wire', domains: ['wire.example'] } as never)
  const outletsOf = async () => (await listSources(db, harbours)).map(({ outletId }) => outletId)
  const wish = {
    subject: 'outlet-name' as const,
    left: 'OSTMARK Wire',
    right: id,
    decision: 'joined' as const,
    why: null,
  }
  const decision = await decideName(db, wish, by)
  assert.deepEqual(await outletsOf(), [null, id])
  await assert.rejects(decideName(db, wish, by), /stands decided already/)
  await assert.rejects(decideName(db, { ...wish, left: 'Other', right: 'nobody' }, by), /no such outlet/)
  await undoAnyJoin(db, decision.id, { ...by, why: null })
  assert.deepEqual(await outletsOf(), [null, null])

  const author = {
    subject: 'author' as const,
    left: 'Ines Halloran',
    right: 'Inês Halloran',
    decision: 'joined' as const,
    why: null,
  }
  const named = await decideName(db, author, by)
  assert.deepEqual((await findArticle(db, forts))?.authors, ['Inês Halloran'])
  assert.equal((await findArticle(db, forts))?.derived[0]?.value, 'Ines Halloran')
  await undoAnyJoin(db, named.id, { ...by, why: null })
  assert.deepEqual((await findArticle(db, forts))?.authors, ['Ines Halloran'])
})
