// Prints a line for each test file, every failure in full, the reasons for what was skipped, and the counts at the end.

import { relative } from 'node:path'

/** A reporter of node:test: takes its events, gives the text to print. */
export default async function* quietReporter(events) {
  const files = new Map()
  const skipped = new Map()
  const failures = []
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed') failures.push(data)
    if (type === 'test:pass' || type === 'test:fail') count(files, skipped, type, data)
    if (type === 'test:stderr' || type === 'test:stdout') continue
    if (type === 'test:summary' && data.file) {
      const { passed = 0, failed = 0 } = files.get(data.file) ?? {}
      yield `${failed > 0 ? 'FAIL' : 'ok  '} ${relative(process.cwd(), data.file)} (${passed} passed${failed > 0 ? `, ${failed} failed` : ''}, ${(data.duration_ms / 1000).toFixed(1)} s)\n`
    }
    if (type === 'test:summary' && !data.file) yield* summary(data, skipped, failures)
  }
}

function count(files, skipped, type, data) {
  // `file` is where the test is written down, which may be a function that many test files call.
  const file = data.entryFile ?? data.file
  if (!file || data.details?.type === 'suite') return
  const tally = files.get(file) ?? { passed: 0, failed: 0 }
  if (data.skip !== undefined) {
    const reason = typeof data.skip === 'string' ? data.skip : 'no reason given'
    skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
  } else tally[type === 'test:pass' ? 'passed' : 'failed']++
  files.set(file, tally)
}

function* summary({ counts, duration_ms }, skipped, failures) {
  for (const { name, file, line, details } of failures) {
    const cause = details?.error?.cause ?? details?.error
    yield `\nFAILED  ${name}\n        ${file ? relative(process.cwd(), file) : ''}:${line ?? ''}\n${indent(cause?.stack ?? String(cause))}\n`
  }
  for (const [reason, n] of skipped) yield `skipped ${n}: ${reason}\n`
  yield `\n${counts.passed} passed, ${counts.failed + counts.cancelled} failed, ${counts.skipped} skipped\n`
  yield `in ${(duration_ms / 1000).toFixed(1)} s\n`
}

function indent(text) {
  return text
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n')
}
