// In: an outlet and the items it shows. Out: its front page, or a page of its list. The links of items are
// `.latest-list h3 > a`; menus, teasers and footers link elsewhere, so a selector is worth having.

import { chromeOf, directionOf } from '../chrome/chrome-of.ts'
import { printDate } from '../print-date.ts'
import type { SampleItem, SampleOutlet } from '../sample-outlet.ts'
import { escapeHtml } from './article-page.ts'

const LINK_TYPES: Readonly<Record<string, string>> = {
  rss: 'application/rss+xml',
  rdf: 'application/rss+xml',
  atom: 'application/atom+xml',
  'json-feed': 'application/feed+json',
}

function renderHead(outlet: SampleOutlet, title: string): string {
  const links = outlet.feeds
    .filter(({ format }) => LINK_TYPES[format])
    .map(
      (feed) =>
        `<link rel="alternate" type="${LINK_TYPES[feed.format]}" title="${escapeHtml(feed.title)}" href="${escapeHtml(feed.path)}">`,
    )
  return `<meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:auto;padding:0 1rem}nav a{margin-inline-end:.6rem}.row{border-block-end:1px solid #ddd}.when{color:#777;font-size:.8rem}</style>
<meta property="og:site_name" content="${escapeHtml(outlet.nameAsPrinted)}">
<meta name="description" content="${escapeHtml(outlet.selfDescription)}">
${links.join('\n')}`
}

/** A front page or list page of the outlet: `nextPath` is the older page, if there is one. */
export function renderListing(outlet: SampleOutlet, items: readonly SampleItem[], nextPath: string | null): string {
  const language = outlet.languages[0] ?? 'en'
  const chrome = chromeOf(language)
  const menu = chrome.sections
    .map((title, index) => `<a href="/section/${index + 1}">${escapeHtml(title)}</a>`)
    .join(' ')
  const rows = items.map(
    (
      item,
    ) => `<div class="row"><h3><a href="${escapeHtml(item.redirectFrom?.[0] ?? item.path)}">${escapeHtml(item.title)}</a></h3>
<span class="when">${escapeHtml(printDate(item.dateStyle ?? outlet.dateStyle, item.published))}</span></div>`,
  )
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>${renderHead(outlet, outlet.nameAsPrinted)}</head>
<body>
<header><a href="/">${escapeHtml(outlet.nameAsPrinted)}</a><nav>${menu}</nav></header>
<main><h2>${escapeHtml(chrome.latest)}</h2>
<div class="latest-list">
${rows.join('\n')}
</div>
${nextPath ? `<a class="older" rel="next" href="${escapeHtml(nextPath)}">${escapeHtml(chrome.readMore)}</a>` : ''}
</main>
<aside><h2>${escapeHtml(chrome.mostRead)}</h2><ul>${chrome.teasers.map((title, index) => `<li><h3><a href="/more/${index + 1}">${escapeHtml(title)}</a></h3></li>`).join('')}</ul></aside>
<footer>${escapeHtml(outlet.nameAsPrinted)} – ${escapeHtml(chrome.rights)} <a href="/about">${escapeHtml(chrome.about)}</a></footer>
</body>
</html>
`
}

/** The outlet's word about itself. */
export function renderAbout(outlet: SampleOutlet): string {
  const language = outlet.languages[0] ?? 'en'
  const chrome = chromeOf(language)
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>${renderHead(outlet, `${chrome.about} – ${outlet.nameAsPrinted}`)}</head>
<body><h1>${escapeHtml(chrome.about)}</h1><p>${escapeHtml(outlet.selfDescription)}</p><a href="/">${escapeHtml(chrome.home)}</a></body>
</html>
`
}

/** A short page for addresses that hold nothing: teasers, searches, pages that do not exist. */
export function renderNothingHere(outlet: SampleOutlet): string {
  return `<!doctype html><meta charset="utf-8"><title>404</title><h1>404</h1><a href="/">${escapeHtml(outlet.nameAsPrinted)}</a>\n`
}
