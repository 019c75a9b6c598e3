import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeMarks, type FindingPlace } from './place-marks.ts'

const raw = '  The  line\nopened 🚢 late.[ii] It runs'
const file = { text: `xx${raw}`, start: 50 }
const printed = { text: 'The line opened 🚢 late.[ii] It runs', start: 52, end: 52 + raw.length, line: 3 }
const place = (words: string, index = 0): FindingPlace => {
  const start = 52 + raw.indexOf(words)
  return { start, end: start + words.length, severity: 'warning', index }
}
const shown = (marks: ReturnType<typeof placeMarks>) => marks.map(({ from, to }) => printed.text.slice(from, to))

test('a place in the file is found in the text as shown, across broken lines and beyond the first plane', () => {
  assert.deepEqual(shown(placeMarks(printed, file, [place('line\nopened'), place('late', 1)])), ['line opened', 'late'])
})

test('markers of notes that are there are marked, others stay text', () => {
  assert.deepEqual(shown(placeMarks(printed, file, [], new Set(['ii']))), ['[ii]'])
  assert.deepEqual(shown(placeMarks(printed, file, [], new Set(['i']))), [])
})

test('findings that overlap share one stretch, and none of them is lost', () => {
  const marks = placeMarks(printed, file, [place('late. [ii]', 2), place('opened 🚢 late', 0), place('late', 1)])
  assert.deepEqual(shown(marks), ['opened 🚢 late'])
  const indexes = marks.flatMap((mark) => (mark.kind === 'finding' ? mark.places.map(({ index }) => index) : []))
  assert.deepEqual(indexes, [0, 1])
})

test('a place outside the piece marks nothing', () => {
  assert.deepEqual(placeMarks(printed, file, [{ start: 10, end: 20, severity: 'error', index: 0 }]), [])
})
