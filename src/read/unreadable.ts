import type { PageReading } from '../domain/reading.ts'

/** The reading of bytes that gave nothing, with the reason in a sentence. */
export function unreadable(reason: string, state: PageReading['state'] = 'unreadable'): PageReading {
  return {
    state,
    reason,
    title: null,
    byline: [],
    published: null,
    updated: null,
    language: null,
    languageConfidence: 0,
    direction: 'ltr',
    text: '',
    blocks: [],
    canonicalUrl: null,
    siteName: null,
    section: null,
    tags: [],
    leadImage: null,
    charset: 'unknown',
    notes: [],
  }
}
