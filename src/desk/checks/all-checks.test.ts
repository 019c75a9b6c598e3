import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { importText } from '../import/import-text.ts'
import { allChecks } from './all-checks.ts'
import type { CheckDocument } from './check.ts'
import { describeChecks } from './describe-checks.ts'
import { runChecks } from './run-checks.ts'
import { writeSample } from './sample-parts.ts'

const read = (text: string, file = 'page.txt'): CheckDocument[] =>
  importText(text).documents.map((document) => ({ text, document, file }))

test('a sound article has no findings, alone or beside another', () => {
  assert.deepEqual(runChecks(read(writeSample({}))), [])
  assert.deepEqual(runChecks(read(writeSample({ second: {} }))), [])
})

for (const check of allChecks) {
  test(`${check.id} finds its example, and is silent about the mended one`, () => {
    const found = runChecks(read(writeSample(check.example.bad)), { checks: [check] })
    assert.notEqual(found.length, 0, 'the example has the defect')
    for (const finding of found) assert.equal(finding.check, check.id)
    assert.deepEqual(runChecks(read(writeSample(check.example.good)), { checks: [check] }), [])
  })
}

test('every check has a file of its own name, an id of its own and all its words', () => {
  const files = globSync('*.ts', { cwd: import.meta.dirname })
  assert.equal(new Set(allChecks.map(({ id }) => id)).size, allChecks.length)
  for (const { id, looksAt, why, mend } of allChecks) {
    assert.match(id, /^[a-z]+(?:-[a-z]+)+$|^(?:placeholder|boilerplate|typo)$/)
    assert.ok(files.includes(`${id}.ts`), id)
    for (const words of [looksAt, why, mend]) assert.ok(words.length > 4, id)
    assert.match(why, /\.$/, `${id}: why is a sentence`)
    assert.match(mend, /\.$/, `${id}: mend is a sentence`)
  }
})

test('the page of the docs is the one that the table gives', () => {
  const page = readFileSync(new URL('../../../docs/checks.md', import.meta.url), 'utf8')
  assert.equal(page, describeChecks(allChecks), 'run: node scripts/write-checks-docs.mjs')
})
