// In: the letters of a page. Out: the text of its article, or of all articles that stand on it, block by block.
// What surrounds an article on a site (menus, side columns, forms) is left out by the elements it stands in.

import { Parser } from 'htmlparser2'
import { openFlow, type Flow } from './flow-text.ts'

const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul title summary caption'.split(
    ' ',
  ),
)
const silent = new Set(
  'script style noscript template svg nav aside form button select textarea iframe footer head title menu dialog object canvas audio video'.split(
    ' ',
  ),
)
const furniture =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|widget|share|sharing|social|related|comments?|cookie|banner|footer|skip-link|screen-reader-text|sharedaddy|post-navigation|entry-meta)(?:$|[\s_-])/iu

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** A part of a page that may be the article: an `article` or `main` element. */
type Region = { readonly flow: Flow; readonly outer: Region | null; hasHeadline: boolean; letters: number }
type Open = {
  readonly name: string
  readonly isQuiet: boolean
  readonly region: Region | null
  readonly link: string | null
}
type Walk = { readonly whole: Flow; readonly regions: Region[]; readonly stack: Open[]; quiet: number; depth: number }

/** Fewer letters than this are a teaser. */
const shortestArticle = 400
const deepest = 512
/** Each element costs the parser as much as stands open around it: beyond this depth all is closed and begun anew. */
const hopelesslyDeep = 2000
const pieceLength = 16_384

/** The text of the articles of a page; of the whole page where no element says what they are. */
export function walkPage(html: string): string {
  const walk: Walk = { whole: openFlow(), regions: [], stack: [], quiet: 0, depth: 0 }
  let parser = openParser(walk)
  for (const piece of piecesOf(html)) {
    parser.write(piece)
    if (walk.depth <= hopelesslyDeep) continue
    parser.end()
    walk.depth = 0
    parser = openParser(walk)
  }
  parser.end()
  const chosen = chooseRegions(walk.regions)
  return chosen.length === 0 ? walk.whole.text() : chosen.map(({ flow }) => flow.text()).join('\n\n')
}

function openParser(walk: Walk): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => {
        if (!voids.has(name)) walk.depth += 1
        openElement(walk, name, attributes)
      },
      ontext: (text) => writeWords(walk, text),
      onclosetag: (name) => {
        if (!voids.has(name)) walk.depth -= 1
        closeElement(walk, name)
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
}

/** The page in pieces that begin with a tag. */
function* piecesOf(html: string): Generator<string> {
  for (let start = 0; start < html.length;) {
    const tag = html.lastIndexOf('<', start + pieceLength)
    const end = start + pieceLength >= html.length ? html.length : tag > start ? tag : start + pieceLength
    yield html.slice(start, end)
    start = end
  }
}

/** Parts with a headline and more than a teaser's text; of those inside each other, the innermost. */
function chooseRegions(regions: readonly Region[]): Region[] {
  const long = regions.filter(({ hasHeadline, letters }) => hasHeadline && letters > shortestArticle)
  const inner = long.filter((region) => !long.some((other) => isInside(other, region)))
  if (inner.length > 0) return inner
  const first = regions.find(({ letters }) => letters > shortestArticle * 5)
  return first === undefined ? [] : [first]
}

function isInside(region: Region, outer: Region): boolean {
  for (let at = region.outer; at !== null; at = at.outer) if (at === outer) return true
  return false
}

type Attributes = Readonly<Record<string, string>>

function openElement(walk: Walk, name: string, attributes: Attributes): void {
  if (voids.has(name)) return openVoid(walk, name)
  if (walk.stack.length >= deepest) return
  const isRegion = name === 'article' || name === 'main' || attributes['role'] === 'main'
  const region = isRegion ? { flow: openFlow(), outer: regionOf(walk), hasHeadline: false, letters: 0 } : null
  const link = name === 'a' ? (attributes['href'] ?? '') : null
  const isQuiet = isFurniture(name, attributes)
  if (region !== null) walk.regions.push(region)
  if (isQuiet) walk.quiet += 1
  walk.stack.push({ name, isQuiet, region, link })
  if (/^h[12]$/u.test(name) && walk.quiet === 0) for (const one of regionsOf(walk)) one.hasHeadline = true
  for (const flow of flowsOf(walk)) {
    if (blocks.has(name)) flow.blockEnd()
    if (link !== null) flow.linkStart()
  }
}

function openVoid(walk: Walk, name: string): void {
  if (walk.quiet > 0) return
  for (const flow of flowsOf(walk)) {
    if (name === 'br') flow.lineEnd()
    if (name === 'hr') flow.blockEnd()
  }
}

function writeWords(walk: Walk, text: string): void {
  if (walk.quiet > 0) return
  for (const flow of flowsOf(walk)) flow.words(text.replace(/[\r\n\t]+/gu, ' '))
  for (const region of regionsOf(walk)) region.letters += text.length
}

function closeElement(walk: Walk, name: string): void {
  const at = voids.has(name) ? -1 : walk.stack.findLastIndex((open) => open.name === name)
  if (at === -1) return
  const link = walk.stack[at]?.link ?? null
  for (const flow of flowsOf(walk)) {
    if (link !== null) flow.linkEnd(link)
    if (blocks.has(name)) flow.blockEnd()
  }
  for (const open of walk.stack.splice(at)) if (open.isQuiet) walk.quiet -= 1
}

function regionOf(walk: Walk): Region | null {
  return walk.stack.findLast(({ region }) => region !== null)?.region ?? null
}

function regionsOf(walk: Walk): Region[] {
  const regions: Region[] = []
  for (let region = regionOf(walk); region !== null; region = region.outer) regions.push(region)
  return regions
}

function flowsOf(walk: Walk): Flow[] {
  return [walk.whole, ...regionsOf(walk).map(({ flow }) => flow)]
}

function isFurniture(name: string, attributes: Attributes): boolean {
  if (silent.has(name)) return true
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return false
  return furniture.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`) || attributes['role'] === 'navigation'
}
