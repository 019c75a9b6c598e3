// The nouns of the sample press: what an invented outlet is, and what its items hold.
// In: nothing. Out: types only. Why: the demo, the tests and later rooms read the same facts as data.

import type { FeedKind } from '../domain/feed.ts'
import type { CalendarStyle } from './print-date.ts'

/** The three closed news stories of public record which the sample press tells. */
export type SampleStory = 'sahel-alliance' | 'grain-deal-end' | 'tehran-riyadh'

/** An English translation made by a person, aligned with the original paragraph by paragraph. */
export type SampleTranslation = {
  readonly language: 'en'
  readonly state: 'human, sample'
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What becomes of a page when its outlet edits it: paragraph index → new text. */
export type SampleRevision = {
  /** Served once in the first version, and in this one from the next visit on. */
  readonly title?: string
  readonly titleInEnglish?: string
  readonly paragraphs: Readonly<Record<number, string>>
  readonly translation?: Readonly<Record<number, string>>
  /** ISO 8601 with offset; null = the outlet changed the page and said nothing. */
  readonly updated: string | null
}

/** Where a text really comes from. `credited` says whether the page admits it. */
export type SampleOrigin = {
  readonly kind: 'wire-copy' | 'repost' | 'translated-copy'
  readonly host: string
  readonly path: string
  readonly credited: boolean
}

/** A figure which outlets print differently: what is counted, as printed here, and its value. */
export type SampleFigure = { readonly subject: string; readonly printed: string; readonly value: number }

export type SampleItem = {
  /** Path and query, percent-encoded as it travels. */
  readonly path: string
  readonly story: SampleStory
  /** BCP 47; absent = the outlet's first language. */
  readonly language?: string
  readonly section?: string
  readonly byline?: string
  /** Town and agency in front of the first paragraph, as agencies print them. */
  readonly dateline?: string
  /** The same, as the translation says it. */
  readonly datelineInEnglish?: string
  /** ISO 8601 with offset, local time of the outlet. */
  readonly published: string
  /** Absent = the outlet's own way of printing dates. */
  readonly dateStyle?: CalendarStyle
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Indexes of `paragraphs` which the page prints as subheadings. */
  readonly headings?: readonly number[]
  /** Indexes of `paragraphs` which the page prints as block quotations. */
  readonly quotations?: readonly number[]
  readonly translation?: SampleTranslation
  readonly origin?: SampleOrigin
  readonly figures?: readonly SampleFigure[]
  readonly revision?: SampleRevision
  /** Shows up in feeds and lists only after `advance()`. */
  readonly appearsLater?: true
  /** Charset of the bytes, and whether the header or a meta element says so; absent = UTF-8, in the header. */
  readonly charset?: { readonly bytes: string; readonly said: 'header' | 'meta' | 'nowhere' }
  readonly gzip?: true
  /** Feeds give the first of these paths; each redirects to the next, the last to `path`. */
  readonly redirectFrom?: readonly string[]
  /** The outlet's robots.txt forbids this page. */
  readonly forbidden?: true
}

export type SampleFeed = {
  readonly kind: FeedKind
  readonly format: 'rss' | 'atom' | 'rdf' | 'json-feed' | 'sitemap' | 'news-sitemap' | 'listing'
  readonly path: string
  readonly title: string
  /** For listings: the CSS selector of the links. */
  readonly selector: string | null
  /** `reuses-etag`: the same ETag for changed content, so conditional GET misses items. */
  readonly behaviour: 'well' | 'dead' | 'gone' | 'hostile' | 'reuses-etag'
  /** Only items of this language; absent = all. */
  readonly language?: string
}

export type TemplateName = 'broadsheet' | 'portal' | 'agency' | 'weblog' | 'magazine' | 'plain' | 'app' | 'aggregator'

export type SampleOutlet = {
  readonly host: string
  /** In the Latin script, and as the outlet prints it. */
  readonly name: string
  readonly nameAsPrinted: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly languages: readonly string[]
  readonly medium: string
  readonly descriptor: string
  readonly alignment: string
  readonly owner: string
  /** In the outlet's own language, and in English. */
  readonly selfDescription: string
  readonly selfDescriptionEnglish: string
  readonly template: TemplateName
  readonly dateStyle: CalendarStyle
  readonly feeds: readonly SampleFeed[]
  /** The whole robots.txt; null = the host answers 404 for it. */
  readonly robots: string | null
  readonly items: readonly SampleItem[]
}

/** An English translation as data; paragraphs in the order of the original. */
export function english(title: string, ...paragraphs: readonly string[]): SampleTranslation {
  return { language: 'en', state: 'human, sample', title, paragraphs }
}

/** The language of an item: its own, or the first of its outlet. */
export function languageOf(outlet: SampleOutlet, item: SampleItem): string {
  return item.language ?? outlet.languages[0] ?? 'en'
}

/** The address under which feeds promise the item. */
export function promisedUrl(outlet: SampleOutlet, item: SampleItem): string {
  return `http://${outlet.host}${item.redirectFrom?.[0] ?? item.path}`
}

/** The item as it stands after its outlet has edited it; the same item when it never does. */
export function afterRevision(item: SampleItem): SampleItem {
  const { revision } = item
  if (!revision) return item
  const revised = (texts: readonly string[], changes: Readonly<Record<number, string>>) =>
    texts.map((text, index) => changes[index] ?? text)
  return {
    ...item,
    title: revision.title ?? item.title,
    paragraphs: revised(item.paragraphs, revision.paragraphs),
    ...(item.translation && {
      translation: {
        ...item.translation,
        title: revision.titleInEnglish ?? item.translation.title,
        paragraphs: revised(item.translation.paragraphs, revision.translation ?? {}),
      },
    }),
  }
}
