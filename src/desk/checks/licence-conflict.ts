import type { Check } from './check.ts'
import { imagePlace } from './parts/image-line.ts'
import { otherUses } from './parts/image-uses.ts'
import { foldLetters } from './parts/words.ts'

/** One picture is under one licence at a time. */
export const licenceConflict: Check = {
  id: 'licence-conflict',
  group: 'image',
  severity: 'error',
  looksAt: 'Pictures that are used more than once in the run',
  why: 'The same picture stands elsewhere under another licence.',
  mend: 'Look at the picture’s page and print one licence in both places.',
  example: {
    bad: {
      second: {
        image:
          'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY 3.0',
      },
    },
    good: { second: {} },
  },
  find: (context) => {
    const own = context.document.image?.attribution ?? null
    if (own === null) return []
    const other = otherUses(context.all, context.document).find(
      ({ image }) => image.attribution !== null && licenceOf(image.attribution) !== licenceOf(own),
    )
    const place = other && imagePlace(context, /^\s*attribution/iu, own)
    return place
      ? [
          {
            start: place.start,
            end: place.end,
            why: `In “${other.in.document.title?.text ?? other.in.file}”: ${other.image.attribution}.`,
          },
        ]
      : []
  },
}

/** The creator may be printed or not; the licence may not differ. */
function licenceOf(attribution: string): string {
  return foldLetters(/(?:\bCC|\bBY-|Creative|Public|Free).*$/u.exec(attribution)?.[0] ?? attribution).replace(
    /^cc/u,
    '',
  )
}
