// The tables of imported articles and authorities as the database sees them.

export type ArticleTables = {
  import_files: ImportFileRow
  articles: ArticleRow
  article_places: ArticlePlaceRow
  article_revisions: ArticleRevisionRow
  article_sources: ArticleSourceRow
  article_addresses: ArticleAddressRow
  article_images: ArticleImageRow
  cross_references: CrossReferenceRow
  index_entries: IndexEntryRow
  works: WorkRow
  work_members: WorkMemberRow
  article_facts: ArticleFactRow
  article_authors: ArticleAuthorRow
  article_countries: ArticleCountryRow
  authorities: AuthorityRow
  authority_names: AuthorityNameRow
  authority_statements: AuthorityStatementRow
  mentions: MentionRow
  join_decisions: JoinDecisionRow
}

export type ImportFileRow = {
  id: string
  name: string
  digest: string
  size: number
  charset: string | null
  text: string
  left_over: string
  notes: string
  imported_at: number
  imported_by: string
}

export type ArticleRow = {
  id: string
  file_id: string
  place: number
  kind: string
  /** Digest of the document's words: the same document in another file is the same article. */
  natural_key: string
  title: string | null
  line_first: number
  line_last: number
  revision: number
  issue: string | null
  published: string | null
  order_at: number
  order_from: string
  created_at: number
  /** When the search index took its latest state; null = it waits. */
  indexed_at: number | null
}

/** Every file in which a document stands. */
export type ArticlePlaceRow = {
  id: string
  article_id: string
  file_id: string
  place: number
  line_first: number
  line_last: number
}

export type ArticleRevisionRow = {
  id: string
  article_id: string
  number: number
  /** The ArticlePrint as JSON. */
  print: string
  deed: string
  based_on: number | null
  signed_by: string
  signed_at: number
  why: string | null
}

export type ArticleSourceRow = {
  id: string
  article_id: string
  ordinal: number
  author: string | null
  title_original: string | null
  title_english: string | null
  language: string | null
  outlet: string | null
  outlet_key: string | null
  descriptor: string | null
  date: string | null
  url: string | null
  url_as_printed: string | null
  url_fragment: string | null
  host: string | null
  medium: string | null
  outlet_id: string | null
}

/** An address of an article, or the lack of one. `label`: ordinal of the source, or label of the note. */
export type ArticleAddressRow = {
  id: string
  article_id: string
  place: string
  label: string
  /** In the form by which the desk knows a page. */
  url: string | null
  url_as_printed: string | null
  /** What is wrong with it (`missing`, `shortened`…), null = nothing that can be seen without asking. */
  trouble: string | null
  title: string | null
  outlet: string | null
  date: string | null
  slug: string | null
}

export type ArticleImageRow = {
  id: string
  article_id: string
  caption: string | null
  source: string | null
  source_url: string | null
  attribution: string | null
  credit: string | null
}

export type CrossReferenceRow = {
  id: string
  article_id: string
  place: number
  note: string
  author: string | null
  title: string
  issue: string | null
  issue_as_printed: string | null
  url: string | null
  start_at: number
  end_at: number
}

export type IndexEntryRow = {
  id: string
  article_id: string
  place: number
  date: string
  /** `issue-month` or `publication-day`; null = not a day. */
  meaning: string | null
  title: string
  title_key: string
  authors: string
  line: number
  /** The first row that says the same. */
  duplicate_of: string | null
  defect: string | null
}

/** `article_id`: the piece itself, where it is here. `issue`, `published`: what its witnesses say. */
export type WorkRow = {
  id: string
  title: string
  authors: string
  issue: string | null
  published: string | null
  addresses: string
  article_id: string | null
}

/** `id`: of the reference, row or article that is a voice about the work. */
export type WorkMemberRow = {
  id: string
  work_id: string
  kind: string
  how: string | null
  why: string | null
  /** Of a reference: the article or row that it means. */
  target_id: string | null
}

export type ArticleFactRow = {
  id: string
  article_id: string
  field: string
  value: string
  why: string
  from_where: string
}

export type ArticleAuthorRow = { id: string; article_id: string; author: string; author_key: string }

/** `about`: 1 where the country stands in the title or is among those mentioned most. */
export type ArticleCountryRow = { id: string; article_id: string; country: string; mentions: number; about: number }

export type AuthorityRow = {
  id: string
  kind: string
  name: string
  /** Under which importing finds it again. */
  natural_key: string
  /** Another authority that a person said is the same; null = itself. */
  joined_into: string | null
  created_at: number
}

export type AuthorityNameRow = {
  id: string
  authority_id: string
  name: string
  name_key: string
  language: string | null
  script: string
  kind: string
  /** Where it was met first, or who added it. */
  from_where: string
}

export type AuthorityStatementRow = {
  id: string
  authority_id: string
  kind: string
  value: string
  other_id: string | null
  valid_from: string | null
  valid_to: string | null
  evidence: string | null
  signed_by: string
  signed_at: number
  /** The statement that this one takes back. */
  withdraws: string | null
}

export type MentionRow = {
  id: string
  authority_id: string
  article_id: string
  part: string
  /** Ordinal of the source in whose excerpt it stands. */
  source: number | null
  start_at: number
  end_at: number
  text: string
  /** The office that stands before the name, as printed; null = none. */
  role: string | null
  /** 1 = inside quotation marks. */
  quoted: number
}

export type JoinDecisionRow = {
  id: string
  subject: string
  left_id: string
  right_id: string
  decision: string
  undoes: string | null
  signed_by: string
  signed_at: number
  why: string | null
}
