// For tests: a small newspaper whose pages are built like none that the reader was made with: tables within tables,
// capital letters, line breaks for paragraphs, a feed with relative links in another folder.

import { join } from 'node:path'
import { dragomanJson, makeFolder, type Closing, type Settings } from './run-dragoman.ts'
import { send, serveHosts, type Site } from './serve-hosts.ts'

export const HOST = 'quay-post.test'

export type UnseenPage = {
  readonly path: string
  readonly title: string
  readonly day: string
  readonly lines: readonly string[]
}

export const unseenPages: readonly UnseenPage[] = [
  {
    path: '/cgi/show?no=17',
    title: 'Dredgers return to the north basin',
    day: '2024-03-04',
    lines: [
      'Two dredgers tied up in the north basin on Monday and will work there until Whitsun, the port office wrote.',
      'The basin has lost a metre and a half of depth in six years; pilots have refused the largest coal ships since autumn.',
      'What is lifted goes to the old quarry at Ellerby, where a dam was raised for it last year.',
    ],
  },
  {
    path: '/cgi/show?no=18',
    title: 'Night ferry to be sold, crews to stay',
    day: '2024-03-06',
    lines: [
      'The night ferry Marigold is for sale, her owners said on Wednesday, after thirty-one years on the same crossing.',
      'Her eighty-four hands keep their places: they move to the day boat, which will sail twice as often from June.',
      'A buyer from the Aegean has looked at her engines; a price was not named.',
    ],
  },
  {
    path: '/cgi/show?no=21',
    title: 'Customs house finds its clock again',
    day: '2024-03-09',
    lines: [
      'The clock of the customs house, missing from its tower since the flood, stood for forty years in a barn at Thrale.',
      'A farmer’s grandson recognised it in a photograph in this newspaper and rang the harbour master on Friday night.',
      'It will strike again on the first of May, slower than before by the advice of an engineer.',
    ],
  },
]

function writePage({ title, day, lines }: UnseenPage): string {
  const [year, month, date] = day.split('-')
  return `<HTML><HEAD><TITLE>QUAY POST :: ${title}</TITLE></HEAD><BODY BGCOLOR="#ffffe8">
<TABLE WIDTH=100%><TR><TD VALIGN=TOP WIDTH=140><FONT SIZE=1><A HREF="/">Front</A><BR><A HREF="/tides">Tides</A><BR><A HREF="/lost">Lost &amp; found</A></FONT></TD>
<TD><TABLE CELLPADDING=6><TR><TD><FONT FACE=Georgia SIZE=5><B>${title}</B></FONT></TD></TR>
<TR><TD ALIGN=RIGHT><I>${date}.${month}.${year}</I></TD></TR>
<TR><TD><FONT FACE=Georgia>${lines.join('<BR><BR>\n')}</FONT></TD></TR>
<TR><TD><FONT SIZE=1>Printed and bound at the Old Ropewalk. Call us before noon.</FONT></TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>`
}

const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Quay Post</title>
<link>http://${HOST}/</link><language>en</language>${unseenPages
  .map(
    ({
      path,
      title,
      day,
    }) => `<item><title>${title}</title><link>..${path}</link><guid isPermaLink="false">${path}</guid>
<pubDate>${new Date(`${day}T07:00:00Z`).toUTCString()}</pubDate></item>`,
  )
  .join('\n')}</channel></rss>`

const front = `<HTML lang=en><HEAD><TITLE>Quay Post</TITLE><LINK REL=alternate TYPE="application/rss+xml" HREF="/rdr/news.rss"></HEAD>
<BODY><H1>Quay Post</H1><UL>${unseenPages.map(({ path, title }) => `<LI><A HREF="${path}">${title}</A>`).join('')}</UL></BODY></HTML>`

export const unseenSite: Site = {
  '/': send(front, { 'content-type': 'text/html' }),
  '/rdr/news.rss': send(feed, { 'content-type': 'text/xml' }),
  '/robots.txt': send('User-agent: *\nDisallow: /lost\n', { 'content-type': 'text/plain' }),
  ...Object.fromEntries(unseenPages.map((page) => [page.path, send(writePage(page), { 'content-type': 'text/html' })])),
}

/** Serves the site, for a home that does not know it yet. */
export async function openSite(t: Closing): Promise<{ folder: string; home: string; settings: Settings }> {
  const { allow } = await serveHosts(t, { [HOST]: unseenSite })
  const folder = await makeFolder(t)
  const home = join(folder, 'home')
  const settings = { DRAGOMAN_HOME: home, DRAGOMAN_PACE_SECONDS: '0', DRAGOMAN_ALLOW_HOSTS: JSON.stringify(allow) }
  return { folder, home, settings }
}

/** A home in which the site has been collected. */
export async function collectSite(t: Closing) {
  const site = await openSite(t)
  await dragomanJson(site.settings, 'outlets', 'add', HOST, '--subscribe')
  await dragomanJson(site.settings, 'collect')
  return site
}
