// Where a person was in a list, kept while the page lives, so that Back leads to the same line.

export type Place = { readonly active: number; readonly offset: number }

const start: Place = { active: 0, offset: 0 }
const places = new Map<string, Place>()

export function readPlace(list: string): Place {
  return places.get(list) ?? start
}

export function keepPlace(list: string, change: Partial<Place>) {
  places.set(list, { ...readPlace(list), ...change })
}
