import type { Check } from './check.ts'
import { printedUrls } from './parts/addresses.ts'

/** Both are right; one of them survives copying. */
export const urlRawIri: Check = {
  id: 'url-raw-iri',
  group: 'url',
  severity: 'information',
  looksAt: 'Addresses',
  why: 'The address holds letters that other addresses here percent-encode; they are lost where a page is copied without care.',
  mend: 'Percent-encode them in print.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/fähre',
    },
    good: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. https://lindholm-post.example/f%C3%A4hre',
    },
  },
  find: (context) =>
    printedUrls(context, 'citation', 'note', 'image')
      .filter(({ url }) => /[^\x21-\x7e]/u.test(url))
      .map(({ url, start, end }) => ({ start, end, ...encoded(url) })),
}

function encoded(url: string): { fix?: string } {
  try {
    return { fix: encodeURI(decodeURI(url)) }
  } catch {
    return {}
  }
}
