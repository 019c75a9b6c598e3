import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPage } from './read-page.ts'

const english = [
  'The ferry to the island will not run on Monday, as the crew has to be trained for the new ship, the company said.',
  'It is the third time this year that the boat has been out of service, and people on the island are not amused.',
  'The mayor said that he would ask for a second ship to be on the line in the summer, when most of the guests come.',
  'In the past the company had two ships, one of which was sold to a yard in the north in the winter of last year.',
]
const french =
  'Nous avons demandé à la compagnie de nous rendre le deuxième bateau, et elle ne nous a pas encore répondu.'
const persian = 'ما از شرکت خواسته‌ایم که کشتی دوم را به ما بازگرداند، و هنوز هیچ پاسخی به ما نداده است.'

async function languagesOf(paragraphs: readonly string[], lang = 'en'): Promise<(string | null)[]> {
  const html = `<!doctype html><html lang="${lang}"><title>No ferry on Monday</title><article><h1>No ferry on Monday</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></html>`
  const reading = await readPage(Buffer.from(html), {
    url: 'https://ledger.example/ferry',
    contentType: 'text/html; charset=utf-8',
    headers: [],
    now: Date.UTC(2025, 5, 1),
    budgetMs: 10_000,
  })
  assert.equal(reading.language, 'en')
  return paragraphs.map((text) => {
    const block = reading.blocks.find(({ start, end }) => reading.text.slice(start, end) === text)
    return block ? (block.language ?? null) : 'missing'
  })
}

test('a paragraph in another language has it, in the same script or in another, and the others have the page’s', async () => {
  const told = await languagesOf([...english, french, persian])
  assert.deepEqual(told, [null, null, null, null, 'fr', 'fa'])
})

test('on a page of few paragraphs another script is enough', async () => {
  assert.deepEqual(await languagesOf([...english.slice(0, 2), persian]), [null, null, 'fa'])
})

test('a page that declares the wrong language is in that of its text', async () => {
  await languagesOf(english, 'id')
})
