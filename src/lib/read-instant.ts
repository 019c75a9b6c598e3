// In: a date in EDTF level 0. Out: the instant at which it begins, or null when it is not one.

/** Milliseconds UTC. A day, month or year begins at midnight UTC, for want of anything better. */
export function readInstant(edtf: string | null): number | null {
  if (edtf === null || !/^-?\d{4,}(-\d{2}){0,2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(edtf)) return null
  const hasClock = edtf.includes('T')
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(edtf.slice(10))
  const instant = Date.parse(hasClock && !hasZone ? `${edtf}Z` : edtf)
  return Number.isNaN(instant) ? null : instant
}
