// In: text from a feed, which may be plain, or HTML, or HTML escaped twice. Out: what a person would read.
// Markup never survives; NUL and control characters go; direction marks stay, for they are part of the writing.

import { decodeHTMLStrict } from 'entities'

/** @param most length in UTF-16 units beyond which the text is cut, with an ellipsis */
export function plainText(text: string, most = 1_000): string {
  // Far more than will be kept is not worth cleaning: markup rarely outweighs words thirty to one.
  let clean = text.length > most * 30 + 10_000 ? text.slice(0, most * 30 + 10_000) : text
  clean = decodeReferences(dropMarkup(clean))
  // Escaped once too often, the tags appear only now.
  clean = dropMarkup(clean)
  if (clean.includes('&')) clean = decodeReferences(clean)
  return shorten(collapseSpace(dropControls(clean)), most)
}

/** As `plainText`, but `null` when nothing is left. */
export function plainTextOrNull(text: string | null | undefined, most?: number): string | null {
  if (text === null || text === undefined) return null
  return plainText(text, most) || null
}

/** Text without line breaks and controls, taken literally otherwise: for identifiers and addresses. */
export function literalText(text: string): string {
  return dropControls(text).trim()
}

function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text
}

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufff9-\ufffb\ufffe\uffff]/g

function dropControls(text: string): string {
  return text.toWellFormed().replace(controls, '')
}

function collapseSpace(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim()
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

const inline =
  'a abbr acronym b bdi bdo big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u var wbr'
const blocks =
  'address article aside audio blockquote body br button caption center col colgroup dd details div dl dt embed fieldset figcaption ' +
  'figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li link main meta nav noscript object ol ' +
  'option p param picture pre section select source svg table tbody td textarea tfoot th thead time title tr track ul video script style'
const inlineElements = new Set(inline.split(' '))
const htmlElements = new Set(`${inline} ${blocks}`.split(' '))

/**
 * Takes out tags and comments in one pass; what a tag breaks apart is set apart by a space.
 * A word in angle brackets that is no HTML is a word, and stays.
 */
function dropMarkup(text: string): string {
  let from = text.indexOf('<')
  if (from === -1) return text
  let result = text.slice(0, from)
  while (from !== -1) {
    const markup = markupAt(text, from)
    result += markup === null ? '<' : markup.instead
    const resume = markup === null ? from + 1 : markup.end
    const next = text.indexOf('<', resume)
    result += text.slice(resume, next === -1 ? text.length : next)
    from = next
  }
  return result
}

function markupAt(text: string, at: number): { end: number; instead: string } | null {
  if (text.startsWith('<!--', at)) return { end: endOf(text, '-->', at + 4), instead: '' }
  const name = /^<[/]?([a-z][a-z0-9:-]*)(?=[\s/>])|^<[!?]/i.exec(text.slice(at, at + 40))
  if (!name) return null
  const element = name[1]?.toLowerCase() ?? ''
  if (element !== '' && !/[:-]/.test(element) && !htmlElements.has(element)) return null
  const close = text.indexOf('>', at)
  if (close === -1) return { end: text.length, instead: '' }
  if (/^<(script|style)/i.test(name[0])) return { end: endOf(text, `</${element}>`, close), instead: ' ' }
  return { end: close + 1, instead: inlineElements.has(element) ? '' : ' ' }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? text.length : at + mark.length
}
