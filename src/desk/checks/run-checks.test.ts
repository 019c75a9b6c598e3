import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticlePrint } from '../../domain/article.ts'
import { importText } from '../import/import-text.ts'
import { allChecks } from './all-checks.ts'
import type { CheckDocument } from './check.ts'
import { runChecks } from './run-checks.ts'
import { writeSample } from './sample-parts.ts'

const read = (text: string, file = 'page.txt'): CheckDocument[] =>
  importText(text).documents.map((document) => ({ text, document, file }))

const examples = allChecks.map(({ example }) => writeSample(example.bad))

/** Everything that is wrong at once: a page of all examples. */
const everything = examples.join('\n\n\n')

/** The same dice every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % sides
  }
}

test('every finding holds its phrase, on its line, in its span', () => {
  const lines = everything.split('\n')
  const found = runChecks(read(everything))
  assert.ok(found.length > 200, `only ${found.length} findings`)
  for (const { start, end, phrase, line, why, severity, check } of found) {
    assert.equal(everything.slice(start, end), phrase, check)
    assert.ok(line !== undefined && lines[line - 1]?.includes(phrase), `${check} on line ${line}`)
    assert.ok(!phrase.includes('\n') && phrase === phrase.trim(), check)
    assert.ok(why.length > 8, check)
    assert.match(severity, /^(?:error|warning|information)$/)
  }
})

test('what the register knows of an outlet is used: its other names are one outlet', () => {
  const body =
    'According to the excerpted article from the Harbor Gazette, the town of Lindholm opened a ferry line to the islands.[i] The town council expects the line to shorten the way to the hospital for people who live on the islands, and the farmers expect the same.'
  const outlets = [{ name: 'Lindholm Post', otherNames: ['Harbor Gazette'], hosts: [], country: null }]
  const found = runChecks(read(writeSample({ body })), { outlets })
  assert.deepEqual(
    found.map(({ check, phrase }) => [check, phrase]),
    [['outlet-name-variant', 'Harbor Gazette']],
  )
  assert.deepEqual(runChecks(read(writeSample({ body }))), [])
})

test('documents to compare with are not themselves looked at', () => {
  const [bad] = read(
    writeSample({ title: 'Another Title of the Same Article', citation: 'No citation at all (daily), 4 March' }),
    'other.txt',
  )
  assert.ok(bad)
  const found = runChecks(read(writeSample({})), { others: [bad] })
  assert.deepEqual([...new Set(found.map(({ file }) => file))], ['page.txt'])
})

test('a reason that quotes words of two lines is one line', () => {
  const why = 'The excerpt has: “a ferry\n  to the islands”.'
  const quoting = {
    ...allChecks[0],
    id: 'quoting',
    find: () => [{ start: 0, end: 3, why }],
  } as (typeof allChecks)[number]
  const [finding] = runChecks(read(writeSample({})), { checks: [quoting] })
  assert.equal(finding?.why, 'The excerpt has: “a ferry to the islands”.')
})

test('the same run finds the same', () => {
  assert.deepEqual(runChecks(read(everything)), runChecks(read(everything)))
})

test('a page cut anywhere, or with characters changed, is checked without a failure', () => {
  const roll = dice(7)
  const marks = [
    '“',
    '”',
    '‘',
    '(',
    ')',
    '[',
    ']',
    '…',
    '«',
    '\u00a0',
    '\n',
    '.',
    ',',
    'https://',
    '\u0000',
    '\ud800',
    '[i]',
  ]
  for (let round = 0; round < 40; round += 1) {
    const text = examples[roll(examples.length)] ?? ''
    const from = roll(text.length)
    const cut = text.slice(from, from + roll(text.length))
    const at = roll(cut.length + 1)
    const broken = cut.slice(0, at) + marks[roll(marks.length)] + cut.slice(at)
    for (const { start, end, phrase } of runChecks(read(broken))) assert.equal(broken.slice(start, end), phrase)
  }
})

test('a fix offered can be put in place, and the check is then satisfied or still has a reason', () => {
  for (const check of allChecks) {
    const text = writeSample(check.example.bad)
    const before = runChecks(read(text), { checks: [check] })
    const [first] = before.filter(({ fix }) => fix !== undefined)
    if (first?.fix === undefined) continue
    const mended = text.slice(0, first.start) + first.fix + text.slice(first.end)
    const after = runChecks(read(mended), { checks: [check] })
    assert.ok(after.length < before.length, `${check.id}: “${first.phrase}” → “${first.fix}”`)
  }
})

test('a document of nothing, and one whose spans lie outside the text, are checked without a failure', () => {
  const [document] = importText(writeSample({})).documents
  assert.ok(document)
  const empty: ArticlePrint = {
    kind: 'article', lines: [1, 1], title: null, caption: null, captionRepeats: [], pullQuote: null, summary: null, body: [],
    markers: [], sources: [], notes: [], image: null, entries: [], related: [], repost: null, blocks: [],
  } // prettier-ignore
  assert.deepEqual(runChecks([{ text: '', document: empty, file: 'empty.txt' }]), [])
  for (const kind of ['index', 'commentary'] as const)
    runChecks([{ text: 'x', document: { ...empty, kind }, file: 'empty.txt' }])
  runChecks([{ text: 'short', document, file: 'other.txt' }])
})

/** Lines that make a careless pattern go back and forth: each check must pass once over them. */
const hostile: Readonly<Record<string, string>> = {
  'one letter': 'a'.repeat(60_000),
  capitals: 'Aa '.repeat(20_000),
  'capitalised words': 'Harbor '.repeat(3_000),
  'opening marks': '“'.repeat(14_000),
  'marks and letters': '“a” ‘b’ '.repeat(7_000),
  brackets: '([{'.repeat(18_000),
  dots: '. '.repeat(30_000),
  figures: '1,000 of 2,000 '.repeat(4_000),
  addresses: 'https://a.example/b '.repeat(3_000),
  'a long address': `https://a.example/${'b-'.repeat(30_000)}`,
  'said by': 'he said Jane Roe said '.repeat(3_000),
  spaces: `a${' '.repeat(60_000)}b`,
  commas: 'a,b;'.repeat(14_000),
}

