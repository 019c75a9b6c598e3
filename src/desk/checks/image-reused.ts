import type { Check } from './check.ts'
import { imagePlace } from './parts/image-line.ts'
import { otherUses } from './parts/image-uses.ts'

/** Allowed, and worth knowing: captions and licences should agree. */
export const imageReused: Check = {
  id: 'image-reused',
  group: 'image',
  severity: 'information',
  looksAt: 'Pictures of the whole run',
  why: 'The same picture is used in another piece.',
  mend: 'See that caption and licence agree, or take another picture.',
  example: {
    bad: {
      second: {
        image:
          'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
      },
    },
    good: { second: {} },
  },
  find: (context) => {
    const [other] = otherUses(context.all, context.document)
    const place = other && imagePlace(context, /^\s*image/iu, null)
    return place
      ? [{ start: place.start, end: place.end, why: `Also in “${other.in.document.title?.text ?? other.in.file}”.` }]
      : []
  },
}
