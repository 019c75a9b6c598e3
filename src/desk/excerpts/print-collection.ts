// In: excerpts in their order, with their sources. Out: a page to read, as HTML or Markdown: each passage with its
// translation, the state of that, its citation, and by which bytes it can be checked.

import { printParts, type Citation, type Excerpt } from '../../domain/excerpt.ts'
import type { TranslationState } from '../../domain/translation.ts'
import { escapeHtml } from '../../lib/escape-html.ts'
import { citationHtml } from './citation-html.ts'
import { isWebAddress, type PrintedPiece } from './citation-pieces.ts'
import { escapeMarkdown, markdownLink } from './escape-markdown.ts'
import { listCitations, type Note } from './list-citations.ts'
import type { CitationForm } from './print-citation.ts'

export type CollectedExcerpt = { readonly excerpt: Excerpt; readonly citation: Citation }

export type CollectionAbout = {
  readonly title: string
  readonly form: CitationForm
  /** Milliseconds UTC. */
  readonly at: number
  readonly generator: string
}

const states: Readonly<Record<TranslationState, string>> = {
  none: 'not translated',
  machine: 'machine translation, not reviewed',
  'machine-reviewed': 'machine translation, reviewed',
  human: 'translated by a person',
}

/** What a reader must be told of a translation wherever it goes. */
export function translationWords({ translation }: Pick<Excerpt, 'translation'>): string {
  if (!translation) return states.none
  const { state, by } = translation
  return by === null ? states[state] : `${states[state]}: ${by}`
}

const anchorings = {
  held: null,
  moved: 'moved or reworded on the page since',
  lost: 'not found in the newest text',
} as const

export function printCollectionHtml(collected: readonly CollectedExcerpt[], about: CollectionAbout): string {
  const notes = listCitations(collected, about.form)
  const sections = collected.map((one, at) => sectionHtml(one, notes[at]))
  const made = `${escapeHtml(about.generator)}, ${new Date(about.at).toISOString()}`
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(about.title)}</title>
<style>
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 serif }
blockquote { margin: 0 0 .5rem; padding-inline-start: .8rem; border-inline-start: 2px solid }
.state, .evidence, footer { font: .85rem/1.5 sans-serif }
.evidence { overflow-wrap: anywhere }
.astray blockquote { border-inline-start-style: dashed }
</style>
<h1>${escapeHtml(about.title)}</h1>
${sections.join('\n')}
<footer>${made}</footer>
</html>
`
}

function sectionHtml({ excerpt, citation }: CollectedExcerpt, note: Note | undefined): string {
  const { speaker, translation, language, anchoring } = excerpt
  const quote = (text: string, lang: string | null) =>
    `<blockquote dir="auto"${lang === null ? '' : ` lang="${escapeHtml(lang)}"`}>${escapeHtml(text)}</blockquote>`
  const astray = anchorings[anchoring]
  return [
    `<section${astray === null ? '' : ' class="astray"'}>`,
    `<h2>${note?.number ?? ''}${speaker === null ? '' : `. <bdi>${escapeHtml(speaker)}</bdi>`}</h2>`,
    quote(printParts(excerpt.parts), language),
    ...(translation ? [quote(printParts(translation.parts), translation.language)] : []),
    `<p class="state">${escapeHtml(translationWords(excerpt))}${astray === null ? '' : `; ${astray}`}</p>`,
    `<p>${citationHtml(note?.pieces ?? [], citation)}</p>`,
    `<p class="evidence">${escapeHtml(evidenceWords(citation))}</p>`,
    '</section>',
  ].join('\n')
}

/** When and of which bytes the copy was made. */
function evidenceWords({ captured }: Citation): string {
  return `Captured ${new Date(captured.at).toISOString()}, SHA-256 ${captured.digest}`
}

export function printCollectionMarkdown(collected: readonly CollectedExcerpt[], about: CollectionAbout): string {
  const notes = listCitations(collected, about.form)
  const sections = collected.map(({ excerpt, citation }, at) => {
    const { speaker, translation, anchoring } = excerpt
    const astray = anchorings[anchoring]
    return [
      `## ${notes[at]?.number ?? ''}${speaker === null ? '' : `. ${escapeMarkdown(speaker)}`}`,
      quoteMarkdown(printParts(excerpt.parts)),
      ...(translation ? [quoteMarkdown(printParts(translation.parts))] : []),
      `*${escapeMarkdown(translationWords(excerpt))}${astray === null ? '' : `; ${astray}`}*`,
      (notes[at]?.pieces ?? []).map(pieceMarkdown).join(''),
      `Captured ${new Date(citation.captured.at).toISOString()}, SHA-256 \`${citation.captured.digest}\``,
    ].join('\n\n')
  })
  const foot = `${escapeMarkdown(about.generator)}, ${new Date(about.at).toISOString()}`
  return `${[`# ${escapeMarkdown(about.title)}`, ...sections, foot].join('\n\n')}\n`
}

/** Paragraphs of a passage stay paragraphs. */
function quoteMarkdown(text: string): string {
  const paragraphs = text.split(/\n+/u).filter((line) => line.trim() !== '')
  return paragraphs.map((line) => `> ${escapeMarkdown(line.trim())}`).join('\n>\n')
}

function pieceMarkdown({ text, link }: PrintedPiece): string {
  return link !== undefined && isWebAddress(text) ? markdownLink(text) : escapeMarkdownInline(text)
}

/** Spaces at the ends of a stretch part it from the next. */
function escapeMarkdownInline(text: string): string {
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  return `${before && ' '}${escapeMarkdown(middle)}${after && ' '}`
}
