import type { Check } from './check.ts'
import { foldLetters } from './parts/words.ts'

/** Archives name pictures by key words; a reader is told in a sentence. */
export const captionIsFilename: Check = {
  id: 'caption-is-filename',
  group: 'structure',
  severity: 'information',
  looksAt: 'Captions, against the name of the picture’s file',
  why: 'The caption is the name of the file, not a sentence.',
  mend: 'Say what the picture shows.',
  example: {
    bad: {
      caption: 'Ferry In Lindholm',
      image:
        'Image: Ferry In Lindholm\nSource: John Doe, https://commons.wikimedia.org/wiki/File:FerryInLindholm.jpg\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: ({ document }) => {
    const { caption, image } = document
    if (caption === null) return []
    const isName = /_|\.(?:jpe?g|png|gif|webp|svg)$/iu.test(caption.text)
    return isName ||
      (caption.text.split(' ').length <= 5 && foldLetters(caption.text) === fileName(image?.sourceUrl ?? ''))
      ? [caption]
      : []
  },
}

function fileName(url: string): string {
  const last = url.split('/').at(-1) ?? ''
  const name = last.replace(/^[\p{L}]+:/u, '').replace(/\.\w{2,5}$/u, '')
  try {
    return foldLetters(decodeURIComponent(name))
  } catch {
    return foldLetters(name)
  }
}
