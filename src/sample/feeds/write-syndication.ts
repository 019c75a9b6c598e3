// In: an outlet and the items its feed shows. Out: RSS 2.0, Atom (RFC 4287), RSS 1.0 (RDF) or JSON Feed 1.1.

import { promisedUrl } from '../sample-outlet.ts'
import type { FeedContent } from './feed-text.ts'
import { escapeXml, feedRows } from './feed-text.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

export function writeRss(content: FeedContent): string {
  const { outlet, feed } = content
  const items = feedRows(content).map(
    (row) => `<item>
<title>${row.title}</title>
<link>${row.url}</link>
<guid isPermaLink="true">${row.url}</guid>
<pubDate>${row.publishedMail}</pubDate>
${row.author ? `<dc:creator>${row.author}</dc:creator>\n` : ''}<description>${row.summary}</description>
</item>`,
  )
  return `${XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeXml(feed.title)}</title>
<link>http://${outlet.host}/</link>
<description>${escapeXml(outlet.selfDescription)}</description>
<language>${feed.language ?? outlet.languages[0]}</language>
<ttl>30</ttl>
<atom:link rel="self" type="application/rss+xml" href="http://${outlet.host}${escapeXml(feed.path)}"/>
${items.join('\n')}
</channel>
</rss>
`
}

export function writeAtom(content: FeedContent): string {
  const { outlet, feed } = content
  const rows = feedRows(content)
  const entries = rows.map(
    (row) => `<entry xml:lang="${row.language}">
<id>${row.url}</id>
<title type="text">${row.title}</title>
<link rel="alternate" type="text/html" href="${row.url}"/>
<published>${row.published}</published>
<updated>${row.published}</updated>
${row.author ? `<author><name>${row.author}</name></author>\n` : ''}<summary type="text">${row.summary}</summary>
</entry>`,
  )
  return `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language ?? outlet.languages[0]}">
<id>http://${outlet.host}${escapeXml(feed.path)}</id>
<title>${escapeXml(feed.title)}</title>
<updated>${rows[0]?.published ?? '2023-01-01T00:00:00Z'}</updated>
<author><name>${escapeXml(outlet.nameAsPrinted)}</name></author>
<link rel="self" type="application/atom+xml" href="http://${outlet.host}${escapeXml(feed.path)}"/>
${entries.join('\n')}
</feed>
`
}

export function writeRdf(content: FeedContent): string {
  const { outlet, feed } = content
  const rows = feedRows(content)
  const items = rows.map(
    (row) => `<item rdf:about="${row.url}">
<title>${row.title}</title>
<link>${row.url}</link>
<description>${row.summary}</description>
<dc:date>${row.published}</dc:date>
${row.author ? `<dc:creator>${row.author}</dc:creator>\n` : ''}</item>`,
  )
  return `${XML}<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://${outlet.host}${escapeXml(feed.path)}">
<title>${escapeXml(feed.title)}</title>
<link>http://${outlet.host}/</link>
<description>${escapeXml(outlet.selfDescription)}</description>
<dc:language>${feed.language ?? outlet.languages[0]}</dc:language>
<items><rdf:Seq>
${rows.map((row) => `<rdf:li rdf:resource="${row.url}"/>`).join('\n')}
</rdf:Seq></items>
</channel>
${items.join('\n')}
</rdf:RDF>
`
}

export function writeJsonFeed({ outlet, feed, items }: FeedContent): string {
  return JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: `http://${outlet.host}/`,
      feed_url: `http://${outlet.host}${feed.path}`,
      language: feed.language ?? outlet.languages[0],
      items: items.map((item) => ({
        id: promisedUrl(outlet, item),
        url: promisedUrl(outlet, item),
        title: item.title,
        summary: item.paragraphs[0],
        date_published: item.published.replace(/(T\d\d:\d\d)(?=[+-])/, '$1:00'),
        ...(item.byline && { authors: [{ name: item.byline }] }),
        ...(item.language && { language: item.language }),
      })),
    },
    null,
    1,
  )
}
