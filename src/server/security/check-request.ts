// In: method, path and headers of a request. Out: whether it may go on.
// Why: a web page anywhere can make the analyst's browser talk to a loopback port. A foreign name that
// resolves to 127.0.0.1 (DNS rebinding) is told by its Host; a foreign page by Origin and Sec-Fetch-Site.

export type RequestFacts = {
  readonly method: string
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly fetchMode: string | undefined
  /** Whether the request carries a key; whether it is ours is for the route to say. */
  readonly hasKey?: boolean
}

export type RequestVerdict = { readonly kind: 'allowed' } | { readonly kind: 'refused'; readonly detail: string }

const ALLOWED: RequestVerdict = { kind: 'allowed' }
/** The one address that takes changes from elsewhere, with a key. */
export const CLIPS_PATH = '/api/clips'
const READING = new Set(['GET', 'HEAD'])

/** The names by which a browser on this machine may call us: host and port as they stand in `Host`. */
export function loopbackHosts(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  const withPort = names.map((name) => `${name}:${port}`)
  return new Set(port === 80 ? [...withPort, ...names] : withPort) // the default port may go unsaid
}

/**
 * Only our own loopback names; nothing that another site asks for, save a plain visit to a page of the desk;
 * no change that does not come from our own pages or from a program that is no browser.
 */
export function checkRequest(facts: RequestFacts, hosts: ReadonlySet<string>): RequestVerdict {
  const host = facts.host?.toLowerCase()
  if (host === undefined || !hosts.has(host)) {
    return refuse(
      'This server answers only to its own loopback address. Open the address that "dragoman start" printed.',
    )
  }
  // The clipper speaks from a browser's extension, whose origin is none of ours. Pages cannot send this header unasked.
  if (facts.hasKey && facts.method === 'POST' && facts.path === CLIPS_PATH) return ALLOWED
  if (facts.origin !== undefined && facts.origin !== `http://${host}`) {
    return refuse('Another site may not ask this server for anything.')
  }
  if (facts.fetchSite === undefined || facts.fetchSite === 'same-origin') return ALLOWED
  if (!READING.has(facts.method)) return refuse('Changes are taken only from the desk itself.')
  if (facts.fetchSite === 'none') return ALLOWED
  const isVisit = facts.fetchMode === 'navigate' && !isApiPath(facts.path)
  return isVisit ? ALLOWED : refuse('Another site may not read from this server.')
}

/** `/api` and everything beneath it. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/')
}

function refuse(detail: string): RequestVerdict {
  return { kind: 'refused', detail }
}
