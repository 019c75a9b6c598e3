import type { Check } from './check.ts'
import { imagePlace } from './parts/image-line.ts'
import { asksForCreator, readLicence } from './parts/licences.ts'

/** Title, author, source, licence: the author is what the licence asks for first. */
export const creatorMissing: Check = {
  id: 'creator-missing',
  group: 'image',
  severity: 'warning',
  looksAt: 'Image information with a Creative Commons licence',
  why: 'The licence asks that the creator be named, and nobody is.',
  mend: 'Print the creator’s name before the licence.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: (context) => {
    const { image } = context.document
    if (image === null || image.attribution === null || image.credit !== null) return []
    const licence = readLicence(image.attribution)
    const place =
      asksForCreator(licence) && 'printed' in licence
        ? imagePlace(context, /^\s*attribution/iu, licence.printed)
        : undefined
    return place ? [place] : []
  },
}
