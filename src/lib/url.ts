// In: an address as somebody wrote it. Out: the one form by which we know the page, and its host.
// Why: the same page is promised by several feeds, each with its own campaign marks; it must be one item.

const LONGEST_ADDRESS = 16_384

// Marks that tell a publisher where a reader came from. Only names that never choose the content.
const trackingNames = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'ysclid',
  '_openstat',
  'twclid',
  'ttclid',
  'igshid',
  'igsh',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'vero_id',
  'oly_enc_id',
  'oly_anon_id',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'ref_src',
  'ref_url',
  '__twitter_impression',
  'xtor',
  'wt_mc',
  'wt_zmc',
  'cmpid',
  'traffic_source',
  'maca',
  'ns_mchannel',
  'ns_source',
  'ns_campaign',
  'ns_linkname',
  'ns_fee',
  'at_medium',
  'at_campaign',
  'at_link_origin',
  'at_link_type',
  'at_link_id',
  'at_ptr_name',
  'at_bbc_team',
  'at_format',
  'spm',
  'sfnsn',
  'mibextid',
  'srsltid',
])
const trackingPrefixes = ['utm_', 'mtm_', 'pk_', 'piwik_', 'matomo_', 'at_custom']

/**
 * The address by which a page is known: absolute, host in lower case, no default port, user name, fragment or campaign
 * marks; escapes in upper case. What is left of the query keeps its order and spelling, because servers may care.
 * Null for anything that is not a web address.
 */
export function normaliseUrl(address: string, base?: string): string | null {
  const url = address.length > LONGEST_ADDRESS ? null : URL.parse(address, base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  url.username = ''
  url.password = ''
  url.hash = ''
  url.hostname = url.hostname.replace(/\.$/, '')
  url.search = withoutTracking(url.search)
  if (url.href.length > LONGEST_ADDRESS) return null
  return url.href.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
}

function withoutTracking(search: string): string {
  if (search.length < 2) return ''
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => !isTracking(part))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function isTracking(part: string): boolean {
  const name = part.replace(/^amp;/i, '').split('=', 1)[0]?.toLowerCase() ?? ''
  return trackingNames.has(name) || trackingPrefixes.some((prefix) => name.startsWith(prefix))
}

/** The host name of an address in lower case, without port; null for anything that is not a web address. */
export function hostOf(address: string): string | null {
  const url = URL.parse(address)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.hostname.replace(/\.$/, '') : null
}
