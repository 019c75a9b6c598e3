import type { Check } from './check.ts'

/** The caption is what the picture means here. */
export const captionMissing: Check = {
  id: 'caption-missing',
  group: 'structure',
  severity: 'information',
  looksAt: 'The line under the title',
  why: 'No caption stands under the title.',
  mend: 'Say what the picture shows, where and when.',
  example: { bad: { caption: '' }, good: {} },
  find: ({ document }) =>
    document.kind === 'article' && document.caption === null && document.title !== null ? [document.title] : [],
}
