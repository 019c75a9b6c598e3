// In: the address of a page and what the server said with it. Out: of which page it is a preserved copy, if it is one.
// Why from headers first: RFC 7089 lets any archive say so; addresses are only known of the archives in the table.

export type Memento = {
  /** The address of the copy, which everybody can reach. */
  readonly url: string
  /** The address that was preserved; null = the archive does not say. */
  readonly original: string | null
  /** When the archive kept it, milliseconds UTC; null = it does not say. */
  readonly at: number | null
}

/** Prefix, 14 digits of time (with what may follow them), then the address that was preserved. */
const ARCHIVES: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  // Wayback: /web/20230916120000id_/https://…
  { host: /^(?:web|wayback)\.archive\.org$/, path: /^\/web\/(\d{4,14})[a-z_]*\/(.+)$/s },
  { host: /^archive\.org$/, path: /^\/web\/(\d{4,14})[a-z_]*\/(.+)$/s },
  // archive.today and its names: /2023.09.16-120000/https://… or /20230916120000/https://…
  {
    host: /^archive\.(?:today|ph|is|li|vn|fo|md)$/,
    path: /^\/(\d{4}(?:\.?\d{2}(?:\.?\d{2}(?:-?\d{6})?)?)?)\/(.+)$/s,
  },
  // National and other archives that run OpenWayback or pywb.
  {
    host: /^(?:www\.webarchive\.org\.uk|webarchive\.nationalarchives\.gov\.uk|arquivo\.pt|wayback\.archive-it\.org|webarchive\.loc\.gov|vefsafn\.is|swap\.stanford\.edu|web\.archive\.org\.au)$/,
    path: /^\/(?:[a-z0-9_-]+\/){0,3}(\d{14})[a-z_]*\/(.+)$/s,
  },
]

/** archive.today gives out short names that tell nothing of the page. */
const SHORT = /^https?:\/\/archive\.(?:today|ph|is|li|vn|fo|md)\/[A-Za-z0-9]{4,6}$/
const PERMA = /^https?:\/\/perma\.cc\/[A-Z0-9]{4}-[A-Z0-9]{4}$/

/** @param headers as received */
export function readMemento(
  url: string,
  headers: readonly (readonly [name: string, value: string])[] = [],
): Memento | null {
  const valueOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
  const said = readDatetime(valueOf('memento-datetime'))
  const links = headers.flatMap(([name, value]) => (name.toLowerCase() === 'link' ? [value] : [])).join(', ')
  const inAddress = readAddress(url)
  if (said !== null) return { url, original: readOriginal(links) ?? inAddress?.original ?? null, at: said }
  if (inAddress) return inAddress
  return SHORT.test(url) || PERMA.test(url) ? { url, original: readOriginal(links), at: null } : null
}

function readAddress(url: string): Memento | null {
  if (!URL.canParse(url)) return null
  const { hostname, pathname, search, hash } = new URL(url)
  for (const { host, path } of ARCHIVES) {
    const [, digits, rest] = (host.test(hostname) && path.exec(pathname)) || []
    if (digits === undefined || rest === undefined) continue
    const original = wholeAddress(`${rest}${search}${hash}`)
    if (original !== null) return { url, original, at: readDigits(digits.replaceAll(/[.-]/g, '')) }
  }
  return null
}

/** Addresses within addresses often lose a slash or their scheme. */
function wholeAddress(text: string): string | null {
  const whole = /^https?:/i.test(text) ? text.replace(/^(https?:)\/*/i, '$1//') : `http://${text}`
  if (!URL.canParse(whole)) return null
  const { hostname, protocol } = new URL(whole)
  return /^https?:$/.test(protocol) && hostname.includes('.') ? whole : null
}

/** “20230916120000”, or less precise; null for what is no time. */
function readDigits(digits: string): number | null {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?$/.exec(digits) ?? []
  if (year === undefined) return null
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at) ? null : at
}

/** RFC 7089, 2.1.1: a date of HTTP. */
function readDatetime(value: string | undefined): number | null {
  const at = value === undefined || !/GMT\s*$/.test(value) ? Number.NaN : Date.parse(value)
  return Number.isNaN(at) ? null : at
}

/** The target of the link whose relation is `original` (RFC 8288). */
function readOriginal(links: string): string | null {
  for (const [, target, parameters = ''] of links.matchAll(/<([^<>]{1,4096})>([^<]{0,500})/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? []
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/)
    if (target !== undefined && relations.includes('original')) return wholeAddress(target)
  }
  return null
}
