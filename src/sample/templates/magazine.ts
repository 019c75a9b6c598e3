// A magazine's page: microdata, a figure, and things between the paragraphs: a share bar, a form, a teaser box.

import type { ArticlePage } from './article-page.ts'
import { escapeHtml, renderLinks, renderParagraphs, renderSections, renderTeasers } from './article-page.ts'

// One grey pixel, so that a figure shows without any request.
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='

function renderBody(page: ArticlePage): string {
  const { chrome } = page
  const paragraphs = renderParagraphs(page)
  const insertions: Record<number, string> = {
    1: `<div class="inline-newsletter"><p>${escapeHtml(chrome.newsletter)}</p><form><input type="email"><button>${escapeHtml(chrome.subscribe)}</button></form></div>`,
    2: `<aside class="read-also"><strong>${escapeHtml(chrome.related)}</strong><ul>${renderLinks(page.others.slice(0, 2))}</ul></aside>`,
  }
  return paragraphs
    .map(
      (html, index) =>
        `${html}\n${insertions[index + 1] && index + 1 < paragraphs.length ? insertions[index + 1] : ''}`,
    )
    .join('\n')
}

export function renderMagazine(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  return `<!doctype html>
<html lang="${page.language}" dir="${page.direction}">
<head>
${page.charsetMeta}
<title>${escapeHtml(item.title)} · ${name}</title>
<meta name="twitter:title" content="${escapeHtml(item.title)}">
<style>body{font:17px/1.7 Palatino,serif;margin:0;color:#2b2b2b}.top{background:#7a1f2b;padding:.6rem 1rem}.top a{color:#fff;margin-inline-end:.8rem}.feature{max-width:40rem;margin:1rem auto;padding:0 1rem}.kicker{color:#7a1f2b}.credits,.share-bar,.tags,.consent,footer{color:#777;font-size:.8rem}figure{margin:1rem 0}figure img{width:100%;height:9rem;background:#c2c2c2}.read-also,.inline-newsletter{background:#f4efe8;padding:.5rem 1rem;font-size:.85rem;margin:1rem 0}.next{display:flex;flex-wrap:wrap;gap:1rem;padding:1rem;background:#f4efe8}.next h2{width:100%}.card{flex:1 1 12rem}.card h3{font-size:1rem}</style>
</head>
<body>
<nav class="top"><a href="/">${name}</a>${renderSections(page, ' <span>', '</span>')}</nav>
<div itemscope itemtype="https://schema.org/NewsArticle" class="feature">
<div class="kicker" itemprop="articleSection">${escapeHtml(item.section ?? chrome.sections[2] ?? '')}</div>
<h1 itemprop="headline">${escapeHtml(item.title)}</h1>
<div class="credits">${item.byline ? `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeHtml(item.byline)}</span></span> · ` : ''}<span itemprop="datePublished" content="${item.published}">${escapeHtml(page.printed)}</span></div>
<figure><img src="${PICTURE}" width="640" height="320" alt=""></figure>
<div itemprop="articleBody" class="prose">
${renderBody(page)}
</div>
<div class="share-bar">${escapeHtml(chrome.share)} <button>↗</button><button>✉</button></div>
<div class="tags">${escapeHtml(chrome.tags)}: ${renderSections(page, '<span class="tag">#', '</span>')}</div>
</div>
<div class="next"><h2>${escapeHtml(chrome.mostRead)}</h2>${renderTeasers(page, 1, 5, '<div class="card"><h3>', '</h3></div>')}</div>
<div class="consent">${escapeHtml(chrome.cookies)} <button>${escapeHtml(chrome.accept)}</button></div>
<footer>${name} ${escapeHtml(chrome.rights)} <a href="/about">${escapeHtml(chrome.about)}</a> <a href="/contact">${escapeHtml(chrome.contact)}</a></footer>
</body>
</html>
`
}
