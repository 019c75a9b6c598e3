// In: the pieces of a page as it is walked (words, ends of blocks, links). Out: a text with an empty line between blocks.
// A digest prints addresses; a page may hide them in links. They are put where print has them: at the end of the citation.

import { collapse } from './printed-lines.ts'

export type Flow = {
  words(text: string): void
  /** The line ends, the block goes on (a `<br>`). */
  lineEnd(): void
  blockEnd(): void
  /** An address that belongs to the words written since `linkStart`. */
  linkStart(): void
  linkEnd(address: string): void
  text(): string
}

type Link = { readonly at: number; readonly address: string }

/** Collects the text of a page. */
export function openFlow(): Flow {
  const blocks: string[] = []
  let lines: string[] = []
  let line = ''
  let links: Link[] = []
  let linkFrom = 0

  const lineEnd = (): void => {
    const placed = placeLinks(line, links)
    if (collapse(placed) !== '') lines.push(collapse(placed))
    line = ''
    links = []
  }
  return {
    words: (text) => void (line += text),
    lineEnd,
    blockEnd() {
      lineEnd()
      if (lines.length > 0) blocks.push(lines.join('\n'))
      lines = []
    },
    linkStart: () => void (linkFrom = line.length),
    linkEnd(address) {
      if (isPrintable(address, line.slice(linkFrom))) links.push({ at: line.length, address })
    },
    text() {
      this.blockEnd()
      return blocks.join('\n\n') + (blocks.length > 0 ? '\n' : '')
    },
  }
}

/** Only links to the web, and only where the address is not already what can be read. */
function isPrintable(address: string, words: string): boolean {
  return /^https?:\/\//iu.test(address) && !/https?:\/\/|www\./iu.test(words) && !/^\s*\[[ivxl]{1,7}\]\s*$/u.test(words)
}

/** Addresses of links in citations and notes, each before the end of its sentence; those of links in prose are left out. */
function placeLinks(line: string, links: readonly Link[]): string {
  if (links.length === 0 || !isReference(line)) return line
  let placed = line
  for (let at = links.length - 1; at >= 0; at -= 1) {
    const link = links[at]
    if (link === undefined) continue
    const limit = links[at + 1]?.at ?? line.length
    const rest = line.slice(link.at, limit)
    if (/https?:\/\//iu.test(rest)) continue
    const semicolon = rest.indexOf(';')
    const end = link.at + (semicolon === -1 ? (at === links.length - 1 ? rest.trimEnd().length : 0) : semicolon)
    placed = `${placed.slice(0, end)} ${link.address}${placed.slice(end)}`
  }
  return placed
}

/** A line that cites: a note, or a title in marks with a date after it. */
function isReference(line: string): boolean {
  return (
    /^\s*\[[ivxl]{1,7}\]/u.test(line) ||
    /^\s*(?:source|image)\s?:/iu.test(line) ||
    (line.length < 900 && /[”"»][^”"»]{0,300}\b(?:19|20)\d{2}\b/u.test(line))
  )
}
