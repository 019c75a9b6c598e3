import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuthorityId, AuthorityKind } from '../../domain/authority.ts'
import { DeskError, type ErrorCode } from '../../domain/errors.ts'
import { newId } from '../../domain/id.ts'
import { recordCustody } from '../../preserve/record-custody.ts'
import { countMentions, listMentions } from '../../store/authority-mentions.ts'
import {
  addAuthorityStatement,
  listAuthorities,
  listAuthorityStatements,
  listJoined,
  listNames,
} from '../../store/authorities.ts'
import type { Db } from '../../store/db.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { findRoots, listDecisions } from '../../store/join-decisions.ts'
import { saveImports } from '../articles/save-import.ts'
import { fortsArticle, harbourArticle, importedFile } from '../articles/test-files.ts'
import { countryCodes, listCountryNames } from './country-names.ts'
import { createCountryWords } from './demonyms.ts'
import { undoAnyJoin } from '../articles/decide-names.ts'
import { decideJoin, listSuggestions } from './decide-joins.ts'
import { findNames } from './find-names.ts'
import { suggestJoins, type NamedAuthority } from './suggest-joins.ts'

const NOON = Date.UTC(2024, 4, 2, 12)
const signed = { signedBy: 'M. Okafor', now: NOON }
const isDeskError = (code: ErrorCode) => (error: unknown) => error instanceof DeskError && error.code === code

/** The names found in a body of our own. */
function namesIn(body: string): Record<string, string[]> {
  const file = importedFile('x', harbourArticle.replace(/Strikes have closed[^\n]*/u, body))
  const [print] = file.documents
  if (!print) throw new Error('no document')
  const own = findNames({ ...print, sources: [], pullQuote: null, title: null, caption: null }, file.text)
  return Object.fromEntries(
    [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, names]) => [kind, names.map(({ name }) => name).sort()]),
  )
}

test('cue words tell people, organisations, places and weapons apart', () => {
  const found = namesIn(
    'According to the report, Nigerian Defence Minister Marta Oduya met General Joran Vael in Port Ansel. Oduya praised the Harbour Patriotic Front (HPF), which flew two Su-57 fighters and a Bayraktar TB2. The HPF has denied it. However, officials in Ansel City said nothing.',
  )
  assert.deepEqual(found['person'], ['Joran Vael', 'Marta Oduya'])
  assert.deepEqual(found['organisation'], ['Harbour Patriotic Front'])
  assert.deepEqual(found['weapon-system'], ['Bayraktar TB2', 'Su-57'])
  assert.deepEqual(found['country'], ['Nigeria'])
  assert.ok(found['place']?.includes('Ansel City'))
})

test('a surname and an acronym belong to the long form, and every place is exact', () => {
  const file = importedFile('x', harbourArticle)
  const [print] = file.documents
  if (!print) throw new Error('no document')
  const names = findNames(print, file.text)
  const union = names.find(({ name }) => name === 'Veltrian Dockers Union')
  assert.deepEqual(union?.otherNames, [{ name: 'VDU', kind: 'acronym' }])
  const minister = names.find(({ name }) => name === 'Marta Oduya')
  assert.equal(minister?.mentions[0]?.role, 'Interior Minister')
  assert.equal(minister?.mentions[1]?.source, 2)
  for (const { mentions } of names) {
    for (const { start, end, text } of mentions) assert.equal(file.text.slice(start, end).replace(/\s+/g, ' '), text)
  }
})

test('hostile prose ends in something, and soon: one endless line, capitals throughout, no end of names', () => {
  for (const body of [
    'A B '.repeat(100_000),
    'Minister of Defense '.repeat(30_000),
    Array.from({ length: 40_000 }, (_, n) => `Joran Vael${n} said`).join('. '),
    `${'“'.repeat(50_000)} General Joran Vael`,
    'of the '.repeat(80_000),
    `${'Å\u0301'.repeat(50_000)} (${'A'.repeat(50_000)})`,
  ]) {
    assert.ok(Object.values(namesIn(body)).flat().length <= 6_000)
  }
})

