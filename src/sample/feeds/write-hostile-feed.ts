// In: an outlet with honest items. Out: a feed that attacks whoever reads it, with the honest items among the rest.
// Why: the desk must take from it what is true and be harmed by nothing. Every address in it is reserved, loopback or
// no web address at all, so that even a reader who falls for it reaches nobody.

import type { FeedContent } from './feed-text.ts'
import { feedRows } from './feed-text.ts'

/** How many junk entries the feed carries, all repeats of a few. */
export const JUNK_ENTRIES = 10_000

const BOMB = `<!DOCTYPE rss [
<!ENTITY a "lol">
${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('\n')}
<!ENTITY file SYSTEM "file:///etc/passwd">
<!ENTITY far SYSTEM "http://127.0.0.1:9/entity">
]>`

const TITLE_ATTACKS = [
  '<script>alert(1)</script>Markup in a title',
  '&lt;img src=x onerror=alert(1)&gt;Escaped markup in a title',
  '<![CDATA[<b onmouseover="alert(1)">CDATA</b> title]]>',
  '\u202Eeltit desrever A\u202C and \u2066an isolate that never ends',
  'NUL \u0000 and bell \u0007 in a title',
  '&j;&file;&far; entities in a title',
]

/** No web addresses at all, from a year that has not come. */
const LINK_ATTACKS = [
  'javascript:alert(document.domain)',
  'data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;',
  'file:///etc/passwd',
]

/** Web addresses that lead inside the reader's own machine, dated like honest ones. */
const INWARD_ATTACKS = ['http://127.0.0.1:22/', 'http://[::1]:6379/', 'http://localhost.test/%00/../../etc/passwd']

function hostileItem(title: string, link: string, date: string): string {
  return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${link}</guid><pubDate>${date}</pubDate></item>`
}

export function writeHostileFeed(content: FeedContent): string {
  const honest = feedRows(content)
  const first = honest[0]?.url ?? `http://${content.outlet.host}/`
  const attacks = [
    ...TITLE_ATTACKS.map((title) => hostileItem(title, first, 'Sat, 16 Sep 2023 18:30:00 +0000')),
    ...LINK_ATTACKS.map((link) => hostileItem('A link that is none', link, 'Tue, 01 Jan 2999 00:00:00 +0000')),
    ...INWARD_ATTACKS.map((link) => hostileItem('A link that is none', link, 'Mon, 04 Sep 2023 06:00:00 +0000')),
  ]
  // Repeats of honest addresses: the same again, or told apart by a fragment, or (a few) by a tracking parameter.
  const junk = Array.from({ length: JUNK_ENTRIES }, (_, index) => {
    const url = honest[index % Math.max(1, honest.length)]?.url ?? first
    const tracked = `${url}${url.includes('?') ? '&amp;' : '?'}utm_campaign=${index}`
    const address = index % 500 === 0 ? tracked : index % 2 ? `${url}#${index}` : url
    return hostileItem(`Junk ${index}`, address, 'yesterday, perhaps')
  })
  const items = honest.map((row) => hostileItem(row.title, row.url, row.publishedMail))
  return `<?xml version="1.0" encoding="UTF-8"?>
${BOMB}
<rss version="2.0"><channel><title>${content.feed.title} &j;</title><link>javascript:alert(2)</link>
${items.join('\n')}
${attacks.join('\n')}
${junk.join('\n')}
</channel></rss>
`
}
