import type { Check } from './check.ts'
import { referencesBy, referencesOf } from './parts/cross-references.ts'

/** Two addresses, one piece: back-links count it twice. */
export const sameWorkTwoUrls: Check = {
  id: 'same-work-two-urls',
  group: 'url',
  severity: 'information',
  looksAt: 'References to earlier pieces, over the whole run',
  why: 'The same piece is cited elsewhere under another address.',
  mend: 'Use one address; keep the other as an alias.',
  example: {
    bad: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
      second: {
        notes: '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://archive.example/437258',
      },
    },
    good: {
      notes:
        '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
      second: {
        notes:
          '[i] See: Jane Roe, “A Lighthouse of Glass,” OE Watch, 05-2023. https://digest.example/2023/a-lighthouse-of-glass/',
      },
    },
  },
  find: (context) =>
    referencesOf(context).flatMap(({ key, url, start, end }) => {
      const other =
        url === null
          ? undefined
          : referencesBy(context.all)
              .get(`key ${key}`)
              ?.find((one) => one.url !== null && bare(one.url) !== bare(url))
      if (other === undefined || url === null) return []
      const index = context.text.slice(start, end + 400).indexOf(url)
      const place = index < 0 ? { start, end } : { start: start + index, end: start + index + url.length }
      return [{ ...place, why: `Elsewhere: ${other.url}` }]
    }),
}

const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/+$/u, '')
