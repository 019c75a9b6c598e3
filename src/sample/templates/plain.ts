// The plainest page: no metadata, no paragraph elements, the text broken by <br>, a menu of list links.

import type { ArticlePage } from './article-page.ts'
import { escapeHtml, renderLinks, renderParagraphs, renderSections, renderTeasers } from './article-page.ts'

export function renderPlain(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  return `<!DOCTYPE html>
<html dir="${page.direction}">
<head>${page.charsetMeta}<title>${name}: ${escapeHtml(item.title)}</title><style>body{font:15px Tahoma,sans-serif;margin:1rem}.hd{font-size:1.5rem;font-weight:bold;color:#005a36}.dt{color:#777}.links li{display:inline;margin-inline-end:1rem}.box{border:1px solid #cdd;padding:.8rem;margin-block-end:1rem}.side{font-size:.85rem}</style></head>
<body>
<div class="head"><a href="/">${name}</a></div>
<ul class="links">${renderSections(page)}</ul>
<div class="box">
<div class="hd">${escapeHtml(item.title)}</div>
<div class="dt">${escapeHtml(page.printed)}</div>
<div class="tx">
${renderParagraphs(page, (html) => `${html}<br><br>`).join('\n')}
${item.byline ? `<b>${escapeHtml(item.byline)}</b>` : ''}
</div>
</div>
<div class="box side"><b>${escapeHtml(chrome.latest)}</b><ul>${renderLinks(page.others)}</ul></div>
<div class="box side"><b>${escapeHtml(chrome.mostRead)}</b><ul>${renderTeasers(page, 0, 4)}</ul></div>
<div class="end">${escapeHtml(chrome.rights)} – ${name} – <a href="/contact">${escapeHtml(chrome.contact)}</a></div>
</body>
</html>
`
}
