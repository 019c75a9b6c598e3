// In: the bytes of a saved page. Out: the text of its article as printed: title, blocks in order, addresses of its links.
// An issue on one page gives all of its articles.

import { countOf } from '../../lib/count-of.ts'
import { decodeText } from '../../lib/charset.ts'
import { inputText, type InputProblem, type InputText } from './input-text.ts'
import { walkPage } from './walk-page.ts'

/** Reads a page; a page without text says so. */
export function readHtmlText(
  name: string,
  bytes: Uint8Array,
  contentType: string | null = null,
): InputText | InputProblem {
  const { text: html, charset, replaced } = decodeText(bytes, { contentType, kind: 'html' })
  const found = walkPage(html)
  if (found.trim() === '')
    return { kind: 'problem', file: name, reason: 'The page holds no text: it may need a browser to show it.' }
  const notes =
    replaced > 0 ? [`${countOf(replaced, 'character')} could not be read as ${charset}; “\ufffd” stands instead.`] : []
  if (!/<\/(?:html|body)\s*>/iu.test(html.slice(-2000)))
    notes.push('The page ends in its middle: it was cut when it was saved.')
  return inputText(name, bytes, found, { charset, notes })
}
