import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../domain/id.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import type { Db } from '../../store/db.ts'
import { createTableQueue } from '../../store/queue/table-queue.ts'
import { addStatement, listStatements } from '../../store/statements.ts'
import { findOutlet, listOutlets } from '../../store/outlets.ts'
import { aTestOutlet, TEST_NOW } from '../../store/test-items.ts'
import { gatherRegister } from './gather-register.ts'
import { importRegister } from './import-register.ts'
import { readRegisterCsv, writeRegisterCsv } from './register-csv.ts'
import { readRegisterJson, writeRegisterJson } from './register-json.ts'
import type { RegisterFile } from './register-entry.ts'

const today = new Date(TEST_NOW).toISOString().slice(0, 10)

async function bringIn(db: Db, file: RegisterFile, dryRun = false) {
  assert.ok(file.kind === 'lines')
  const options = { dryRun, now: TEST_NOW, signedBy: 'A. Diallo' }
  return importRegister(db, createTableQueue(db), file.lines, options)
}

async function aRegister(db: Db) {
  const one = await aTestOutlet(db, 'courrier.example', 'NE')
  await aTestOutlet(db, 'manara.example')
  const hand = { outletId: one.outletId, signedBy: 'A. Diallo', evidence: null }
  const stated = [
    { kind: 'descriptor', value: '=cmd|"/c calc"!A1', validFrom: null },
    { kind: 'descriptor', value: 'later; with, marks\n"and" lines', validFrom: '2026-01-01' },
    { kind: 'alignment', value: 'not yet', validFrom: '2030-01-01' },
    { kind: 'name', value: 'صحيفة النهر', language: 'ar', validFrom: null },
    { kind: 'name', value: 'The Courier - of the river', language: null, validFrom: null },
    { kind: 'reliability', value: 'B', validFrom: null },
  ] as const
  for (const [no, statement] of stated.entries())
    await addStatement(db, { ...hand, signedAt: TEST_NOW - 1000 + no, ...statement, id: newId(TEST_NOW) })
  return one
}

testOnEachDatabase('what is exported and imported again changes nothing, as spreadsheet and as JSON', async (db) => {
  await aRegister(db)
  const entries = await gatherRegister(db, today)
  const before = await listStatements(db)
  for (const file of [readRegisterCsv(writeRegisterCsv(entries)), readRegisterJson(writeRegisterJson(entries))]) {
    const rows = await bringIn(db, file)
    assert.deepEqual(
      rows.map(({ kind, changes, problems }) => ({ kind, changes, problems })),
      [
        { kind: 'same', changes: [], problems: [] },
        { kind: 'same', changes: [], problems: [] },
      ],
    )
  }
  assert.deepEqual(await gatherRegister(db, today), entries)
  assert.deepEqual(await listStatements(db), before)
})

testOnEachDatabase('a register goes whole into an empty desk', async (db) => {
  await aRegister(db)
  const entries = await gatherRegister(db, today)
  const text = writeRegisterJson(entries)
  for (const table of ['outlet_statements', 'feeds', 'outlet_domains', 'outlets'] as const)
    await db.deleteFrom(table).execute()
  const rows = await bringIn(db, readRegisterJson(text))
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['new', 'new'],
  )
  const withoutIds = (list: typeof entries) => list.map(({ id: _id, ...entry }) => entry)
  assert.deepEqual(withoutIds(await gatherRegister(db, today)), withoutIds(entries))
})

testOnEachDatabase('a dry run says row by row what would be, and leaves everything as it is', async (db) => {
  const { outletId } = await aRegister(db)
  const before = { outlets: await listOutlets(db), statements: await listStatements(db) }
  const file = readRegisterCsv(
    [
      'name;homepage;country;descriptor;surprise',
      'Le Courrier;https://courrier.example/;NE;a new descriptor;x',
      'Novy;https://novy.example/;RU;weekly;',
      'Broken;not an address;russia;;',
      'Twice;https://courrier.example/;NE;;',
      ';;;nameless;',
      'Too;many;cells;in;this;row',
    ].join('\n'),
  )
  const dry = await bringIn(db, file, true)
  assert.deepEqual({ outlets: await listOutlets(db), statements: await listStatements(db) }, before)
  assert.deepEqual(
    dry.map(({ line, kind }) => [line, kind]),
    [
      [2, 'changed'],
      [3, 'new'],
      [4, 'wrong'],
      [5, 'wrong'],
      [6, 'wrong'],
      [7, 'wrong'],
    ],
  )
  assert.match(dry[2]?.problems.join(' ') ?? '', /homepage: .*country: /)
  assert.match(dry[3]?.problems.join(' ') ?? '', /Line 2 speaks of the same outlet/)
  const real = await bringIn(db, file)
  assert.deepEqual(
    real.map(({ outletId: _outletId, ...row }) => row),
    dry.map(({ outletId: _outletId, ...row }) => row),
  )
  const [latest] = (await listStatements(db, [outletId])).filter(({ kind }) => kind === 'descriptor')
  assert.deepEqual([latest?.value, latest?.signedBy, latest?.validFrom], ['a new descriptor', 'A. Diallo', today])
  assert.equal((await findOutlet(db, outletId))?.name, 'Le Courrier')
  assert.deepEqual(
    (await bringIn(db, file)).slice(0, 2).map(({ kind }) => kind),
    ['same', 'same'],
  )
})

test('what is no register is told so, with the line', () => {
  assert.match(JSON.stringify(readRegisterCsv('a,b\n1,2')), /must name the columns/)
  assert.match(JSON.stringify(readRegisterCsv('name\n"open')), /Line 2/)
  for (const text of ['', '{', '[', '{"outlets": 3}', 'null', '<html>'])
    assert.equal(readRegisterJson(text).kind, 'not-a-register', text)
  const strange = readRegisterJson('[{"name":"x","__proto__":{"a":1},"evil":1}, 7, null]')
  assert.deepEqual(strange.kind === 'lines' && strange.lines.map(({ kind }) => kind), ['wrong', 'wrong', 'wrong'])
})
