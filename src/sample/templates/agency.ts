// A wire agency's page: meta elements only, a dateline, a running list of dispatches beside the text.

import type { ArticlePage } from './article-page.ts'
import { escapeHtml, renderLinks, renderParagraphs, renderSections, renderTeasers } from './article-page.ts'

export function renderAgency(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  const meta = (property: string, value: string | null | undefined) =>
    value ? `<meta property="${property}" content="${escapeHtml(value)}">` : ''
  return `<!DOCTYPE html>
<html lang="${page.language}">
<head>
${page.charsetMeta}
<title>${escapeHtml(item.title)}</title>
${meta('og:title', item.title)}
${meta('og:locale', page.language)}
${meta('og:site_name', outlet.nameAsPrinted)}
${meta('article:published_time', item.published)}
${meta('article:modified_time', page.updated)}
${meta('article:section', item.section)}
${item.byline ? `<meta name="author" content="${escapeHtml(item.byline)}">` : ''}
<style>body{font:15px/1.55 Arial,sans-serif;margin:0;color:#222}#top{background:#0d3b66;color:#fff;padding:.6rem 1rem}#top a{color:#fff}#top .nav{display:flex;flex-wrap:wrap;gap:.8rem;list-style:none;padding:0;margin:.4rem 0 0}#columns{display:flex;gap:1.5rem;padding:1rem}#dispatch{flex:3;order:1}#wire{flex:1;order:2;font-size:.8rem;border-inline-start:1px solid #ccc;padding-inline-start:1rem}.slug,.signed{color:#666;font-size:.8rem}#cookie,#foot{background:#eef2f5;font-size:.75rem;padding:.4rem 1rem}</style>
</head>
<body dir="${page.direction}">
<div id="cookie"><span>${escapeHtml(chrome.cookies)}</span> <a href="#" role="button">${escapeHtml(chrome.accept)}</a></div>
<div id="top"><a href="/"><strong>${name}</strong></a><ul class="nav">${renderSections(page)}</ul></div>
<div id="columns">
<div id="wire"><h4>${escapeHtml(chrome.latest)}</h4><ul>${renderLinks(page.others)}${renderTeasers(page, 0, 3)}</ul></div>
<div id="dispatch">
<div class="slug">${escapeHtml(item.section ?? '')} <span class="stamp">${escapeHtml(page.printed)}</span>${
    page.printedUpdate
      ? ` <span class="stamp updated">${escapeHtml(chrome.updated)} ${escapeHtml(page.printedUpdate)}</span>`
      : ''
  }</div>
<h1>${escapeHtml(item.title)}</h1>
<div class="story">
${renderParagraphs(page).join('\n')}
</div>
${item.byline ? `<div class="signed">${escapeHtml(item.byline)}</div>` : ''}
<div class="tools"><a href="/print">↧</a> ${escapeHtml(chrome.share)}</div>
</div>
</div>
<div id="foot">${name} – ${escapeHtml(chrome.rights)} – <a href="/about">${escapeHtml(chrome.about)}</a> – <a href="/contact">${escapeHtml(chrome.contact)}</a> – <a href="/privacy">${escapeHtml(chrome.privacy)}</a></div>
</body>
</html>
`
}
