// A weblog system's page: microformat class names, entry meta, tag links, threaded comments, widgets.

import type { ArticlePage } from './article-page.ts'
import {
  escapeHtml,
  renderComments,
  renderLinks,
  renderParagraphs,
  renderSections,
  renderTeasers,
} from './article-page.ts'

export function renderWeblog(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  const feed = outlet.feeds.find(({ kind, behaviour }) => kind === 'syndication' && behaviour !== 'gone')
  return `<!DOCTYPE html>
<html lang="${page.language}" dir="${page.direction}">
<head>
${page.charsetMeta}
<title>${escapeHtml(item.title)} – ${name}</title>
${feed ? `<link rel="alternate" type="application/rss+xml" href="${escapeHtml(feed.path)}" title="${name}">` : ''}
<style>body{font:16px/1.65 Verdana,sans-serif;margin:0;background:#f7f7f7}#page{max-width:46rem;margin:auto;background:#fff;padding:1rem 1.5rem}.site-title{font-size:1.6rem}.menu,.sharedaddy ul{display:flex;flex-wrap:wrap;gap:.8rem;list-style:none;padding:0}.entry-meta,.entry-footer,#colophon{color:#777;font-size:.8rem}.widget-area,.comments-area,.yarpp-related{border-block-start:1px solid #ddd;font-size:.85rem}</style>
</head>
<body class="single single-post">
<div id="page" class="site">
<header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">${name}</a></p>
<nav id="site-navigation"><button class="menu-toggle">${escapeHtml(chrome.menu)}</button><ul class="menu">${renderSections(page, '<li class="menu-item">')}</ul></nav></header>
<div id="content">
<div id="post-${item.path.length * 37}" class="post hentry h-entry">
<h1 class="entry-title p-name">${escapeHtml(item.title)}</h1>
<div class="entry-meta"><span class="posted-on"><a href="${escapeHtml(item.path)}"><time class="entry-date published dt-published" datetime="${item.published}">${escapeHtml(page.printed)}</time></a></span>
${item.byline ? `<span class="byline"><span class="author vcard p-author h-card">${escapeHtml(item.byline)}</span></span>` : ''}</div>
<div class="sharedaddy"><ul><li><a href="#share">${escapeHtml(chrome.share)}</a></li></ul></div>
<div class="entry-content e-content">
${renderParagraphs(page).join('\n')}
</div>
<div class="entry-footer"><span class="cat-links"><a rel="category tag" href="/section/1">${escapeHtml(item.section ?? chrome.sections[0] ?? '')}</a></span></div>
<div class="yarpp-related"><h3>${escapeHtml(chrome.related)}</h3><ol>${renderLinks(page.others.slice(0, 3))}</ol></div>
</div>
<div id="comments" class="comments-area"><h3 class="comments-title">${escapeHtml(chrome.comments)}</h3><ol class="comment-list">
${renderComments(page, '<li class="comment"><div class="comment-body"><p>', '</p></div></li>')}
</ol><div id="respond"><h3>${escapeHtml(chrome.writeComment)}</h3><form><textarea name="comment"></textarea><input type="submit"></form></div></div>
</div>
<div id="secondary" class="widget-area"><section class="widget"><h2>${escapeHtml(chrome.latest)}</h2><ul>${renderTeasers(page, 0, 5)}</ul></section>
<section class="widget widget_newsletter"><p>${escapeHtml(chrome.newsletter)}</p><form><input type="email"><button>${escapeHtml(chrome.subscribe)}</button></form></section></div>
<footer id="colophon"><div class="site-info">${name} · ${escapeHtml(chrome.rights)} · <a href="/privacy">${escapeHtml(chrome.privacy)}</a></div></footer>
</div>
</body>
</html>
`
}
