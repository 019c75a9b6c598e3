import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { importText } from './import-text.ts'
import { printFromBlocks } from './print-from-blocks.ts'
import { toSeedForm } from './to-seed-form.ts'

const folder = join(import.meta.dirname, 'fixtures')
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** Characters that are in no block and in no line left over, or in two. */
function misplaced(text: string): string[] {
  const { documents, leftOver } = importText(text)
  const spans = [...documents.flatMap((document) => document.blocks), ...leftOver].toSorted((a, b) => a.start - b.start)
  const wrong: string[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start < at) wrong.push(`twice: ${text.slice(start, at)}`)
    if (text.slice(at, start).trim() !== '') wrong.push(`lost: ${text.slice(at, start)}`)
    at = Math.max(at, end)
  }
  if (text.slice(at).trim() !== '') wrong.push(`lost: ${text.slice(at)}`)
  return wrong
}

/** The same numbers on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

for (const { name, text } of fixtures) {
  test(`${name} comes apart as a person would take it apart`, () => {
    const documents = importText(text).documents.map((document) => {
      const { countries: _, countriesAlso: __, actors: ___, ...form } = toSeedForm(document, text)
      return form
    })
    const golden = join(folder, name.replace('.txt', '.json'))
    if (process.env['GOLDEN'] === 'write') writeFileSync(golden, `${JSON.stringify({ documents }, null, 2)}\n`)
    assert.deepEqual({ documents }, JSON.parse(readFileSync(golden, 'utf8')))
  })

  test(`no character of ${name} is lost, wherever it is cut`, () => {
    assert.deepEqual(misplaced(text), [])
    const random = randomNumbers(text.length)
    for (let round = 0; round < 60; round += 1) {
      const from = Math.floor(random() * text.length)
      const cut = text.slice(from, from + Math.floor(random() * (text.length - from)))
      assert.deepEqual(misplaced(cut), [], `cut at ${from}, ${cut.length} long`)
    }
  })

  test(`${name} read twice is the same, and its own blocks give the same document`, () => {
    const first = importText(text)
    assert.deepEqual(importText(text), first)
    for (const document of first.documents) {
      const { kind, lines: _, ...again } = printFromBlocks(text, document.blocks, document.kind)
      const { kind: __, lines: ___, ...before } = document
      assert.equal(kind, document.kind)
      assert.deepEqual(again, before)
    }
  })

  test(`${name} with other line ends and a mark of the byte order says the same`, () => {
    const titles = (printed: string): unknown =>
      importText(printed).documents.map(({ title, lines, sources }) => [
        title?.text,
        lines,
        sources.map((source) => source.url),
      ])
    assert.deepEqual(titles(text.replaceAll('\n', '\r\n')), titles(text))
    assert.deepEqual(titles(text.replaceAll('\n', '\r')), titles(text))
    assert.deepEqual(titles(`\ufeff${text}`), titles(text))
  })
}

test('shuffled lines lose no character', () => {
  const random = randomNumbers(7)
  const lines = fixtures.flatMap(({ text }) => text.split('\n'))
  for (let round = 0; round < 20; round += 1) {
    const shuffled = lines.map((line) => ({ line, at: random() })).toSorted((a, b) => a.at - b.at)
    assert.deepEqual(misplaced(shuffled.map(({ line }) => line).join('\n')), [])
  }
})

test('a paragraph that a person moves from the excerpt into the analysis is read there', () => {
  const text = fixtures.find(({ name }) => name === 'stripped.txt')?.text ?? ''
  const [document] = importText(text).documents
  assert.ok(document)
  const body = document.blocks.find((block) => block.kind === 'body')
  const citation = document.blocks.find((block) => block.kind === 'citation')
  const excerpt = document.blocks.find((block) => block.kind === 'excerpt')
  assert.ok(body && citation && excerpt)
  const moved = document.blocks.flatMap((block) =>
    block === body ? [{ ...body, end: excerpt.end }] : block === citation || block === excerpt ? [] : [block],
  )
  const print = printFromBlocks(text, moved, 'article')
  assert.equal(print.sources.length, document.sources.length - 1)
  assert.equal(print.body.length, document.body.length + 3)
})

test('a text wrapped at a width is read as the paragraphs it was', () => {
  const text = fixtures.find(({ name }) => name === 'new-site.txt')?.text ?? ''
  const wrapped = text
    .split('\n')
    .map((line) => (/^\s*(?:Image|Source|https):/u.test(line) ? line : line.replace(/(.{40,70}?) (?=\S)/gu, '$1\n')))
    .join('\n')
  const [first] = importText(wrapped).documents
  const [plain] = importText(text).documents
  assert.deepEqual(
    first?.body.map((paragraph) => paragraph.text),
    plain?.body.map((paragraph) => paragraph.text),
  )
  assert.equal(first?.sources.length, plain?.sources.length)
})

test('in a wrapped text an address on a line of its own belongs to what it cites', () => {
  const [document] = importText(
    [
      'Harbour Town Opens Its',
      'Second Ferry Line',
      '',
      'The harbour town opened a second line of ferries on',
      'Monday, as the excerpted article says, and hopes that',
      'the first will be used by fewer people from now on.',
      '',
      'Source:',
      '',
      '“Second Ferry Line Opens,” Harbour Herald (daily of the',
      'town, owned by its readers), 12 March 2024.',
      'https://harbour.example/2024/03/12/second-ferry-line-opens',
      '',
      'The second line was opened on Monday, and the mayor',
      'was on board of the first ferry with his two children,',
      'who asked for a third line to the island of the gulls.',
      '',
      'Image Information:',
      '',
      'Image: The second ferry in the harbour.',
      'Source: Harbour Herald,',
      'https://harbour.example/pictures/second-ferry.jpg',
      'Attribution: CC BY-SA 4.0',
    ].join('\n'),
  ).documents
  assert.equal(document?.sources[0]?.url, 'https://harbour.example/2024/03/12/second-ferry-line-opens')
  assert.equal(document?.image?.sourceUrl, 'https://harbour.example/pictures/second-ferry.jpg')
  assert.equal(document?.image?.attribution, 'CC BY-SA 4.0')
})

test('a page cut in its middle gives what is there', () => {
  const text = fixtures.find(({ name }) => name === 'new-site.txt')?.text ?? ''
  const [document] = importText(text.slice(0, text.indexOf('No one has ordered a line') + 20)).documents
  assert.equal(document?.kind, 'article')
  assert.equal(document?.sources.length, 2)
  assert.equal(document?.image, null)
  const [rest] = importText(text.slice(text.indexOf('Asked about the road'))).documents
  assert.equal(rest?.title, null)
  assert.equal(rest?.notes.length, 3)
})

test('a hostile text that repeats one thing without end is read, and nothing of it is lost', () => {
  const pieces = [
    '(',
    ')',
    '“',
    '”',
    '[i]',
    '[',
    ' ',
    '\u00a0',
    'https://',
    'x@',
    '. 5 May 2023',
    '), 5 May 2023. ',
    'OE Watch',
    '“a,” OE Watch, ',
    ';',
    'A ',
    '-',
    '1',
    '/',
    ',',
    'A. ',
    '\n(',
    '\n“',
    '\n[i] ',
    '\n5',
    '\r',
    '* ',
  ]
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(200_000 / piece.length))
    assert.deepEqual(misplaced(text), [], JSON.stringify(piece))
  }
})

const longAddress =
  'https://harbour.example/2024/03/12/second-ferry-line-of-the-harbour-town-opens-with-both-of-the-mayors-children-on-board'

/** As `fold -s` does it: after the last space before the width, and in mid-word where there is none. */
function fold(line: string, width: number): string {
  const lines: string[] = []
  let rest = line
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width - 1)
    const cut = space < 0 ? width : space + 1
    lines.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...lines, rest].join('\n')
}

