import type { Check } from './check.ts'

/** A source is not a permission. */
export const imageAttributionMissing: Check = {
  id: 'image-attribution-missing',
  group: 'image',
  severity: 'error',
  looksAt: 'Image information',
  why: 'The picture has no attribution: neither licence nor terms are told.',
  mend: 'Add creator and licence from the picture’s page.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg',
    },
    good: {},
  },
  find: ({ document: { image } }) => {
    const line = image?.lines.find(({ text }) => /^\s*source/iu.test(text)) ?? image?.lines.at(-1)
    return image === null || image.attribution !== null || line === undefined ? [] : [line]
  },
}
