// What the archive is browsed by. Apart from the questions, so that the route table stays light.

/** What the archive is browsed by, as it stands in the address. */
export const archiveFilterNames = [
  'kind',
  'year',
  'issue',
  'country',
  'author',
  'authority',
  'outlet',
  'outletKey',
  'file',
] as const
export type ArchiveFilter = { readonly [Name in (typeof archiveFilterNames)[number]]?: string | undefined }
