import assert from 'node:assert/strict'
import type { AuthorityId } from '../domain/authority.ts'
import { addAuthorities, listNames } from './authorities.ts'
import { testOnEachDatabase } from './each-database.ts'

const authority = (id: string) => ({
  id,
  kind: 'organisation',
  name: id,
  natural_key: id,
  joined_into: null,
  created_at: 1,
})

const named = (authorityId: string, name: string, kind: string) => ({
  id: `${authorityId}:${kind}:${name}`,
  authority_id: authorityId,
  name,
  name_key: name,
  language: null,
  script: 'Zzzz',
  kind,
  from_where: 'test',
})

testOnEachDatabase('names are listed once each, established ones first, whatever the database sorts by', async (db) => {
  const names = [
    named('a', 'VDU', 'acronym'),
    named('a', 'Éveil', 'variant'),
    named('a', 'dockers', 'variant'),
    named('a', 'Zimmer', 'variant'),
    named('a', 'Veltrian Dockers Union', 'established'),
    named('b', 'Veltrian Dockers Union', 'acronym'),
    named('b', 'Ostmark Corps', 'established'),
  ]
  await addAuthorities(db, [authority('a'), authority('b')], names)
  const listed = await listNames(db, ['a', 'b'] as AuthorityId[])
  assert.deepEqual(
    listed.map(({ kind, name }) => [kind, name]),
    [
      ['established', 'Ostmark Corps'],
      ['established', 'Veltrian Dockers Union'],
      ['acronym', 'VDU'],
      ['variant', 'Zimmer'],
      ['variant', 'dockers'],
      ['variant', 'Éveil'],
    ],
  )
})
