// In: the documents of one or more files. Out: the exchange form: flat fields, whole texts, lines of the file.
// It is what `dragoman import --json` prints; the names are those other tools of the trade score against.

import type { ArticleNote, ArticlePrint, ArticleSource, CrossReference, Derived } from '../../domain/article.ts'
import { findNames } from '../authorities/find-names.ts'
import { findAddresses } from './find-addresses.ts'
import { findActors } from './find-actors.ts'
import { nameCountries } from './name-countries.ts'
import { commentaryForm, indexForm, joined, norm } from './seed-form-parts.ts'

/** What was worked out across documents, by the place of the document in the list. */
export type Resolution = {
  /** The title and file of the piece that a mention means; null = not among what was brought in. */
  readonly resolve: (
    document: ArticlePrint,
    reference: CrossReference,
  ) => { readonly file: string; readonly title: string } | null
  readonly derived: (document: ArticlePrint) => readonly Derived[]
}

const unresolved: Resolution = { resolve: () => null, derived: () => [] }
const kinds = { article: 'oe-watch-article', index: 'legacy-index', commentary: 'commentary' } as const

/** One document in the exchange form. `text` is the decoded text of its file. */
export function toSeedForm(
  document: ArticlePrint,
  text: string,
  resolution: Resolution = unresolved,
): Record<string, unknown> {
  const paragraphs = [...document.body, ...document.related].toSorted((a, b) => a.start - b.start)
  const body = paragraphs.length === 0 ? null : joined(paragraphs)
  const derived = resolution.derived(document)
  const names = findNames(document, text)
  return {
    kind: kinds[document.kind],
    lines: document.lines,
    title: norm(document.title?.text ?? null),
    caption: norm(document.caption?.text ?? null),
    ...(document.captionRepeats.length === 0
      ? {}
      : { captionRepeats: document.captionRepeats.map((repeat) => norm(repeat.text)) }),
    pullQuote: norm(document.pullQuote?.text ?? null),
    ...(document.summary === null ? {} : { summary: norm(document.summary.text) }),
    body,
    bodyLength: body === null ? 0 : [...body.replaceAll('\n\n', ' ')].length,
    bodyParagraphs: paragraphs.length,
    ...(paragraphs.length === 0 ? {} : { bodyLines: [paragraphs[0]?.line, paragraphs.at(-1)?.line] }),
    markers: document.markers,
    sources: document.sources.map(sourceForm),
    notes: document.notes.map((note) => noteForm(note, document, resolution)),
    image: imageForm(document),
    ...nameCountries(document, names),
    actors: document.kind === 'index' ? [] : findActors(document, names),
    ...(derived.length === 0 ? {} : { derived: derivedForm(derived) }),
    ...(document.kind === 'index' ? indexForm(document) : {}),
    ...(document.kind === 'commentary' ? commentaryForm(document, text) : {}),
  }
}

function sourceForm(source: ArticleSource): Record<string, unknown> {
  const excerpt = joined(source.excerpt)
  return {
    ordinal: source.ordinal,
    author: norm(source.author),
    authors: source.authors.map(norm),
    titleOriginal: norm(source.titleOriginal),
    titleEnglish: norm(source.titleEnglish),
    titleAsPrinted: norm(source.titleAsPrinted),
    ...(isEnglishFirst(source) ? { titleOrder: 'english-first' } : {}),
    lang: source.language,
    outlet: norm(source.outlet),
    ...(source.outlet === null ? { outletMissing: true } : {}),
    ...(source.outletEnglish === null ? {} : { outletEnglish: norm(source.outletEnglish) }),
    descriptor: norm(source.descriptor),
    date: source.date,
    dateAsPrinted: source.dateAsPrinted,
    ...(source.dateInUrl === null ? {} : { dateInUrl: source.dateInUrl }),
    url: source.url,
    ...(source.urlAsPrinted === null ? {} : { urlAsPrinted: source.urlAsPrinted }),
    ...(source.urlFragment === null ? {} : { urlFragment: source.urlFragment }),
    ...(source.medium === null ? {} : { medium: source.medium }),
    citationLines: source.citation.map((line) => line.line),
    excerpt,
    excerptLength: [...excerpt.replaceAll('\n\n', ' ')].length,
    excerptParagraphs: source.excerpt.length,
    excerptLines: source.excerpt.length === 0 ? null : [source.excerpt[0]?.line, source.excerpt.at(-1)?.line],
    ...(source.excerptRunIn ? { excerptRunIn: true } : {}),
  }
}

function isEnglishFirst({ titleAsPrinted, titleOriginal, titleEnglish }: ArticleSource): boolean {
  if (titleAsPrinted === null || titleOriginal === null || titleEnglish === null) return false
  const english = titleAsPrinted.indexOf(titleEnglish)
  return english !== -1 && english < titleAsPrinted.indexOf(titleOriginal)
}

function noteForm(note: ArticleNote, document: ArticlePrint, resolution: Resolution): Record<string, unknown> {
  const text = joined(note.paragraphs)
  return {
    label: note.label,
    text,
    length: [...text.replaceAll('\n\n', ' ')].length,
    lines: note.paragraphs.map((paragraph) => paragraph.line),
    urls: note.urls,
    oeWatchCrossRefs: note.crossReferences.map((reference) =>
      referenceForm(reference, resolution.resolve(document, reference)),
    ),
    ...(note.studies.length === 0
      ? {}
      : {
          mdimeRefs: note.studies.map(({ authors, title, date, url }) => ({
            authors: authors.map(norm),
            title: norm(title),
            date,
            url,
          })),
        }),
    ...(note.placeholder === null ? {} : { placeholder: norm(note.placeholder) }),
    ...(note.emptyReference === null ? {} : { emptyReference: norm(note.emptyReference) }),
  }
}

function referenceForm(
  reference: CrossReference,
  target: { readonly file: string; readonly title: string } | null,
): Record<string, unknown> {
  return {
    author: norm(reference.author),
    title: norm(reference.title),
    issue: reference.issue,
    issueAsPrinted: norm(reference.issueAsPrinted),
    ...(reference.url === null ? {} : { url: reference.url }),
    ...(target === null ? {} : { resolvesTo: { file: target.file, title: norm(target.title) } }),
  }
}

function imageForm({ image }: ArticlePrint): Record<string, unknown> | null {
  if (image === null) return null
  const brokenAddress = findAddresses(image.source ?? '')[0]?.asPrinted ?? null
  return {
    caption: norm(image.caption),
    source: norm(image.source),
    attribution: norm(image.attribution),
    ...(image.sourceUrl === null ? {} : { sourceUrl: image.sourceUrl }),
    ...(brokenAddress === null ? {} : { sourceUrlAsPrinted: brokenAddress }),
    ...(image.credit === null ? {} : { credit: norm(image.credit) }),
    asPrinted: image.lines.map((line) => norm(line.text)),
    lines: [image.lines[0]?.line, image.lines.at(-1)?.line],
  }
}

function derivedForm(derived: readonly Derived[]): Record<string, unknown> {
  return {
    ...Object.fromEntries(derived.map(({ field, value }) => [field, value])),
    via: [...new Set(derived.map(({ from }) => from))],
  }
}
