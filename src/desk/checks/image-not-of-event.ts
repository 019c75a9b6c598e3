import type { Check, CheckContext } from './check.ts'
import { fromEdtf } from './parts/dates.ts'
import { imagePlace } from './parts/image-line.ts'

const past = /\b(?:in the past|file photo|archive photo|archival|years ago|earlier)\b/iu

/** A file picture is fine when the caption says so. */
export const imageNotOfEvent: Check = {
  id: 'image-not-of-event',
  group: 'image',
  severity: 'information',
  looksAt: 'Dates in the caption, against the dates of the sources',
  why: 'The picture is from another time than the events reported.',
  mend: 'Say in the caption that it is a file picture, of when and where.',
  example: {
    bad: {
      caption: 'A ferry leaves the old harbor of Lindholm, 2 May 2018.',
      image:
        'Image: A ferry leaves the old harbor of Lindholm, 2 May 2018.\nSource: John Doe, https://commons.wikimedia.org/wiki/File:Ferry_in_Lindholm.jpg\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: (context) => {
    const caption = context.document.image?.caption ?? ''
    // "Since 2020 they have…" tells a story, and does not date the picture.
    const story = /\b(?:since|are now|is now|has|have|had|was once|who)\b/iu
    const [sentence = ''] = caption.split(/(?<=\.)\s/u)
    const years = story.test(sentence)
      ? []
      : [...sentence.matchAll(/\b(?:19|20)\d{2}\b/gu)].map(([year]) => Number(year))
    const newest = Math.max(...years)
    const reported = firstYear(context)
    const old = years.length > 0 && reported !== null && newest < reported
    const place = old || past.test(caption) ? imagePlace(context, /^\s*image/iu, null) : undefined
    return place
      ? [
          {
            start: place.start,
            end: place.end,
            ...(old ? { why: `The picture is of ${newest}, the sources are of ${reported}.` } : {}),
          },
        ]
      : []
  },
}

function firstYear({ document }: CheckContext): number | null {
  const years = document.sources.flatMap(({ date }) => fromEdtf(date)?.year ?? [])
  return years.length === 0 ? null : Math.min(...years)
}
