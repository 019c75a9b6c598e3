import type { Check } from './check.ts'

/** A page without a picture is allowed; a picture without its credit is not, and the two look alike. */
export const imageBlockMissing: Check = {
  id: 'image-block-missing',
  group: 'structure',
  severity: 'warning',
  looksAt: 'The end of an article',
  why: 'The article has no image information: its picture, if it has one, is not credited.',
  mend: 'Add image, source and attribution.',
  example: { bad: { imageHeading: '', image: '' }, good: {} },
  find: ({ document }) =>
    document.kind === 'article' && document.image === null && document.title !== null ? [document.title] : [],
}
