// What of all excerpts is shown, as it stands in the address of the page.

/** One value a name; `NONE` = in no basket, of no known language, of the outlet itself. */
export type CollectionFilter = { readonly [Name in (typeof collectionFilterNames)[number]]?: string | undefined }

/** What is shown, and what shows something else. */
export type Filtering = { filter: CollectionFilter; onFilter: (change: CollectionFilter) => void }

export const collectionFilterNames = [
  'q',
  'basket',
  'tag',
  'outlet',
  'speaker',
  'language',
  'anchoring',
  'translation',
  'used',
  'withdrawn',
] as const

export const NONE = '—'

/** The filter as the API asks for it. */
export function filterPairs(filter: CollectionFilter): [name: string, value: string][] {
  return collectionFilterNames.flatMap((name): [string, string][] => {
    const value = filter[name]
    return value === undefined ? [] : [[name, value === NONE ? '' : value]]
  })
}

/** A basket is read in its own order; everything else the latest first. */
export const hasOrder = ({ basket, withdrawn }: CollectionFilter): boolean =>
  basket !== undefined && basket !== NONE && withdrawn === undefined
