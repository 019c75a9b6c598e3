import type { Check } from './check.ts'
import { imagePlace } from './parts/image-line.ts'
import { readLicence } from './parts/licences.ts'

/** To name the agency is not to have its leave. */
export const licenceAbsentAgency: Check = {
  id: 'licence-absent-agency',
  group: 'image',
  severity: 'error',
  looksAt: 'The attribution of the picture',
  why: 'Somebody is named, and no licence or terms.',
  mend: 'Print the licence or the terms under which the picture may be used.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: https://lindholm-post.example/pictures/17\nAttribution: Lindholm News Agency',
    },
    good: {},
  },
  find: (context) => {
    const attribution = context.document.image?.attribution ?? ''
    if (attribution.trim() === '' || readLicence(attribution).kind !== 'none' || !/\p{Lu}\p{L}+/u.test(attribution))
      return []
    // A placeholder or a label gone astray is told by other checks.
    if (/\bawaiting\b|^(?:image|source|attribution)\s*:/iu.test(attribution)) return []
    const place = imagePlace(context, /^\s*attribution/iu, attribution)
    return place ? [place] : []
  },
}
