// In: the stretches of a citation. Out: HTML in which its address is a Robust Link: the page, the preserved copy, and the day.
// https://robustlinks.mementoweb.org/spec/

import type { Citation } from '../../domain/excerpt.ts'
import { escapeHtml } from '../../lib/escape-html.ts'
import { isWebAddress, type PrintedPiece } from './citation-pieces.ts'

export function citationHtml(pieces: readonly PrintedPiece[], citation: Citation): string {
  return pieces.map((piece) => pieceHtml(piece, citation)).join('')
}

function pieceHtml({ text, foreign, lang, link }: PrintedPiece, citation: Citation): string {
  const words = escapeHtml(text)
  if (link !== undefined && isWebAddress(text)) return `<a href="${words}"${robustAttributes(citation)}>${words}</a>`
  if (!foreign) return words
  return `<bdi${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`}>${words}</bdi>`
}

/** Without an address of the copy, the day still lets an archive be asked for the nearest one. */
function robustAttributes({ url, archivedUrl, captured }: Citation): string {
  const version = archivedUrl === null ? '' : ` data-versionurl="${escapeHtml(archivedUrl)}"`
  const original = isWebAddress(url) ? ` data-originalurl="${escapeHtml(url)}"` : ''
  return `${original}${version} data-versiondate="${new Date(captured.at).toISOString().slice(0, 10)}"`
}
