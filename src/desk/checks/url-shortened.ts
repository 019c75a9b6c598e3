import type { Check } from './check.ts'
import { printedUrls } from './parts/addresses.ts'
import { isShortener } from './parts/hosts.ts'

/** A short link says nothing of where it leads, and dies with the service. */
export const urlShortened: Check = {
  id: 'url-shortened',
  group: 'url',
  severity: 'error',
  looksAt: 'Addresses',
  why: 'The address goes through a link shortener: nobody sees where it leads, and it dies with the service.',
  mend: 'Open it once, and print the address it leads to.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://tinyurl.com/lindholm2',
    },
    good: {},
  },
  find: (context) => printedUrls(context, 'citation', 'note', 'image').filter(({ url }) => isShortener(url)),
}
