import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareCaptures } from './compare-captures.ts'
import type { BlockChange, Version } from './compare-captures.ts'
import { splitWords } from './split-words.ts'

function aVersion(...paragraphs: string[]): Version {
  let start = 0
  const blocks = paragraphs.map((paragraph) => {
    const block = { start, end: start + paragraph.length }
    start = block.end + 2
    return block
  })
  return { text: paragraphs.join('\n\n'), blocks }
}

function tell(before: Version, after: Version): string[] {
  const cut = (version: Version, range: { start: number; end: number }) => version.text.slice(range.start, range.end)
  return compareCaptures(before, after).changes.map((change: BlockChange) => {
    if (change.kind === 'dropped') return `- ${cut(before, change.before)}`
    if (change.kind === 'added') return `+ ${cut(after, change.after)}`
    if (change.kind === 'same') return `= ${cut(after, change.after)}`
    const words = change.words.map((word) => {
      if (word.kind === 'same') return cut(after, word.after)
      return word.kind === 'dropped' ? `[-${cut(before, word.before)}-]` : `{+${cut(after, word.after)}+}`
    })
    return `~ ${words.join('')}`
  })
}

test('an edited figure is shown as the one word that changed', () => {
  const before = aVersion(
    'Three states signed the charter.',
    'Officials spoke of 1,200 soldiers in the region.',
    'The end.',
  )
  const after = aVersion(
    'Three states signed the charter.',
    'Officials spoke of 1,250 soldiers in the region.',
    'The end.',
  )
  assert.deepEqual(tell(before, after), [
    '= Three states signed the charter.',
    '~ Officials spoke of [-1,200-]{+1,250+} soldiers in the region.',
    '= The end.',
  ])
})

test('paragraphs put in and taken out are told as such', () => {
  const before = aVersion('First.', 'A source close to the ministry denied it.', 'Last.')
  const after = aVersion('Correction of 17 September.', 'First.', 'Last.')
  assert.deepEqual(tell(before, after), [
    '+ Correction of 17 September.',
    '= First.',
    '- A source close to the ministry denied it.',
    '= Last.',
  ])
})

test('Arabic and Chinese are compared by words', () => {
  assert.deepEqual(tell(aVersion('وقعت ثلاث دول على ميثاق ليبتاكو'), aVersion('وقعت أربع دول على ميثاق ليبتاكو')), [
    '~ وقعت [-ثلاث-]{+أربع+} دول على ميثاق ليبتاكو',
  ])
  const [change] = tell(aVersion('马里和尼日尔签署了宪章。'), aVersion('马里和乍得签署了宪章。'))
  assert.ok(change?.includes('签署') && change.startsWith('~ 马里和'))
})

test('the same text is the same, spaces aside, and nothing is lost against an empty one', () => {
  assert.deepEqual(tell(aVersion('A  b'), aVersion('A b')), ['= A b'])
  assert.deepEqual(tell(aVersion(), aVersion('A')), ['+ A'])
  assert.deepEqual(tell(aVersion('A'), aVersion()), ['- A'])
  assert.deepEqual(compareCaptures(aVersion(), aVersion()), { changes: [], added: 0, dropped: 0, altered: 0 })
})

test('every block of both versions is told exactly once, in order', () => {
  let seed = 11
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) % below
  const sentence = () => Array.from({ length: 1 + random(6) }, () => `w${random(9)}`).join(' ')
  for (let round = 0; round < 100; round++) {
    const before = aVersion(...Array.from({ length: random(12) }, sentence))
    const after = aVersion(...Array.from({ length: random(12) }, sentence))
    const { changes } = compareCaptures(before, after)
    const ranges = (side: 'before' | 'after') =>
      changes.flatMap((change) => (side in change ? [change[side as never]] : []))
    assert.deepEqual(ranges('before'), before.blocks)
    assert.deepEqual(ranges('after'), after.blocks)
  }
})

test('split words put together are the text, whatever it holds', () => {
  for (const text of [
    '',
    'd’État—2023-09-16: 1.234,5 €',
    'می‌روند ۱۲٬۳۴۵',
    '布基纳法索 и Мали 👩‍👩‍👧 \ud800 x',
    '\u202eabc\u202c\n\t',
  ]) {
    assert.equal(splitWords(text).join(''), text)
  }
})
