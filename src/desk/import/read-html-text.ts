// In: the bytes of a saved page. Out: the text of its article as printed: title, blocks in order, addresses of its links.
// What surrounds an article on a site (menus, side columns, forms) is left out by the elements it stands in.

import { Parser } from 'htmlparser2'
import { decodeText } from '../../lib/charset.ts'
import { openFlow, type Flow } from './flow-text.ts'
import { inputText, type InputProblem, type InputText } from './input-text.ts'

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
  const notes = replaced > 0 ? [`${replaced} characters could not be read as ${charset} and stand as “\ufffd”.`] : []
  if (!/<\/(?:html|body)\s*>/iu.test(html.slice(-2000)))
    notes.push('The page ends in its middle: it was cut when it was saved.')
  return inputText(name, bytes, found, { charset, notes })
}

type Open = {
  readonly name: string
  readonly quiet: boolean
  readonly region: Flow | null
  readonly link: string | null
}

/** The text of the article element that holds the headline, or of the main part, or of the whole page. */
function walkPage(html: string): string {
  const whole = openFlow()
  const regions: { flow: Flow; hasHeadline: boolean; letters: number }[] = []
  const stack: Open[] = []
  let quiet = 0
  const flows = (): Flow[] => [whole, ...stack.flatMap(({ region }) => (region === null ? [] : [region]))]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (voids.has(name)) return openVoid(name, quiet === 0 ? flows() : [])
        const isQuiet = isFurniture(name, attributes)
        const isRegion = name === 'article' || name === 'main' || attributes['role'] === 'main'
        const region = isRegion ? openFlow() : null
        const link = name === 'a' ? (attributes['href'] ?? '') : null
        if (region !== null) regions.push({ flow: region, hasHeadline: false, letters: 0 })
        if (stack.length < 512) stack.push({ name, quiet: isQuiet, region, link })
        if (isQuiet) quiet += 1
        if (name === 'h1' && quiet === 0)
          for (const one of regions) if (stack.some((open) => open.region === one.flow)) one.hasHeadline = true
        for (const flow of flows()) {
          if (blocks.has(name)) flow.blockEnd()
          if (link !== null) flow.linkStart()
        }
      },
      ontext(text) {
        if (quiet > 0) return
        for (const flow of flows()) flow.words(text.replace(/[\r\n\t]+/gu, ' '))
        for (const one of regions) if (stack.some((open) => open.region === one.flow)) one.letters += text.length
      },
      onclosetag(name) {
        if (voids.has(name)) return
        const at = stack.findLastIndex((open) => open.name === name)
        if (at === -1) return
        const link = stack[at]?.link ?? null
        for (const flow of flows()) {
          if (link !== null) flow.linkEnd(link)
          if (blocks.has(name)) flow.blockEnd()
        }
        for (const open of stack.splice(at)) if (open.quiet) quiet -= 1
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  const best = regions.filter((one) => one.hasHeadline).toSorted((a, b) => a.letters - b.letters)
  const chosen = best.find((one) => one.letters > 400) ?? regions.find((one) => one.letters > 2000)
  return (chosen?.flow ?? whole).text()
}

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

function openVoid(name: string, flows: readonly Flow[]): void {
  for (const flow of flows) {
    if (name === 'br') flow.lineEnd()
    if (name === 'hr') flow.blockEnd()
  }
}

function isFurniture(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (silent.has(name)) return true
  if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true') return true
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return false
  return furniture.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`) || attributes['role'] === 'navigation'
}
