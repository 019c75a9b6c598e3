import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importText } from '../import/import-text.ts'
import { hideBankAccounts } from './hide-bank-accounts.ts'

const repost = `Please donate to keep this portal free!

Account of A. Editor: XX12 3456 7890 1234 5678

River Treaty Leaves Two Neighbours Further Apart

The treaty was to settle who may draw water in a dry year, and the first dry year has undone it. Officials on both banks now speak of a pause.

The ministry's grant went through account YY98 7654 3210 9876 5432, according to the court's published ruling of last month.

* 4 March 2023: “Dams Before Diplomacy”

Exit mobile version
`

test('an account number of the site around a text is covered, place by place; one that the text itself reports stays', () => {
  const read = importText(repost)
  const hidden = hideBankAccounts({ text: repost, ...read })
  assert.equal(hidden.text.length, repost.length)
  assert.doesNotMatch(hidden.text, /XX12/)
  assert.match(hidden.text, /YY98 7654 3210 9876 5432/)
  assert.match((hidden as { notes?: string[] }).notes?.join(' ') ?? '', /1 bank account/)
  assert.equal(hidden.documents, read.documents)
})

test('a file without such numbers is the same file', () => {
  const file = { text: 'A text.', documents: [], leftOver: [] }
  assert.equal(hideBankAccounts(file), file)
})
