import type { Check } from './check.ts'

const headings = ['Sources:', 'Notes:', 'Image Information:'] as const

/** Headings are looked for by their letters. */
export const headingCase: Check = {
  id: 'heading-case',
  group: 'structure',
  severity: 'information',
  looksAt: 'Headings',
  why: 'The heading is written differently from all others.',
  mend: 'Write it as the house does.',
  example: { bad: { imageHeading: 'Image information:' }, good: {} },
  find: ({ text, document }) =>
    document.blocks
      .filter(({ kind }) => kind === 'heading')
      .flatMap(({ start, end }) => {
        const printed = text.slice(start, end).trim()
        const house = headings.find(
          (heading) => heading.toLowerCase() === printed.toLowerCase().replace(/\s*:?$/u, ':'),
        )
        return house === undefined || house === printed ? [] : [{ start, end, fix: house }]
      }),
}