test('addresses that were cut at the width are whole again, in citations and in notes; no sentence is joined to one', () => {
  const prose =
    'The second line was opened on Monday, and the mayor was on board of the first ferry with his two children, who asked for a third line to the island of the gulls, and were told that the town would think about it in spring.'
  const text = [
    'Harbour Town Opens Its Second Ferry Line',
    '',
    `As the excerpted article from the Harbour Herald says, the line has opened.[i] ${prose}`,
    '',
    'Source:',
    '',
    `“Second Ferry Line Opens,” Harbour Herald (daily of the town, owned by its readers), 12 March 2024. ${longAddress}`,
    '',
    prose,
    '',
    'Notes:',
    '',
    `[i] See: Ines Halloran, “Ferries Wait,” OE Watch, 03-2023. ${longAddress}/notes; and ${prose}`,
  ].join('\n')
  for (const width of [76, 60, 48]) {
    const folded = text
      .split('\n')
      .map((line) => fold(line, width))
      .join('\n')
    assert.ok(!folded.includes(longAddress))
    const [document] = importText(folded).documents
    assert.equal(document?.sources[0]?.url, longAddress, `${width}`)
    assert.equal(document?.sources[0]?.urlAsPrinted, null)
    assert.deepEqual(document?.notes[0]?.urls, [`${longAddress}/notes`])
    assert.equal(document?.notes[0]?.crossReferences[0]?.url, `${longAddress}/notes`)
    assert.ok(!JSON.stringify(document).includes('\ufdd0'))
  }
  const soft = importText(
    text
      .split('\n')
      .map((line) => line.replace(/(.{40,60}?) (?=\S)/gu, '$1\n'))
      .join('\n'),
  ).documents[0]
  assert.equal(soft?.sources[0]?.url, longAddress)
})
