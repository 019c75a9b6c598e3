import type { Check } from './check.ts'

/** A no-break space at the start hides labels and note numbers from whoever looks for them. */
export const paragraphLeadSpace: Check = {
  id: 'paragraph-lead-space',
  group: 'structure',
  severity: 'information',
  looksAt: 'Beginnings of lines',
  why: 'The line begins with a no-break space.',
  mend: 'Take the space out.',
  example: {
    bad: {
      image:
        '\u00a0Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: ({ text, document }) => {
    const [from, to] = [document.blocks[0]?.start ?? 0, document.blocks.at(-1)?.end ?? 0]
    const begin = text.lastIndexOf('\n', from) + 1
    return [
      ...text.slice(begin, to).matchAll(/^[ \t]*[\u00a0\u202f\u2007][\u00a0\u202f\u2007 \t]*(?:\S+ ?){1,2}/gmu),
    ].map(({ index, 0: found }) => ({
      start: begin + index,
      end: begin + index + found.length,
    }))
  },
}
