import type { Check } from './check.ts'
import { printedUrls } from './parts/addresses.ts'

const file = /\.(?:jpe?g|png|gif|webp|svg|tiff?|mp4|bmp)(?:[?#].*)?$/iu
const page = /\/(?:[\p{L}]+:[^/]+|wiki\/[^/]*:[^/]+)$/u

/** The licence stands on the page, not in the picture. */
export const urlIsMediaFile: Check = {
  id: 'url-is-media-file',
  group: 'url',
  severity: 'information',
  looksAt: 'The picture’s address',
  why: 'The address is that of the file, not of the page that says whose it is.',
  mend: 'Link to the page of the picture.',
  example: {
    bad: {
      image:
        'Image: A ferry leaves the old harbor of Lindholm.\nSource: John Doe, https://pictures.lindholm.example/2024/ferry.jpg\nAttribution: CC BY-SA 4.0',
    },
    good: {},
  },
  find: (context) => printedUrls(context, 'image').filter(({ url }) => file.test(url) && !page.test(url)),
}
