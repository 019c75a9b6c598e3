// Web hosts by what they are. Facts, kept short: what is not listed is simply not known.

const shorteners = new Set(
  'bit.ly buff.ly cutt.ly dlvr.it fb.me goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al v.gd wp.me youtu.be clck.ru vk.cc'.split(
    ' ',
  ),
)
const social = new Set(
  'facebook.com twitter.com x.com t.me telegram.me instagram.com tiktok.com youtube.com vk.com ok.ru weibo.com threads.net linkedin.com reddit.com truthsocial.com rumble.com aparat.com'.split(
    ' ',
  ),
)
const aggregators = new Set(
  'allafrica.com msn.com yahoo.com news.yahoo.com flipboard.com newsnow.co.uk menafn.com pressreader.com headtopics.com archive.org web.archive.org archive.ph archive.is archive.today news.google.com inkl.com eurasiareview.com'.split(
    ' ',
  ),
)
/** Sites whose pages say under which licence a picture may be used. */
const licensing = new Set(
  'commons.wikimedia.org upload.wikimedia.org wikipedia.org flickr.com live.staticflickr.com unsplash.com pexels.com pixabay.com dvidshub.net kremlin.ru mil.ru europa.eu'.split(
    ' ',
  ),
)
/** Sites that show pictures of others. */
const rehosts = new Set(
  'pinterest.com imgur.com blogspot.com wordpress.com medium.com alamy.com gettyimages.com shutterstock.com researchgate.net quora.com fandom.com wikipedia.org alchetron.com globalsecurity.org'.split(
    ' ',
  ),
)
/** Editions in one language of outlets that also publish in others. */
const editions: Readonly<Record<string, string>> = {
  'tass.com': 'en',
  'aljazeera.com': 'en',
  'english.alarabiya.net': 'en',
  'english.aawsat.com': 'en',
  'en.mehrnews.com': 'en',
  'interfax.com': 'en',
  'meduza.io/en': 'en',
  'fr.africanews.com': 'fr',
  'presstv.ir': 'en',
  'tehrantimes.com': 'en',
  'globaltimes.cn': 'en',
}

/** Lower case, without `www.` and `m.`; empty when `url` has none. */
export function hostOf(url: string | null): string {
  const host = /^(?:[a-z]+:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec(url ?? '')?.[1] ?? ''
  return host.toLowerCase().replace(/^(?:www|m|mobile)\./, '')
}

export const isShortener = (url: string): boolean => shorteners.has(hostOf(url))
export const isSocial = (url: string): boolean => inList(social, hostOf(url))
export const isAggregator = (url: string): boolean => inList(aggregators, hostOf(url))
export const grantsLicences = (url: string): boolean =>
  inList(licensing, hostOf(url)) || /\.(?:gov|mil)(?:\.|$)/.test(hostOf(url))
export const isRehost = (url: string): boolean => inList(rehosts, hostOf(url))

/** Language of the edition that an address belongs to, where its host or its path says so; null = not said. */
export function editionOf(url: string): string | null {
  const host = hostOf(url)
  const known = editions[host]
  if (known !== undefined) return known
  const label = /^(?:(en|english|fr|es|ru|ar|fa|farsi|pt|de|tr|zh)\.)/.exec(host)?.[1]
  const section = /^[a-z]+:\/\/[^/]+\/(en|fr|es|ru|ar|fa|pt|de|tr|zh|english)(?:\/|$)/i.exec(url)?.[1]?.toLowerCase()
  const said = label ?? section ?? null
  return said === 'english' ? 'en' : said === 'farsi' ? 'fa' : said
}

function inList(list: ReadonlySet<string>, host: string): boolean {
  if (list.has(host)) return true
  const parts = host.split('.')
  return parts.some((_, index) => index > 0 && list.has(parts.slice(index).join('.')))
}
