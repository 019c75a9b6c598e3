import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideJoins, type Neighbour } from './decide-joins.ts'
import type { CopyKind } from '../../domain/copy.ts'
import { sketchDocument } from './sketch-document.ts'

function sketch(id: string, hour: number) {
  const published = { at: Date.UTC(2024, 0, 1, hour), precision: 'minute' as const }
  return sketchDocument({ id, title: null, text: '', language: null, published }).sketch
}

/** @param shares of the new document, and of this one */
function neighbour(
  no: number,
  hour: number,
  kind: CopyKind,
  shares: readonly [number, number],
  group: number | null,
  begins: number | null = null,
): Neighbour {
  const [own, theirs] = shares
  return {
    record: { no, id: `n${no}`, group, record: new Uint8Array() },
    sketch: sketch(`n${no}`, hour),
    relation: {
      kind,
      certainty: 'certain',
      ofOriginal: theirs,
      ofCopy: own,
      why: '',
      original: 'second',
      lead: 1,
      reasons: [],
    },
    groupBegins: begins === null ? null : Date.UTC(2024, 0, 1, begins),
  }
}

const joinedOf = (hour: number, ...neighbours: Neighbour[]) =>
  decideJoins(sketch('new', hour), neighbours).map(({ record }) => record.no)

test('a copy of a report is no translation of what the report itself was not taken for', () => {
  const own = neighbour(1, 5, 'same-text', [1, 1], null)
  const foreign = neighbour(2, 4, 'translation', [1, 1], 2, 4)
  assert.deepEqual(joinedOf(6, foreign, own), [1])
  assert.deepEqual(joinedOf(6, foreign), [2])
})

test('an original that comes late takes its excerpt and its translation with it', () => {
  const excerpt = neighbour(1, 7, 'excerpt', [0.3, 1], null)
  const foreign = neighbour(2, 8, 'translation', [1, 1], 2, 8)
  assert.deepEqual(joinedOf(5, excerpt, foreign), [1, 2])
})

test('what holds several texts and came after them joins one of them at most', () => {
  const held = [1, 2, 3].map((no) => neighbour(no, no, 'excerpt', [0.3, 1], null))
  assert.equal(joinedOf(9, ...held).length, 1)
})

test('a shared passage joins only with the one that stands at the beginning of its group', () => {
  assert.deepEqual(joinedOf(9, neighbour(1, 5, 'excerpt', [0.7, 0.2], 1, 3)), [])
  assert.deepEqual(joinedOf(9, neighbour(1, 3, 'excerpt', [0.7, 0.2], 1, 3)), [1])
})

test('what is only possible is joined with nothing', () => {
  const doubtful = neighbour(1, 1, 'same-text', [1, 1], null)
  assert.deepEqual(joinedOf(2, { ...doubtful, relation: { ...doubtful.relation, certainty: 'possible' } }), [])
})
