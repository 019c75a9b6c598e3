import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countSegments } from '../../store/translation-memory.ts'
import { testOnEachDatabase } from '../../store/each-database.ts'
import { matchScore } from './match-score.ts'
import { gramsOf, LEAST_MATCH, sharedMarks, wordsOf } from './memory-key.ts'
import { findExact, findFuzzy, forgetLesson, teachMemory, type Lesson } from './translation-memory.ts'

const now = 1_700_000_000_000
const pair = { from: 'ar', to: 'en' }
const lesson = (source: string, target: string): Lesson => ({ source, target, state: 'human', origin: 'M. Okafor' })

testOnEachDatabase('the same sentence is found again, whatever its digits, quotation marks and spaces', async (db) => {
  await teachMemory(db, pair, [lesson('قال «نعم» ٢٦ مرة', 'He said yes 26 times')], now)
  const same = 'قال  “نعم” 26 مرة '
  const found = await findExact(db, { from: 'ar-EG', to: 'en-GB' }, [same, 'قال «لا» ٢٦ مرة'])
  assert.equal(found.get(same)?.target, 'He said yes 26 times')
  assert.equal(found.size, 1)
  assert.equal((await findExact(db, { from: 'ar', to: 'fr' }, [same])).size, 0, 'another language is another memory')
})

testOnEachDatabase('a correction takes the place of what was known, once', async (db) => {
  await teachMemory(db, pair, [lesson('وصل القارب', 'The ship came'), lesson('وصل القارب', 'The boat came')], now)
  await teachMemory(db, pair, [lesson('وصل القارب', 'The boat has arrived')], now + 1)
  const [match] = await findFuzzy(db, pair, 'وصل القارب')
  assert.deepEqual([match?.target, match?.match], ['The boat has arrived', 1])
  assert.deepEqual(await countSegments(db), [{ from: 'ar', to: 'en', segments: 1 }])
  assert.equal(await forgetLesson(db, pair, 'وصل القارب'), true)
  assert.deepEqual(await findFuzzy(db, pair, 'وصل القارب'), [])
})

testOnEachDatabase('sentences that are alike are found, the best first, and others are not', async (db) => {
  await teachMemory(
    db,
    { from: 'en', to: 'fr' },
    [
      lesson('The port of Rahman received 24 boats of rice on Monday morning.', 'a'),
      lesson('The port of Rahman received 12 boats of wheat on Tuesday morning.', 'b'),
      lesson('Nobody at the old lighthouse had heard of the railway.', 'c'),
    ],
    now,
  )
  const found = await findFuzzy(
    db,
    { from: 'en', to: 'fr' },
    'The port of Rahman received 26 boats of rice on Monday morning.',
  )
  assert.deepEqual(
    found.map(({ target }) => target),
    ['a', 'b'],
  )
  assert.ok((found[0]?.match ?? 0) > 0.9)
})

test('the index leaves no match out: every sentence that is alike enough shares as many marks as are asked for', () => {
  let seed = 7
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
  const vocabulary = Array.from({ length: 40 }, (_, at) => `w${'abcdefghij'.slice(0, at % 9)}${at}`)
  const sentence = (length: number): string[] => Array.from({ length }, () => vocabulary[random(40)] ?? '')
  for (let round = 0; round < 3_000; round++) {
    const one = sentence(1 + random(14))
    const other = one.flatMap((word) => (random(6) === 0 ? (random(2) === 0 ? [] : sentence(1)) : [word]))
    if (matchScore(one, other) < LEAST_MATCH) continue
    const marks = new Set(gramsOf(pair, one))
    const shared = gramsOf(pair, other).filter((mark) => marks.has(mark)).length
    for (const least of [0.6, 0.7, 0.75, 0.85, 1])
      if (matchScore(one, other) >= least)
        assert.ok(shared >= sharedMarks(one.length, other.length, least), `${one.join(' ')} ~ ${other.join(' ')}`)
  }
})

test('a match is the part of the words that need not be typed again', () => {
  assert.equal(matchScore(['a', 'b', 'c', 'd'], ['a', 'b', 'x', 'd']), 0.75)
  assert.equal(matchScore(['a'], ['a']), 1)
  assert.equal(matchScore([], []), 0)
  assert.equal(matchScore(['a', 'b', 'c'], ['x', 'y', 'z'], 0.7), 0)
  assert.deepEqual(wordsOf('٢٦'), wordsOf('26'))
})
