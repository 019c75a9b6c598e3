import type { Check } from './check.ts'

const midway = /^\s*(?:…|\.{3}|\[…\]|[“"]?\[\p{Lu}\]\p{Ll}|[“"]?\p{Ll})/u

/** Readers should know that the sentence began before. */
export const excerptStartsMidSentence: Check = {
  id: 'excerpt-starts-mid-sentence',
  group: 'excerpt',
  severity: 'information',
  looksAt: 'Beginnings of excerpts',
  why: 'The excerpt begins in the middle of a sentence.',
  mend: 'Begin with the whole sentence, if its beginning changes the sense.',
  example: {
    bad: {
      excerpt:
        '… The town council said on Monday that both ferries are ready. The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {},
  },
  find: ({ document, text }) =>
    document.sources.flatMap(({ excerpt: [first], excerptRunIn }) =>
      first !== undefined && !excerptRunIn && midway.test(text.slice(first.start, first.end))
        ? [{ start: first.start, end: Math.min(first.end, first.start + 40) }]
        : [],
    ),
}
