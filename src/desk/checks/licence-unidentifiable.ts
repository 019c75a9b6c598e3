import type { Check } from './check.ts'
import { imagePlace } from './parts/image-line.ts'
import { readLicence } from './parts/licences.ts'

/** A licence that does not exist permits nothing. */
export const licenceUnidentifiable: Check = {
  id: 'licence-unidentifiable',
  group: 'image',
  severity: 'error',
  looksAt: 'The attribution of the picture, against the list of Creative Commons licences',
  why: 'There is no licence of this name.',
  mend: 'Look at the picture’s page and print the licence named there, with its elements and version.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC x 2.0',
    },
    good: {},
  },
  find: (context) => {
    const attribution = context.document.image?.attribution ?? ''
    const licence = readLicence(attribution)
    const place =
      licence.kind === 'unidentifiable' ? imagePlace(context, /^\s*attribution/iu, licence.printed) : undefined
    return place ? [place] : []
  },
}
