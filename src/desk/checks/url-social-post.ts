import type { Check } from './check.ts'
import { printedUrls } from './parts/addresses.ts'
import { isSocial } from './parts/hosts.ts'

/** Posts are edited and deleted more than anything else on the web. */
export const urlSocialPost: Check = {
  id: 'url-social-post',
  group: 'url',
  severity: 'information',
  looksAt: 'Addresses of sources, notes and pictures',
  why: 'A post on a social network: it may be gone tomorrow.',
  mend: 'Preserve it first; name platform, account and day.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://www.facebook.com/lindholm.example/posts/1',
    },
    good: {},
  },
  find: (context) => printedUrls(context, 'citation', 'note', 'image').filter(({ url }) => isSocial(url)),
}
