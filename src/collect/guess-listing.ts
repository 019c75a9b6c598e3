// In: a web page. Out: the CSS selector of the links that look like its list of articles, or null.
// Articles are linked many times in the same way, with long words and long addresses; menus are not.

import { addressOf, findElements, isLink, textOf, type Page, type PageElement } from './read-page-links.ts'

type Group = { selector: string; urls: Set<string>; letters: number; deep: number }

const fewest = 3

/** `null` when no group of links stands out. */
export function guessListing(page: Page): string | null {
  const host = URL.parse(page.base)?.hostname ?? ''
  const groups = new Map<string, Group>()
  for (const link of findElements(page, isLink).slice(0, 5_000)) {
    const url = addressOf(link, page)
    if (url === null || !isSameSite(url, host) || isInMenu(link)) continue
    addToGroup(groups, selectorOf(link), url, textOf(link))
  }
  const ranked = [...groups.values()]
    .filter((group) => group.urls.size >= fewest)
    .toSorted((one, other) => score(other) - score(one))
  const best = ranked[0]
  return best && score(best) > 0 ? best.selector : null
}

function addToGroup(groups: Map<string, Group>, selector: string, url: string, text: string): void {
  const group = groups.get(selector) ?? { selector, urls: new Set(), letters: 0, deep: 0 }
  groups.set(selector, group)
  if (text === '' || group.urls.has(url)) return
  group.urls.add(url)
  group.letters += Math.min(weightOf(text), 120)
  if (looksLikeArticle(url)) group.deep++
}

/** Letters, where a Han, Kana or Hangul sign counts as much as it says. */
function weightOf(text: string): number {
  return (
    text.length +
    2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  )
}

function score(group: Group): number {
  const mean = group.letters / group.urls.size
  if (mean < 18) return 0
  return Math.min(group.urls.size, 30) * mean * (0.25 + group.deep / group.urls.size)
}

/** Articles have a number, a date, or a name of several words in their address. */
function looksLikeArticle(url: string): boolean {
  const address = URL.parse(url)
  if (!address) return false
  const path = `${address.pathname}${address.search}`
  return (
    /\d{3,}/.test(path) ||
    /[^/]+-[^/]+-[^/]+/.test(path) ||
    (path.match(/%[0-9a-f]{2}/gi)?.length ?? 0) > 10 ||
    path.split('/').length > 4
  )
}

function isSameSite(url: string, host: string): boolean {
  const other = URL.parse(url)?.hostname ?? ''
  const bare = (name: string): string => name.replace(/^www\./, '')
  return bare(other) === bare(host) || other.endsWith(`.${bare(host)}`)
}

const menuNames =
  /(^|[-_\s])(nav|menu|footer|breadcrumbs?|sidebar|social|share|tags?|pagination|pager|cookie|lang)([-_\s]|$)/i

function isInMenu(link: PageElement): boolean {
  let above: PageElement | null = link
  for (let level = 0; level < 12 && above; level++) {
    if (above.name === 'nav' || above.name === 'footer') return true
    if (menuNames.test(`${above.attribs.class ?? ''} ${above.attribs.id ?? ''}`)) return true
    above = parentOf(above)
  }
  return false
}

function parentOf(element: PageElement): PageElement | null {
  const above = element.parent
  return above && 'attribs' in above ? (above as PageElement) : null
}

/** The link with up to three elements above it, by name and class; an id ends the way up. */
function selectorOf(link: PageElement): string {
  const steps: string[] = []
  let element: PageElement | null = link
  while (element && steps.length < 4 && element.name !== 'body' && element.name !== 'html') {
    steps.unshift(stepOf(element))
    if (steps[0]?.startsWith('#')) break
    element = parentOf(element)
  }
  return steps.join(' > ')
}

function stepOf(element: PageElement): string {
  const id = element.attribs.id
  if (id && element.name !== 'a' && /^[a-z][a-z_-]*$/i.test(id)) return `#${id}`
  // Classes with numbers are often made by machines and differ from build to build, or from item to item.
  const name = (element.attribs.class ?? '').split(/\s+/).find((one) => /^[a-z][a-z_-]*$/i.test(one))
  return name && name.length <= 60 ? `${element.name}.${name}` : element.name
}
