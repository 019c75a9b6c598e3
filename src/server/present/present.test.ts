import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../domain/id.ts'
import type { OutletStatement } from '../../domain/outlet.ts'
import { pickStatement } from './statements.ts'
import { firstDirection, shortenLead } from './text-pieces.ts'

const said = (value: string, validFrom: string | null, signedAt: number): OutletStatement => ({
  id: newId(signedAt),
  outletId: newId(0),
  kind: 'descriptor',
  value,
  validFrom,
  signedBy: 'M. Okafor',
  signedAt,
  evidence: null,
})

test('the statement that begins last holds; of two that begin together, the one signed last', () => {
  const statements = [
    said('since 2019', '2019-03-01', 10),
    said('since 2023', '2023-02-03', 20),
    said('since ever', null, 5),
    said('added later about 2010', '2010-01-01', 99), // fills in history, and takes nothing from later days
    said('since 2023, corrected', '2023-02-03', 30),
  ]
  const on = (day: string) => pickStatement(statements, 'descriptor', day)?.value
  assert.equal(on('1999-01-01'), 'since ever')
  assert.equal(on('2012-01-01'), 'added later about 2010')
  assert.equal(on('2023-02-02'), 'since 2019')
  assert.equal(on('2023-02-03'), 'since 2023, corrected')
  assert.equal(pickStatement(statements, 'owner', '2023-02-03'), undefined)
})

test('a title runs the way of its first letter', () => {
  assert.equal(firstDirection('«طوفان» in Gaza'), 'rtl')
  assert.equal(firstDirection('2023: 马里'), 'ltr')
  assert.equal(firstDirection('ޗޭންޖް'), 'rtl')
  assert.equal(firstDirection(''), 'ltr')
})

test('a lead is the beginning of the text without its title, cut between words and never inside a letter', () => {
  assert.equal(shortenLead('The title\n\nThe text.', 'The title'), 'The text.')
  assert.equal(shortenLead('The title', 'The title'), null)
  const lead = shortenLead('word '.repeat(100), null) ?? ''
  assert.match(lead, /^(word )+word…$/)
  assert.ok(lead.length <= 201)
  const letters = shortenLead(`${'字'.repeat(199)}𠮷字`, null) ?? ''
  assert.equal(letters, `${'字'.repeat(199)}…`)
})
