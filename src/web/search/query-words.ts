// In: the query as typed. Out: the same query with a filter put in or taken out.
// The query stays the one truth: a facet is only a quicker way to type.

export type FilterName = 'lang' | 'outlet' | 'site' | 'before' | 'after'

/** Words of a query: a quoted part, or a filter with its quoted value, is one word. */
export function splitQuery(query: string): string[] {
  return query.match(/-?(?:[a-z]+:)?"[^"]*"?|\S+/giu) ?? []
}

/** A filter as it is typed; a value with a blank is quoted. */
export function writeFilter(name: FilterName, value: string): string {
  return /[\s"]/.test(value) ? `${name}:"${value.replaceAll('"', ' ').trim()}"` : `${name}:${value}`
}

export function hasFilter(query: string, name: FilterName, value: string): boolean {
  return splitQuery(query).includes(writeFilter(name, value))
}

/** Puts the filter in, or takes it out when it is there. */
export function toggleFilter(query: string, name: FilterName, value: string): string {
  const filter = writeFilter(name, value)
  const words = splitQuery(query)
  return (words.includes(filter) ? words.filter((word) => word !== filter) : [...words, filter]).join(' ')
}

/** Puts the filter in the place of all others of its name; an empty value takes them out. */
export function setFilter(query: string, name: FilterName, value: string): string {
  const others = splitQuery(query).filter((word) => !word.toLowerCase().startsWith(`${name}:`))
  return [...others, ...(value ? [writeFilter(name, value)] : [])].join(' ')
}
