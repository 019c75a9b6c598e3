// In: a value of JSON. Out: its one canonical text (RFC 8785), so that equal values have equal digests everywhere.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** Names sorted by UTF-16 code units, no spaces, numbers as ECMAScript prints them. Throws for NaN and infinities. */
export function writeCanonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no place in JSON`)
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(writeCanonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${writeCanonicalJson(value[name] ?? null)}`)
  return `{${members.join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
