import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleOutlets } from '../sample/outlets.ts'
import { afterRevision, languageOf } from '../sample/sample-outlet.ts'
import { normaliseSegment } from '../translate/memory/memory-key.ts'
import { splitSegments } from '../translate/segments/split-segments.ts'
import { lessonsOf } from './teach-sample.ts'

test('the sample press is translated whole: title, dateline and every sentence of every version of every page', () => {
  const missing: string[] = []
  for (const outlet of sampleOutlets) {
    for (const item of outlet.items) {
      const language = languageOf(outlet, item)
      if (language === 'en') continue
      const known = new Set(lessonsOf(item, language).map(({ source }) => normaliseSegment(source)))
      for (const { title, paragraphs } of [item, afterRevision(item)]) {
        const printed = paragraphs.map((text, at) => (at === 0 && item.dateline ? `${item.dateline} ${text}` : text))
        const sentences = printed.flatMap((text) =>
          splitSegments(text, [], language).map(({ start, end }) => text.slice(start, end)),
        )
        const unknown = [title, ...sentences].filter((sentence) => !known.has(normaliseSegment(sentence)))
        missing.push(...unknown.map((sentence) => `${outlet.host}${item.path}: ${sentence}`))
      }
    }
  }
  assert.deepEqual(missing, [])
})