test('countries are known by names, peoples and short forms, and in every language of the platform', async () => {
  const words = createCountryWords()
  const known = (word: string) => words.get(word)
  assert.deepEqual(
    [
      'mali',
      'malian',
      'burkinabe',
      'cote d ivoire',
      'ivory coast',
      'u s',
      'turkiye',
      'nigerien',
      'nigerian',
      'palestinian',
    ].map(known),
    ['ML', 'ML', 'BF', 'CI', 'CI', 'US', 'TR', 'NE', 'NG', 'PS'],
  )
  assert.ok(countryCodes.length > 240 && !countryCodes.includes('SU') && !countryCodes.includes('EU'))
  const names = await listCountryNames('ML')
  assert.ok(names.length > 150)
  const inLanguage = (tag: string) => names.find(({ language }) => language === tag)?.name
  assert.deepEqual([inLanguage('ar'), inLanguage('ru'), inLanguage('zh')], ['مالي', 'Мали', '马里'])
})

const named = (
  list: readonly (readonly [id: string, name: string])[],
  kind: AuthorityKind = 'person',
): NamedAuthority[] => list.map(([id, name]) => ({ id, kind, name }))

test('spellings of one name are suggested, other names are not', () => {
  const pairs = (names: readonly NamedAuthority[]) =>
    suggestJoins(names).map(({ left, right }) => [left, right].sort().join('='))
  assert.deepEqual(
    pairs(
      named([
        ['1', 'Asim Goitar'],
        ['2', 'Asim Goïtar'],
      ]),
    ),
    ['1=2'],
  )
  assert.deepEqual(
    pairs(
      named([
        ['1', 'Saïd Chengrihal'],
        ['2', 'Said Chanegrihal'],
      ]),
    ),
    ['1=2'],
  )
  assert.deepEqual(
    pairs(
      named(
        [
          ['1', 'Бамако'],
          ['2', 'Bamako'],
        ],
        'place',
      ),
    ),
    ['1=2'],
  )
  assert.deepEqual(
    pairs(
      named(
        [
          ['1', 'HPF'],
          ['2', 'Harbour Patriotic Front'],
        ],
        'organisation',
      ),
    ),
    ['1=2'],
  )
  assert.deepEqual(
    pairs(
      named(
        [
          ['1', 'Ostmark'],
          ['2', 'Ostmark Group'],
        ],
        'organisation',
      ),
    ),
    ['1=2'],
  )
  assert.deepEqual(
    pairs(
      named([
        ['1', 'Marta Oduya'],
        ['2', 'Joran Vael'],
      ]),
    ),
    [],
  )
  assert.deepEqual(
    pairs(
      named(
        [
          ['1', 'Mali'],
          ['2', 'Mole'],
        ],
        'place',
      ),
    ),
    [],
  )
  assert.deepEqual(pairs([...named([['1', 'Ansel']], 'place'), ...named([['2', 'Ansel']], 'person')]), [])
})

test('suggestions do not depend on the order of the names, and hostile names end in something', () => {
  const names = named([
    ['1', 'Asim Goitar'],
    ['2', 'Asim Goïtar'],
    ['3', 'Goitar'],
    ['4', ''],
    ['5', '\ud800'],
    ['6', 'x'.repeat(10_000)],
  ])
  assert.deepEqual(suggestJoins(names), suggestJoins([...names].reverse()))
})

test('joins of joins lead to one, whatever was joined first', () => {
  const decision = {
    decision: 'joined',
    subject: 'authority',
    undoes: null,
    signedBy: '',
    signedAt: 0,
    why: null,
  } as const
  const roots = findRoots([
    { ...decision, id: '1' as never, left: 'a', right: 'b' },
    { ...decision, id: '2' as never, left: 'b', right: 'c' },
    { ...decision, id: '3' as never, left: 'c', right: 'a' },
  ])
  assert.deepEqual(
    [...roots],
    [
      ['a', 'c'],
      ['b', 'c'],
    ],
  )
})

async function bringIn(db: Db): Promise<Map<string, AuthorityId>> {
  await saveImports({ db, recordCustody }, [importedFile('a', harbourArticle), importedFile('b', fortsArticle)], signed)
  const { authorities } = await listAuthorities(db, {}, 500, 0)
  return new Map(authorities.map(({ name, id }) => [name, id]))
}

