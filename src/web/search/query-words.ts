// In: the query as typed. Out: the same query with a filter put in or taken out.
// The query stays the one truth: a facet is only a quicker way to type. Several values of one filter stand as
// `(lang:fr OR lang:ar)`; what a person wrote inside brackets of their own is left alone.

export type FilterName = 'lang' | 'outlet' | 'site' | 'before' | 'after' | 'in'

const VALUE = '(?:"[^"]*"|[^\\s()"]+)'

/** A filter as it is typed; a value with a blank or a bracket is quoted. */
export function writeFilter(name: FilterName, value: string): string {
  return /[\s"()]/.test(value) ? `${name}:"${value.replaceAll('"', ' ').trim()}"` : `${name}:${value}`
}

function depthAt(query: string, place: number): number {
  const before = query.slice(0, place).replace(/"[^"]*"/g, '')
  return (before.match(/\(/g)?.length ?? 0) - (before.match(/\)/g)?.length ?? 0)
}

/** Takes a filter out of the query: what remains, and the values it had. */
export function takeFilter(query: string, name: FilterName): { rest: string; values: string[] } {
  const one = `${name}:${VALUE}`
  const whole = new RegExp(`\\(\\s*${one}(?:\\s+OR\\s+${one})*\\s*\\)|(?<=^|\\s)${one}(?=\\s|$)`, 'giu')
  const values: string[] = []
  const rest = query.replace(whole, (found, place: number) => {
    if (depthAt(query, place) > 0) return found
    for (const [word] of found.matchAll(new RegExp(one, 'giu')))
      values.push(word.slice(name.length + 1).replaceAll('"', ''))
    return ' '
  })
  return { rest: rest.replace(/\s+/g, ' ').trim(), values }
}

function putFilter(rest: string, name: FilterName, values: readonly string[]): string {
  const words = values.map((value) => writeFilter(name, value))
  const filter = words.length > 1 ? `(${words.join(' OR ')})` : (words[0] ?? '')
  return [rest, filter].filter(Boolean).join(' ')
}

export function hasFilter(query: string, name: FilterName, value: string): boolean {
  return takeFilter(query, name).values.includes(value)
}

/** Puts the value in, beside others of its name, or takes it out when it is there. */
export function toggleFilter(query: string, name: FilterName, value: string): string {
  const { rest, values } = takeFilter(query, name)
  return putFilter(rest, name, values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
}

/** Puts the value in the place of all others of its name. */
export function setFilter(query: string, name: FilterName, value: string): string {
  return putFilter(takeFilter(query, name).rest, name, [value])
}
