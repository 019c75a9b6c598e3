// In: a web page. Out: its tree for finding links, never nested deeper than any real page.
// Why a limit: matching end tags against a million open elements would cost a million steps each.

import { DomHandler, DomUtils, Parser } from 'htmlparser2'
import { plainText } from './plain-text.ts'
import { resolvePage } from './finish-entries.ts'

export type PageNode = ReturnType<typeof parsePage>['root']
export type PageElement = NonNullable<ReturnType<typeof DomUtils.findOne>>
export type Page = { readonly root: PageNode; readonly base: string }

const deepest = 1_000
const largest = 8_000_000

/** Parses a page as far as it is a page; `base` is where its relative links lead from. */
export function readPage(html: string, url: string): Page {
  const { root } = parsePage(html.slice(0, largest))
  const given = DomUtils.findOne(
    (element) => element.name === 'base' && element.attribs.href !== undefined,
    root.children,
  )
  return { root, base: (given && resolvePage(given.attribs.href ?? '', url)) ?? url }
}

function parsePage(html: string) {
  const handler = new DomHandler()
  let depth = 0
  const parser = new Parser({
    onparserinit: (started) => handler.onparserinit(started),
    onopentag(name, attributes) {
      if (++depth > deepest) parser.pause()
      handler.onopentag(name, attributes)
    },
    onclosetag() {
      depth--
      handler.onclosetag()
    },
    ontext: (text) => handler.ontext(text),
    onend: () => handler.onend(),
  })
  parser.write(html)
  parser.end()
  return { root: handler.root }
}

/** Elements in document order; `test` picks them. */
export function findElements(page: Page, test: (element: PageElement) => boolean): PageElement[] {
  return DomUtils.findAll(test, page.root.children)
}

/** The words of an element, as one line. */
export function textOf(element: PageElement, most = 500): string {
  return plainText(DomUtils.innerText(element).replaceAll('&', '&amp;').replaceAll('<', '&lt;'), most)
}

/** The element itself, or the first inside it, that links to a page. */
export function linkOf(element: PageElement): PageElement | null {
  if (isLink(element)) return element
  return DomUtils.findOne(isLink, element.children)
}

export function isLink(element: PageElement): boolean {
  return element.name === 'a' && element.attribs.href !== undefined && element.attribs.href.trim() !== ''
}

export function addressOf(link: PageElement, page: Page): string | null {
  const href = link.attribs.href ?? ''
  return href.trim().startsWith('#') ? null : resolvePage(href, page.base)
}
