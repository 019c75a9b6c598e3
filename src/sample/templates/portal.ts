// An old portal: layout tables, font elements, nothing in the head but a title, the date as plain text.

import type { ArticlePage } from './article-page.ts'
import { escapeHtml, renderLinks, renderParagraphs, renderSections, renderTeasers } from './article-page.ts'

export function renderPortal(page: ArticlePage): string {
  const { chrome, item, outlet } = page
  const name = escapeHtml(outlet.nameAsPrinted)
  return `<html dir="${page.direction}">
<head>
${page.charsetMeta}
<title>${escapeHtml(item.title)} - ${name}</title>
</head>
<body bgcolor="#f4f4f0">
<table width="100%" align="center" cellpadding="6">
<tr><td colspan="3" bgcolor="#203040"><font color="white" size="6">${name}</font></td></tr>
<tr><td colspan="3" class="topmenu"><a href="/">${escapeHtml(chrome.home)}</a> | ${renderSections(page, '', ' | ')}</td></tr>
<tr valign="top">
<td width="170" bgcolor="#e4e4dc">
<b>${escapeHtml(chrome.latest)}</b><br>
${renderLinks(page.others, '&bull; ', '<br>')}
<hr><form action="/search">${escapeHtml(chrome.search)}<br><input name="q" size="14"></form>
</td>
<td id="newsbody">
<table width="100%">
<tr><td><font size="2" color="#777777">${escapeHtml(page.printed)}${item.section ? ` - ${escapeHtml(item.section)}` : ''}</font></td></tr>
<tr><td><h1>${escapeHtml(item.title)}</h1></td></tr>
${item.byline ? `<tr><td><i>${escapeHtml(chrome.by)}: ${escapeHtml(item.byline)}</i></td></tr>` : ''}
<tr><td class="text">
${renderParagraphs(page, (html) => `<p align="justify">${html}</p>`).join('\n')}
</td></tr>
<tr><td><font size="1">${escapeHtml(chrome.share)}: <a href="/print">↧</a> <a href="/mail">✉</a></font></td></tr>
</table>
</td>
<td width="170" bgcolor="#e4e4dc">
<b>${escapeHtml(chrome.mostRead)}</b><br>
${renderTeasers(page, 0, 6, '&bull; ', '<br>')}
<table border="1"><tr><td>${escapeHtml(chrome.advert)}</td></tr></table>
</td>
</tr>
<tr><td colspan="3" align="center"><font size="1">${escapeHtml(chrome.rights)} &copy; ${name} | <a href="/about">${escapeHtml(chrome.about)}</a> | <a href="/contact">${escapeHtml(chrome.contact)}</a></font></td></tr>
</table>
</body>
</html>
`
}
