// Names of elements as small numbers, so that a page can be held in flat arrays,
// and what each element means for the building and the reading of a page.

/** Numbers of the elements the reader asks for by name. 0 is text. */
export const tag = {
  text: 0, html: 1, head: 2, body: 3, title: 4, meta: 5, link: 6, script: 7, style: 8, base: 9, noscript: 10,
  template: 11, div: 12, p: 13, span: 14, a: 15, h1: 16, h2: 17, h3: 18, h4: 19, h5: 20, h6: 21, ul: 22, ol: 23,
  li: 24, dl: 25, dt: 26, dd: 27, table: 28, caption: 29, thead: 30, tbody: 31, tfoot: 32, tr: 33, td: 34, th: 35,
  blockquote: 36, q: 37, pre: 38, code: 39, br: 40, hr: 41, img: 42, figure: 43, figcaption: 44, article: 45,
  section: 46, main: 47, header: 48, footer: 49, nav: 50, aside: 51, form: 52, input: 53, button: 54, select: 55,
  option: 56, textarea: 57, label: 58, iframe: 59, svg: 60, math: 61, time: 62, address: 63, details: 64, summary: 65,
  dialog: 66, video: 67, audio: 68, picture: 69, source: 70, object: 71, embed: 72, b: 73, strong: 74, i: 75, em: 76,
  u: 77, s: 78, small: 79, sup: 80, sub: 81, font: 82, center: 83, cite: 84, abbr: 85, mark: 86, wbr: 87, area: 88,
  col: 89, track: 90, param: 91, fieldset: 92, legend: 93, canvas: 94, map: 95, optgroup: 96, noembed: 97,
  noframes: 98, xmp: 99, menu: 100, hgroup: 101, search: 102, ins: 103, del: 104, rt: 105, rp: 106, ruby: 107,
  applet: 108, marquee: 109, colgroup: 110, datalist: 111, kbd: 112, samp: 113, tt: 114, bdi: 115, bdo: 116,
  plaintext: 117, dir: 118, output: 119, progress: 120, meter: 121, slot: 122, listing: 123, frameset: 124, frame: 125,
} as const

/** Numbers from here on are given out for names the reader does not know, page by page. */
export const firstUnknownTag = 128
export const lastUnknownTag = 1023

export const tagNumbers: ReadonlyMap<string, number> = new Map(Object.entries(tag).filter(([name]) => name !== 'text'))

/** What an element is; one bit a property. */
export const trait = { void: 1, block: 2, raw: 4, scope: 8, heading: 16, closesParagraph: 32, headOnly: 64, skip: 128 } as const

export const tagTraits = new Uint8Array(1024)

function give(bits: number, names: readonly (keyof typeof tag)[]): void {
  for (const name of names) tagTraits[tag[name]] = (tagTraits[tag[name]] ?? 0) | bits
}

give(trait.void, [
  'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr', 'frame',
])
give(trait.raw, ['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp', 'svg', 'math'])
give(trait.scope, ['html', 'body', 'table', 'td', 'th', 'caption', 'object', 'applet', 'marquee', 'template'])
give(trait.heading, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
give(trait.headOnly, ['title', 'meta', 'link', 'script', 'style', 'base', 'noscript', 'template'])
const paragraphEnders = [
  'address', 'article', 'aside', 'blockquote', 'center', 'details', 'dialog', 'dir', 'div', 'dl', 'fieldset', 'figcaption',
  'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'main', 'menu', 'nav', 'ol', 'p',
  'pre', 'listing', 'search', 'section', 'summary', 'table', 'ul', 'plaintext', 'xmp',
] as const
give(trait.closesParagraph, paragraphEnders)
give(trait.block, paragraphEnders)
give(trait.block, [
  'html', 'body', 'li', 'dt', 'dd', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'legend', 'option', 'optgroup', 'video',
  'audio', 'canvas', 'template', 'noscript', 'frameset',
])
// What never holds text of an article.
give(trait.skip, [
  'script', 'style', 'textarea', 'iframe', 'noembed', 'noframes', 'svg', 'math', 'head', 'select', 'datalist', 'object', 'applet',
  'canvas', 'rp', 'rt', 'embed', 'template', 'button', 'output', 'progress', 'meter',
])
