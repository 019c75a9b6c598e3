// A newspaper's page: semantic elements, JSON-LD, a time element, an aside, comments behind a heading.

import type { ArticlePage } from './article-page.ts'
import {
  escapeHtml,
  renderComments,
  renderJsonLd,
  renderLinks,
  renderParagraphs,
  renderSections,
  renderTeasers,
} from './article-page.ts'

export function renderBroadsheet(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  return `<!doctype html>
<html lang="${page.language}" dir="${page.direction}">
<head>
${page.charsetMeta}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(item.title)} | ${name}</title>
<meta name="description" content="${escapeHtml(item.paragraphs[0] ?? '')}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeHtml(item.title)}">
<meta property="og:site_name" content="${name}">
<link rel="canonical" href="${escapeHtml(page.url)}">
${renderJsonLd(page)}
<style>body{font-family:Georgia,serif;margin:0;color:#1c1c1c;line-height:1.6}main,aside,body>footer{max-width:42rem;margin:1rem auto;padding:0 1rem}.masthead{border-block-end:3px double #1c1c1c;padding:.5rem 1rem;text-align:center}.logo{font-size:2.2rem;color:inherit;text-decoration:none}.masthead ul{display:flex;flex-wrap:wrap;justify-content:center;gap:1rem;list-style:none;padding:0}.dates,.byline,.breadcrumb{color:#666;font-size:.85rem}.comment{border-block-start:1px solid #ddd}.cookie-bar{background:#eee;padding:.3rem 1rem;font-size:.8rem}.ad,.newsletter{background:#f6f3ea;padding:.5rem 1rem}</style>
</head>
<body>
<div class="cookie-bar" role="dialog"><p>${escapeHtml(chrome.cookies)}</p><button>${escapeHtml(chrome.accept)}</button></div>
<header class="masthead">
<a class="logo" href="/">${name}</a>
<form action="/search"><input name="q" placeholder="${escapeHtml(chrome.search)}"></form>
<nav aria-label="${escapeHtml(chrome.menu)}"><ul>${renderSections(page)}</ul></nav>
</header>
<main>
<nav class="breadcrumb"><a href="/">${escapeHtml(chrome.home)}</a> › <a href="/section/1">${escapeHtml(item.section ?? chrome.sections[2] ?? '')}</a></nav>
<article>
<header>
<h1>${escapeHtml(item.title)}</h1>
${item.byline ? `<p class="byline">${escapeHtml(chrome.by)} <a rel="author" href="/authors">${escapeHtml(item.byline)}</a></p>` : ''}
<p class="dates">${escapeHtml(chrome.published)}: <time datetime="${item.published}">${escapeHtml(page.printed)}</time>${
    page.printedUpdate
      ? ` · ${escapeHtml(chrome.updated)}: <time datetime="${page.updated}">${escapeHtml(page.printedUpdate)}</time>`
      : ''
  }</p>
</header>
<div class="article-body">
${renderParagraphs(page).join('\n')}
</div>
<footer class="article-tools"><span>${escapeHtml(chrome.share)}</span> <a href="/share/1">✉</a> <a href="/share/2">↗</a></footer>
</article>
<section class="newsletter"><h3>${escapeHtml(chrome.newsletter)}</h3><form action="/newsletter"><input type="email"><button>${escapeHtml(chrome.subscribe)}</button></form></section>
<section id="comments"><h2>${escapeHtml(chrome.comments)}</h2>
${renderComments(page, '<article class="comment"><p>', '</p></article>')}
</section>
</main>
<aside>
<h2>${escapeHtml(chrome.related)}</h2><ul>${renderLinks(page.others.slice(0, 4))}</ul>
<h2>${escapeHtml(chrome.mostRead)}</h2><ol>${renderTeasers(page, 0, 4)}</ol>
<div class="ad">${escapeHtml(chrome.advert)}</div>
</aside>
<footer><p>© ${name} – ${escapeHtml(chrome.rights)}</p><a href="/about">${escapeHtml(chrome.about)}</a> <a href="/contact">${escapeHtml(chrome.contact)}</a> <a href="/privacy">${escapeHtml(chrome.privacy)}</a></footer>
</body>
</html>
`
}
