// In: excerpts in their order and a format. Out: the file that leaves the desk.

import { exportCollection } from '../desk/excerpts/export-annotations.ts'
import { makeCsl } from '../desk/excerpts/make-csl.ts'
import { makeRis } from '../desk/excerpts/make-ris.ts'
import { listSources } from '../desk/excerpts/list-citations.ts'
import type { CitationForm } from '../desk/excerpts/print-citation.ts'
import { printCollectionHtml, printCollectionMarkdown } from '../desk/excerpts/print-collection.ts'
import { printSources, printSourcesHtml } from '../desk/excerpts/print-sources.ts'
import { newId } from '../domain/id.ts'
import type { Db } from '../store/db.ts'
import type { StoredExcerpt } from '../store/excerpts.ts'
import { loadAnnotatedPages } from './present/annotated-pages.ts'
import { loadCitations, type LoadedCitation } from './present/citations.ts'

export const exportFormats = ['jsonld', 'html', 'markdown', 'citations', 'citations-html', 'csl', 'ris'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const ANNOTATION_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

export type ExportWish = {
  readonly as: ExportFormat
  readonly form: CitationForm
  /** What the collection is called. */
  readonly label: string
  readonly generator: string
  /** Milliseconds UTC. */
  readonly at: number
}

export type Exported = { readonly name: string; readonly contentType: string; readonly body: string }

export async function exportExcerpts(db: Db, excerpts: readonly StoredExcerpt[], wish: ExportWish): Promise<Exported> {
  if (wish.as === 'jsonld')
    return { name: 'excerpts.jsonld', contentType: ANNOTATION_TYPE, body: await annotations(db, excerpts, wish) }
  const { extension, contentType, print } = printers[wish.as]
  const body = print(await loadCitations(db, excerpts), wish)
  return { name: `${wish.as.startsWith('citations') ? 'citations' : 'excerpts'}.${extension}`, contentType, body }
}

async function annotations(db: Db, excerpts: readonly StoredExcerpt[], wish: ExportWish): Promise<string> {
  const items = await loadAnnotatedPages(db, excerpts)
  const { label, generator, at } = wish
  return JSON.stringify(exportCollection(items, { id: newId(at), label, generator, at }), null, 1)
}

type Printer = {
  readonly extension: string
  readonly contentType: string
  readonly print: (cited: readonly LoadedCitation[], wish: ExportWish) => string
}

const aboutOf = ({ label, form, at, generator }: ExportWish) => ({ title: label, form, at, generator })

const printers: Readonly<Record<Exclude<ExportFormat, 'jsonld'>, Printer>> = {
  html: {
    extension: 'html',
    contentType: 'text/html; charset=utf-8',
    print: (cited, wish) => printCollectionHtml(cited, aboutOf(wish)),
  },
  markdown: {
    extension: 'md',
    contentType: 'text/markdown; charset=utf-8',
    print: (cited, wish) => printCollectionMarkdown(cited, aboutOf(wish)),
  },
  citations: {
    extension: 'txt',
    contentType: 'text/plain; charset=utf-8',
    print: (cited, { form }) => `${printSources(cited, form)}\n`,
  },
  'citations-html': {
    extension: 'html',
    contentType: 'text/html; charset=utf-8',
    print: (cited, { form }) => `${printSourcesHtml(cited, form)}\n`,
  },
  csl: {
    extension: 'json',
    contentType: 'application/vnd.citationstyles.csl+json',
    print: (cited) => JSON.stringify(items(cited, makeCsl), null, 1),
  },
  ris: {
    extension: 'ris',
    contentType: 'application/x-research-info-systems; charset=utf-8',
    print: (cited) => items(cited, makeRis).join(''),
  },
}

/** Each source once, under the id of its capture. */
function items<Item>(
  cited: readonly LoadedCitation[],
  make: (citation: LoadedCitation['citation'], id: string) => Item,
) {
  return listSources(cited).map(({ excerpt, citation }) => make(citation, excerpt.captureId))
}
