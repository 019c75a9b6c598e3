import type { Check } from './check.ts'
import { isUnwrapped, linesOf } from './parts/lines.ts'

/** A break inside a field ends it for most readers of the page, human or not. */
export const lineBreakInCaption: Check = {
  id: 'line-break-in-caption',
  group: 'structure',
  severity: 'warning',
  looksAt: 'The line “Image:”',
  why: 'The caption goes on in a new line, without a label.',
  mend: 'Join the lines.',
  example: {
    bad: {
      caption: 'A ferry leaves the old harbor of Lindholm on a clear morning in spring.',
      image:
        'Image: A ferry leaves the old harbor of Lindholm\non a clear morning in spring.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
    },
    good: {
      caption: 'A ferry leaves the old harbor of Lindholm on a clear morning in spring.',
      image:
        'Image: A ferry leaves the old harbor of Lindholm on a clear morning in spring.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
    },
  },
  find: ({ text, document }) => {
    const lines = (document.image?.lines ?? [])
      .flatMap((line) => (isUnwrapped(text, line) ? [line] : linesOf(text, line)))
      .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    const said = lines.map((line) => /^\s*(?:image|source|attribution)\b/iu.test(text.slice(line.start, line.end)))
    return lines.flatMap((_, index) => {
      const before = lines[index - 1]
      const isCaption = before !== undefined && /^\s*image\s*:/iu.test(text.slice(before.start, before.end))
      return isCaption && said[index] === false ? [before] : []
    })
  },
}
