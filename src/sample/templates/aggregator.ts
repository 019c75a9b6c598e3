// An aggregator's page: a copied text between many links, a source line when it is honest, a wall of teasers.

import type { ArticlePage } from './article-page.ts'
import { escapeHtml, renderLinks, renderParagraphs, renderSections, renderTeasers } from './article-page.ts'

export function renderAggregator(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  const source = item.origin?.credited
    ? `<p class="src">${escapeHtml(chrome.source)}: <a href="http://${item.origin.host}${escapeHtml(item.origin.path)}">${item.origin.host}</a></p>`
    : ''
  return `<!DOCTYPE html>
<html lang="${page.language}">
<head>${page.charsetMeta}<title>${escapeHtml(item.title)} :: ${name}</title>
<meta property="og:title" content="${escapeHtml(item.title)}">
<meta name="date" content="${item.published.slice(0, 10)}">
<style>body{font:14px Arial,sans-serif;margin:0 1rem}.ticker{background:#ffe14d;padding:.3rem;font-size:.75rem}.brand{font-size:1.6rem;margin:.4rem 0}.brand a{color:#c00}.donate,.ad{background:#f2f2f2;color:#888;text-align:center;padding:.4rem}.item{border:1px solid #ddd;padding:0 1rem}.wall{columns:2;font-size:.8rem}.when,.src,.exit{color:#888;font-size:.75rem}</style>
</head>
<body dir="${page.direction}">
<div class="ticker">${renderTeasers(page, 0, 6, '<span>', '</span> · ')}</div>
<h3 class="brand"><a href="/">${name}</a></h3>
<div class="tabs">${renderSections(page, '<b>', '</b> ')}</div>
<div class="donate"><p>${escapeHtml(chrome.newsletter)}</p><button>${escapeHtml(chrome.subscribe)}</button></div>
<div class="item">
<h1>${escapeHtml(item.title)}</h1>
<p class="when">${escapeHtml(page.printed)} | ${escapeHtml(chrome.share)} 0 | ${escapeHtml(chrome.comments)} 0</p>
${renderParagraphs(page).join(`\n<div class="ad">${escapeHtml(chrome.advert)}</div>\n`)}
${source}
</div>
<div class="wall"><h4>${escapeHtml(chrome.latest)}</h4>${renderLinks(page.others, '<p>', '</p>')}${renderTeasers(page, 0, 6, '<p>', '</p>')}</div>
<div class="exit">${escapeHtml(chrome.rights)} © ${name}</div>
</body>
</html>
`
}
