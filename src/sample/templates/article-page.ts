// In: an outlet and one of its items as it stands now. Out: all that a template needs to print the page, and the pieces
// which several templates share. Why: templates differ in markup only; what they say comes from one place.

import { chromeOf, directionOf } from '../chrome/chrome-of.ts'
import type { Chrome } from '../chrome/chrome.ts'
import { printDate } from '../print-date.ts'
import { languageOf } from '../sample-outlet.ts'
import type { SampleItem, SampleOutlet } from '../sample-outlet.ts'

export type PageLink = { readonly path: string; readonly title: string }

export type ArticlePage = {
  readonly outlet: SampleOutlet
  readonly item: SampleItem
  readonly url: string
  readonly language: string
  readonly direction: 'rtl' | 'ltr'
  readonly chrome: Chrome
  readonly printed: string
  /** The day of the last edit as printed; null = none, or not admitted. */
  readonly printedUpdate: string | null
  /** ISO 8601 of that edit. */
  readonly updated: string | null
  /** A meta element with the charset, or nothing. */
  readonly charsetMeta: string
  /** Other items of the outlet, for lists around the article. */
  readonly others: readonly PageLink[]
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Everything a template needs. `updated`: when the version shown was edited, if the outlet says so. */
export function toArticlePage(outlet: SampleOutlet, item: SampleItem, updated: string | null): ArticlePage {
  const language = languageOf(outlet, item)
  const style = item.dateStyle ?? outlet.dateStyle
  const at = outlet.items.indexOf(item)
  const others = [...outlet.items.slice(at + 1), ...outlet.items.slice(0, Math.max(0, at))]
    .filter((other) => other.path !== item.path && !other.appearsLater)
    .map(({ path, title }) => ({ path, title }))
  return {
    outlet,
    item,
    language,
    updated,
    url: `http://${outlet.host}${item.path}`,
    direction: directionOf(language),
    chrome: chromeOf(language),
    printed: printDate(style, item.published),
    printedUpdate: updated && printDate(style, updated),
    charsetMeta:
      item.charset && item.charset.said !== 'meta' ? '' : `<meta charset="${item.charset?.bytes ?? 'utf-8'}">`,
    others: others.slice(0, 6),
  }
}

/** The paragraphs of the article, each in the element its template uses. */
export function renderParagraphs(page: ArticlePage, asParagraph = (html: string) => `<p>${html}</p>`): string[] {
  const { item } = page
  return item.paragraphs.map((text, index) => {
    const html = escapeHtml(index === 0 && item.dateline ? `${item.dateline} ${text}` : text)
    if (item.headings?.includes(index)) return `<h2>${html}</h2>`
    if (item.quotations?.includes(index)) return `<blockquote><p>${html}</p></blockquote>`
    return asParagraph(html)
  })
}

export function renderLinks(links: readonly PageLink[], before = '<li>', after = '</li>'): string {
  return links
    .map(({ path, title }) => `${before}<a href="${escapeHtml(path)}">${escapeHtml(title)}</a>${after}`)
    .join('\n')
}

/** Headlines of other news, as dead links of the kind every site has. */
export function renderTeasers(page: ArticlePage, from: number, to: number, before = '<li>', after = '</li>'): string {
  const teasers = page.chrome.teasers.slice(from, to)
  return renderLinks(
    teasers.map((title, index) => ({ path: `/more/${from + index + 1}`, title })),
    before,
    after,
  )
}

export function renderSections(page: ArticlePage, before = '<li>', after = '</li>'): string {
  return renderLinks(
    page.chrome.sections.map((title, index) => ({ path: `/section/${index + 1}`, title })),
    before,
    after,
  )
}

export function renderComments(page: ArticlePage, before: string, after: string): string {
  return page.chrome.voices
    .map(([name, words]) => `${before}<b>${escapeHtml(name)}</b> <span>${escapeHtml(words)}</span>${after}`)
    .join('\n')
}

/** schema.org NewsArticle as JSON-LD; `<` is escaped so that no text can end the script element. */
export function renderJsonLd(page: ArticlePage, withBody = false): string {
  const { item, outlet } = page
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: item.title,
    inLanguage: page.language,
    datePublished: item.published,
    ...(page.updated && { dateModified: page.updated }),
    ...(item.byline && { author: [{ '@type': 'Person', name: item.byline }] }),
    ...(item.section && { articleSection: item.section }),
    ...(withBody && { articleBody: item.paragraphs.join('\n\n') }),
    mainEntityOfPage: page.url,
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.nameAsPrinted, url: `http://${outlet.host}/` },
  }
  return `<script type="application/ld+json">${JSON.stringify(article).replaceAll('<', '\\u003c')}</script>`
}
