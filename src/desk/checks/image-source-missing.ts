import type { Check } from './check.ts'

/** Without it nobody can look up the licence. */
export const imageSourceMissing: Check = {
  id: 'image-source-missing',
  group: 'image',
  severity: 'error',
  looksAt: 'Image information',
  why: 'The picture has no source: no address leads to it.',
  mend: 'Add the page on which the picture stands.',
  example: {
    bad: { image: 'Image: A ferry leaves the old harbor of Lindholm.\nAttribution: CC BY-SA 4.0' },
    good: {},
  },
  find: ({ document: { image } }) => {
    if (image === null || (image.source !== null && image.sourceUrl !== null)) return []
    const label = image.source === null ? /^\s*attribution/iu : /^\s*source/iu
    const line = image.lines.find(({ text }) => label.test(text)) ?? image.lines.at(-1)
    return line === undefined ? [] : [line]
  },
}
