import type { Check } from './check.ts'
import { foldWord } from './parts/words.ts'

/** One picture, one caption. */
export const captionMismatch: Check = {
  id: 'caption-mismatch',
  group: 'structure',
  severity: 'information',
  looksAt: 'The caption under the title, against the line “Image:”',
  why: 'The caption at the top and the one in the image information differ.',
  mend: 'Print the same sentence in both places.',
  example: {
    bad: { caption: 'A ferry leaves the old harbor of Lindholm' },
    good: {},
  },
  find: ({ document, text }) => {
    const { caption, captionRepeats, image } = document
    const line = image?.lines.find(({ text: printed }) => /^\s*image\s*:/iu.test(printed)) ?? image?.lines[0]
    if (caption === null || image === null || image.caption === null || line === undefined) return []
    const printed = [caption, ...captionRepeats].map(({ start, end }) => fold(text.slice(start, end)))
    return printed.includes(fold(image.caption)) ? [] : [line]
  },
}

const fold = (text: string): string => foldWord(text).replace(/\s+/gu, ' ').trim()
