// A script-built site's page as its server renders it: unnamed nested divs, hashed classes, state in a script, JSON-LD graph.

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

export function renderApp(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  const state = JSON.stringify({ route: item.path, user: null, teasers: chrome.teasers }).replaceAll('<', '\\u003c')
  return `<!DOCTYPE html><html lang="${page.language}" dir="${page.direction}"><head>${page.charsetMeta}<title>${escapeHtml(item.title)} - ${name}</title><meta name="theme-color" content="#0b4f6c"><meta property="og:title" content="${escapeHtml(item.title)} - ${name}"><meta property="og:url" content="${escapeHtml(page.url)}">${renderJsonLd(page, true)}<style>.x1a9{font:16px/1.6 system-ui,sans-serif;color:#123}.q7f{background:#0b4f6c;padding:.6rem 1rem}.q7f a{color:#fff}.n0b{display:flex;flex-wrap:wrap;gap:1rem}.m4{display:flex;gap:2rem;padding:1rem}.m4a{flex:3}.m4b{flex:1;font-size:.85rem}.h1x{font-size:1.8rem;font-weight:700;line-height:1.25}.z2{color:#678;font-size:.85rem;margin:.5rem 0}.b5p{margin-block-end:1rem}.c9,.t3{border-block-start:1px solid #cde;margin-block-start:1rem;font-size:.85rem}.w1,.f0{background:#e8f1f5;padding:.5rem 1rem;font-size:.75rem}</style></head><body><div id="__root"><div class="x1a9 k3"><div class="q7f"><div class="n0b"><a href="/">${name}</a></div><div class="n0b">${renderSections(page, '<div class="n1c">', '</div>')}</div></div><div class="m4"><div class="m4a"><div class="r8"><div class="h1x" role="heading" aria-level="1">${escapeHtml(item.title)}</div><div class="z2"><div class="z2a">${escapeHtml(item.byline ?? outlet.nameAsPrinted)}</div><div class="z2b">${escapeHtml(page.printed)}</div></div><div class="b5">${renderParagraphs(page, (html) => `<div class="b5p">${html}</div>`).join('')}</div><div class="s6"><button>${escapeHtml(chrome.share)}</button><button>♡ 12</button></div></div><div class="c9"><div class="c9t">${escapeHtml(chrome.comments)}</div>${renderComments(page, '<div class="c9c">', '</div>')}</div></div><div class="m4b"><div class="t3">${escapeHtml(chrome.related)}</div>${renderLinks(page.others.slice(0, 5), '<div class="t3c">', '</div>')}<div class="t3">${escapeHtml(chrome.mostRead)}</div>${renderTeasers(page, 2, 6, '<div class="t3c">', '</div>')}</div></div><div class="w1"><div>${escapeHtml(chrome.cookies)}</div><button>${escapeHtml(chrome.accept)}</button></div><div class="f0">© ${name}. ${escapeHtml(chrome.rights)}. <a href="/privacy">${escapeHtml(chrome.privacy)}</a></div></div></div><script>window.__STATE__=${state}</script></body></html>
`
}
