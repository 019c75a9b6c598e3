// What surrounds an article on a page: menus, notes, teasers of other news, readers' comments.
// In: nothing. Out: one type. Why: a reader must tell this from the article in every language.

export type Chrome = {
  readonly home: string
  readonly sections: readonly string[]
  readonly menu: string
  readonly search: string
  readonly latest: string
  readonly related: string
  readonly mostRead: string
  readonly comments: string
  readonly writeComment: string
  readonly share: string
  readonly cookies: string
  readonly accept: string
  readonly newsletter: string
  readonly subscribe: string
  readonly about: string
  readonly contact: string
  readonly privacy: string
  readonly rights: string
  readonly by: string
  readonly published: string
  readonly updated: string
  readonly source: string
  readonly tags: string
  readonly readMore: string
  readonly advert: string
  /** Headlines of other news, which have nothing to do with the article. */
  readonly teasers: readonly string[]
  /** Readers' comments: name, words. */
  readonly voices: readonly (readonly [name: string, words: string])[]
}
