import type { Check } from './check.ts'
import { grantsLicences, hostOf, isRehost } from './parts/hosts.ts'
import { imagePlace } from './parts/image-line.ts'
import { foldLetters } from './parts/words.ts'

/** A site that shows the pictures of others cannot say how they may be used. */
export const imageRehost: Check = {
  id: 'image-rehost',
  group: 'image',
  severity: 'information',
  looksAt: 'The source of the picture',
  why: 'The source is a site that shows pictures of others, not the one the picture comes from.',
  mend: 'Find the page of the creator or the agency.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://lindholm-pictures.blogspot.com/ferry\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: (context) => {
    const { image } = context.document
    if (image === null || image.sourceUrl === null) return []
    const place = imagePlace(context, /^\s*source/iu, image.sourceUrl)
    return place && (isRehost(image.sourceUrl) || isOfAnother(image.sourceUrl, image.attribution)) ? [place] : []
  },
}

/** The attribution is itself the name of a site, and the picture lies on another. */
function isOfAnother(url: string, attribution: string | null): boolean {
  const site = /^\s*(?:www\.)?([\p{L}\p{N}-]+)\.\p{L}{2,6}\s*$/u.exec(attribution ?? '')?.[1]
  return site !== undefined && !grantsLicences(url) && !foldLetters(hostOf(url)).includes(foldLetters(site))
}
