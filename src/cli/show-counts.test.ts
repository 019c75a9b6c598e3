import assert from 'node:assert/strict'
import { test } from 'node:test'
import { showCounts } from './show-counts.ts'

test('one of each is told in the singular', () => {
  const lines: string[] = []
  const silent = { json: () => undefined, progress: () => undefined, note: () => undefined }
  showCounts(
    {
      counts: { outlets: 1, feeds: 1, items: 1, captures: 1, readings: 1, indexed: 1 },
      feeds: { well: 1, quiet: 0, failing: 0, gone: 0, 'never-polled': 0 },
      troubles: [],
      failed: [],
      seconds: 1,
      done: {},
    },
    { ...silent, line: (text = '') => void lines.push(text) },
  )
  assert.match(lines[0] ?? '', /^1 outlet, 1 feed: /u)
  assert.equal(lines[1], '1 item noticed, 1 capture kept, 1 reading, 1 searchable')
})
