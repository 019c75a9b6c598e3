// Titles and captions are printed in changing case and with changing marks; folded, the same words are the same.

const marks = /[“”„"‘’‛'`´«»‹›()[\]{},.;:!?…*_]/gu
const dashes = /[-‐‑‒–—−]/gu

/** Lower case, no marks, dashes as spaces, white space collapsed, NFC. */
export function foldTitle(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(marks, '')
    .replace(dashes, ' ')
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ')
}