testOnEachDatabase('an authority gathers its mentions, quotations, outlets and offices over articles', async (db) => {
  const ids = await bringIn(db)
  const union = ids.get('Veltrian Dockers Union')
  assert.ok(union)
  const counts = await countMentions(db, [union])
  assert.equal(counts.articles, 2)
  assert.deepEqual(
    counts.outlets.map(({ outlet }) => outlet),
    ['The Harbour Post'],
  )
  const mentions = await listMentions(db, [union], 100)
  assert.equal(mentions.length, counts.mentions)
  for (const { context, text } of mentions) assert.equal(context.text.slice(context.start, context.end), text)
  const page = await listMentions(db, [union], 1)
  const [first] = page
  assert.ok(first)
  const rest = await listMentions(db, [union], 100, { orderAt: first.orderAt, id: first.id })
  assert.deepEqual([...page, ...rest], mentions)
  const vael = ids.get('Joran Vael')
  assert.ok(vael)
  assert.deepEqual(
    (await countMentions(db, [vael])).roles.map(({ role, count }) => [role, count]),
    [['Defence Minister', 2]],
  )
})

testOnEachDatabase('a join is decided by a person and undone without a trace in what is shown', async (db) => {
  const ids = await bringIn(db)
  const [left, right] = [ids.get('Ostmark Corps'), ids.get('Veltrian Dockers Union')]
  assert.ok(left && right)
  const before = await listAuthorities(db, {}, 500, 0)
  const wish = { left, right, decision: 'joined' as const, why: 'A test.' }
  const decision = await decideJoin(db, wish, signed)
  assert.deepEqual((await listJoined(db, right)).map(({ id }) => id).sort(), [left, right].sort())
  assert.equal((await listAuthorities(db, {}, 500, 0)).total, before.total - 1)
  assert.ok((await listNames(db, [left, right])).some(({ name }) => name === 'Ostmark Corps'))
  await assert.rejects(decideJoin(db, wish, signed), isDeskError('conflict'))
  await undoAnyJoin(db, decision.id, { ...signed, why: null })
  assert.deepEqual(await listAuthorities(db, {}, 500, 0), before)
  await assert.rejects(undoAnyJoin(db, decision.id, { ...signed, why: null }), isDeskError('conflict'))
  assert.equal((await listDecisions(db)).length, 2)
  await assert.rejects(decideJoin(db, { ...wish, right: left }, signed), isDeskError('bad-input'))
  await assert.rejects(decideJoin(db, { ...wish, right: newId(0) }, signed), isDeskError('not-found'))
})

testOnEachDatabase('what was decided apart is not suggested again', async (db) => {
  await saveImports(
    { db, recordCustody },
    [importedFile('a', harbourArticle), importedFile('b', fortsArticle.replaceAll('Joran Vael', 'Joran Väel'))],
    signed,
  )
  await saveImports({ db, recordCustody }, [importedFile('c', fortsArticle)], signed)
  const [suggestion] = await listSuggestions(db)
  assert.ok(suggestion && suggestion.score > 0.9)
  const [left, right] = [suggestion.left as AuthorityId, suggestion.right as AuthorityId]
  await decideJoin(db, { left, right, decision: 'apart', why: null }, signed)
  assert.ok(!(await listSuggestions(db)).some((one) => one.left === left && one.right === right))
})

testOnEachDatabase('importing twice, or in another order, makes the same authorities', async (db) => {
  const first = [...(await bringIn(db))].sort()
  assert.deepEqual([...(await bringIn(db))].sort(), first)
})

testOnEachDatabase('a succession is a dated, signed statement, seen from both sides', async (db) => {
  const ids = await bringIn(db)
  const [one, other] = [ids.get('Ostmark Corps'), ids.get('Veltrian Dockers Union')]
  assert.ok(one && other)
  await addAuthorityStatement(db, {
    id: newId(NOON),
    authorityId: one,
    kind: 'succession',
    value: 'taken over by',
    otherId: other,
    validFrom: '2023-12',
    validTo: null,
    evidence: 'https://harbour-post.example/1',
    signedBy: 'M. Okafor',
    signedAt: NOON,
    withdraws: null,
  })
  assert.equal((await listAuthorityStatements(db, [one])).length, 1)
  assert.deepEqual(await listAuthorityStatements(db, [other]), await listAuthorityStatements(db, [one]))
})
