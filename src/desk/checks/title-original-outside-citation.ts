import type { Check } from './check.ts'

/** A line in another script, above the line that cites. */
const foreignLetters =
  /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}\p{Script=Greek}]/gu

/** The title is part of the citation, not a line of its own. */
export const titleOriginalOutsideCitation: Check = {
  id: 'title-original-outside-citation',
  group: 'citation',
  severity: 'information',
  looksAt: 'Lines above citations',
  why: 'The original title stands on a line of its own, above the citation it belongs to.',
  mend: 'Put it into the citation: “Original title (English title),”.',
  example: {
    bad: {
      citation:
        'عبّارة جديدة في الميناء القديم\n\n“A new ferry in the old harbor,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/new-ferry',
    },
    good: {
      citation:
        '“عبّارة جديدة في الميناء القديم (A new ferry in the old harbor),” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/new-ferry',
    },
  },
  find: ({ text, document }) =>
    document.sources.flatMap(({ citation }) =>
      citation.slice(0, -1).filter(({ start, end }) => isForeign(text.slice(start, end))),
    ),
}

function isForeign(line: string): boolean {
  const foreign = line.match(foreignLetters)?.length ?? 0
  const latin = line.match(/\p{Script=Latin}/gu)?.length ?? 0
  return foreign >= 4 && foreign > latin * 2
}
