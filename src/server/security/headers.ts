// The headers that every answer carries, so that nothing from outside can run here, frame us, or learn of us.

const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // Links inside a preserved page would lead its frame out into the world: this holds it here.
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * What a preserved page may do: be looked at. No script, form, popup, plug-in or frame; no request of any kind;
 * an origin of its own; framed by our own pages alone.
 */
export const PRESERVED_PAGE_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
} as const

/** For the desk's own pages and for the API. */
export const deskHeaders: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'content-security-policy': DESK_POLICY,
  'x-frame-options': 'DENY',
}

/** For the bytes of captures, whatever they hold. */
export const preservedPageHeaders: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  'content-security-policy': PRESERVED_PAGE_POLICY,
  'x-frame-options': 'SAMEORIGIN',
  'cache-control': 'no-store',
}
