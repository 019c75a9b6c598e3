import type { Check } from './check.ts'
import { grantsLicences, isRehost, isShortener, isSocial } from './parts/hosts.ts'
import { imagePlace } from './parts/image-line.ts'
import { asksForCreator, readLicence } from './parts/licences.ts'

/** Social networks grant their own terms, not Creative Commons. */
export const licenceImplausible: Check = {
  id: 'licence-implausible',
  group: 'image',
  severity: 'warning',
  looksAt: 'The licence of the picture, against its host',
  why: 'A free licence is claimed for a host that grants none.',
  mend: 'Look at the picture’s page; if it grants no licence, take another picture.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://x.com/johndoe/status/1\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: (context) => {
    const { image } = context.document
    if (image === null || image.sourceUrl === null || image.attribution === null || grantsLicences(image.sourceUrl))
      return []
    const licence = readLicence(image.attribution)
    const doubtful = isSocial(image.sourceUrl) || isShortener(image.sourceUrl) || isRehost(image.sourceUrl)
    const place =
      doubtful && asksForCreator(licence) && 'printed' in licence
        ? imagePlace(context, /^\s*attribution/iu, licence.printed)
        : undefined
    return place ? [place] : []
  },
}
