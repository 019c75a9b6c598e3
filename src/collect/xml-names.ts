// In: element names as written and the namespaces in force. Out: one canonical name for each thing a feed says.
// Publishers invent prefixes and mistype addresses, so addresses are compared loosely
// and a well-known prefix is believed when it was never declared.

/** What namespace prefixes mean at one place of a document; '' is the default namespace. */
export type Prefixes = Readonly<Record<string, string>>

/** Canonical prefix by namespace address (without scheme, `www.`, and closing marks). '' = the feed's own words. */
const canonicalPrefixes: Readonly<Record<string, string>> = {
  'w3.org/2005/atom': '',
  'purl.org/atom/ns': '',
  'purl.org/atom/app': 'app',
  'purl.org/rss/1.0': '',
  'purl.org/rss/1.1': '',
  'purl.org/net/rss1.1': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'sitemaps.org/schemas/sitemap/0.9': '',
  'google.com/schemas/sitemap/0.84': '',
  'google.com/schemas/sitemap/0.9': '',
  'google.com/schemas/sitemap-news/0.9': 'news',
  'w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'w3.org/1999/xhtml': 'xhtml',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'search.yahoo.com/mrss': 'media',
  'itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
}

/** Prefixes believed without a declaration. */
const undeclaredPrefixes: Prefixes = {
  '': '',
  atom: '',
  rss: '',
  rdf: 'rdf',
  dc: 'dc',
  dcterms: 'dcterms',
  content: 'content',
  sy: 'sy',
  media: 'media',
  itunes: 'itunes',
  news: 'news',
  feedburner: 'feedburner',
  xhtml: 'xhtml',
}

export const wellKnownPrefixes: Prefixes = undeclaredPrefixes

/** Adds an element's `xmlns` attributes to the prefixes in force around it. */
export function withDeclarations(prefixes: Prefixes, attributes: Readonly<Record<string, string>>): Prefixes {
  let result: Record<string, string> | null = null
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const prefix = name.slice(6)
    result ??= { ...prefixes }
    result[prefix] = canonicalPrefix(value, prefix)
  }
  return result ?? prefixes
}

function canonicalPrefix(address: string, asWritten: string): string {
  const key = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/#]+$/, '')
  // RSS 2.0 has no namespace; the several that publishers gave it as a default all mean RSS.
  return canonicalPrefixes[key] ?? asWritten
}

/** The canonical name of an element or attribute written `prefix:local` or `local`. */
export function canonicalName(written: string, prefixes: Prefixes): string {
  const name = written.toLowerCase()
  const colon = name.indexOf(':')
  const prefix = colon === -1 ? '' : name.slice(0, colon)
  const canonical = prefixes[prefix] ?? prefix
  const local = name.slice(colon + 1)
  return canonical === '' ? local : `${canonical}:${local}`
}