for (const [name, line] of Object.entries(hostile)) {
  test(`a hostile line is checked in bounded time: ${name}`, { timeout: 20_000 }, () => {
    const [sound] = importText(writeSample({})).documents
    assert.ok(sound?.body[0] && sound.sources[0] && sound.notes[0] && sound.image)
    const at = { start: 0, end: line.length, line: 1, text: line.slice(0, 400) }
    const document: ArticlePrint = {
      ...sound,
      title: at, caption: at, pullQuote: at, body: [at],
      sources: [{ ...sound.sources[0], citation: [at], excerpt: [at] }],
      notes: [{ ...sound.notes[0], paragraphs: [at], crossReferences: [] }],
      image: { ...sound.image, lines: [at] },
      blocks: [{ kind: 'body', start: 0, end: line.length }],
    } // prettier-ignore
    runChecks([{ text: line, document, file: 'hostile.txt' }])
  })
}

const wrappedPage = [
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
  'https://harbour.example/2024/03/12/second-ferry-line',
  '',
  'The second line was opened on Monday, and the mayor',
  'was on board of the first ferry with his two children,',
  'who asked for a third line to the island of the gulls.',
  'He said that the town would think about it in spring,',
  'when the harbour has been dredged and the old customs',
  'house has a roof again, and that nobody should expect',
  'a ferry to leave from a quay that is not there yet.',
  '',
  'Image Information:',
  '',
  'Image: The second ferry in the harbour, seen from the',
  'tower of the old customs house.',
  'Source: Harbour Herald,',
  'https://harbour.example/pictures/second-ferry.jpg',
  'Attribution: CC BY-SA 4.0',
]

test('the breaks of a text that is wrapped at a width are nobody’s mistakes', () => {
  const broken = (lines: readonly string[]) =>
    runChecks(read(lines.join('\n')))
      .filter(({ check }) => /^(?:citation-split|line-break-in-caption|url-space)$/u.test(check))
      .map(({ check }) => check)
  assert.deepEqual(broken(wrappedPage), [])
  const cut = ['https://harbour.example/2024/03/12/second-ferry-of-the-', 'harbour-town-opens']
  const address = wrappedPage.findIndex((line) => line.startsWith('https:'))
  assert.deepEqual(broken(wrappedPage.toSpliced(address, 1, ...cut)), [])
  // An empty line before the address is no wrapping: there the citation is broken in two.
  assert.deepEqual(broken(wrappedPage.toSpliced(address, 0, '')), ['citation-split'])
})

test('in an excerpt of another script, Jan made John and a scrap of a word are marks of a machine; in French they are not', () => {
  const excerpt =
    'John Achakzai said on Monday that both ferries are ready. The boats then Ro to the islands. The new line will carry 400 passengers a day.'
  const marksOf = (title: string) =>
    runChecks(
      read(
        writeSample({
          excerpt,
          citation: `“${title},” Lindholm Post (daily from Lindholm), 4 March 2024. https://lindholm.example/1`,
        }),
      ),
    )
      .filter(({ check }) => check === 'possibly-machine-translated')
      .map(({ phrase }) => phrase)
  assert.deepEqual(marksOf('د ښار دوهمه بېړۍ پرانیستل شوه (The second ferry of the town opened)'), ['John', 'Ro'])
  assert.deepEqual(marksOf('La seconde ligne est ouverte (The second line is open)'), [])
})
