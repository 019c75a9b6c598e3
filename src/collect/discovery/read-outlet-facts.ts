// In: an outlet's front page. Out: what it says of itself: names, languages, country. Nothing is made up.

import { languageTag } from '../language-tag.ts'
import { plainTextOrNull } from '../plain-text.ts'
import { findElements, textOf, type Page } from '../read-page-links.ts'

export type OutletFacts = {
  /** In Latin letters where the page gives one. */
  readonly name: string | null
  /** As the outlet prints it, when that is another. */
  readonly nameAsPrinted: string | null
  readonly homepage: string
  readonly languages: readonly string[]
  /** ISO 3166-1 alpha-2, from a country's own top-level domain; else null. */
  readonly country: string | null
}

export function readOutletFacts(page: Page, homepage: string): OutletFacts {
  const names = [...new Set([...namesInMeta(page), ...namesInStructuredData(page), ...namesInTitle(page)])]
  const printed = names[0] ?? null
  const latin = names.find(isLatin) ?? null
  return {
    name: latin ?? printed,
    nameAsPrinted: latin !== null && printed !== latin ? printed : null,
    homepage,
    languages: readLanguages(page),
    country: countryOf(homepage),
  }
}

function isLatin(name: string): boolean {
  const letters = name.match(/\p{L}/gu) ?? []
  return letters.length > 0 && letters.every((letter) => /\p{Script=Latin}/u.test(letter))
}

function metaOf(page: Page, ...keys: string[]): string[] {
  const metas = findElements(page, (element) => element.name === 'meta')
  return keys.flatMap((key) =>
    metas.flatMap((meta) => {
      const name = (meta.attribs.property ?? meta.attribs.name ?? '').toLowerCase()
      return name === key ? [meta.attribs.content ?? ''] : []
    }),
  )
}

function namesInMeta(page: Page): string[] {
  return cleanNames(metaOf(page, 'og:site_name', 'application-name', 'apple-mobile-web-app-title'))
}

const publisherTypes = /^(NewsMediaOrganization|Organization|WebSite|Periodical|Newspaper|Corporation)$/

function namesInStructuredData(page: Page): string[] {
  const scripts = findElements(
    page,
    (element) => element.name === 'script' && /ld\+json/i.test(element.attribs.type ?? ''),
  )
  const names: unknown[] = []
  for (const script of scripts.slice(0, 10)) {
    const text = script.children.map((child) => ('data' in child ? child.data : '')).join('')
    for (const thing of thingsIn(text)) {
      const types = [thing['@type']].flat()
      if (types.some((type) => typeof type === 'string' && publisherTypes.test(type)))
        names.push(thing.name, thing.alternateName)
    }
  }
  return cleanNames(names.flat().filter((name) => typeof name === 'string'))
}

function thingsIn(json: string): Readonly<Record<string, unknown>>[] {
  try {
    const parsed: unknown = JSON.parse(json)
    const top = [parsed].flat().filter(isThing)
    return top.flatMap((thing) => [
      thing,
      ...[thing['@graph']].flat().filter(isThing),
      ...[thing.publisher].filter(isThing),
    ])
  } catch {
    return []
  }
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The title's parts; the shortest is the likeliest to be the name and not the slogan. */
function namesInTitle(page: Page): string[] {
  const title = findElements(page, (element) => element.name === 'title')[0]
  if (!title) return []
  const parts = textOf(title).split(/\s+[|–—·•:»«-]\s+|\s*\|\s*/)
  return cleanNames(parts.toSorted((one, other) => one.length - other.length))
}

const noNames =
  /^(home ?page|home|accueil|inicio|início|главная( страница)?|الرئيسية|خانه|صفحه اصلی|首页|首頁|beranda|start|news|untitled)$/i

function cleanNames(names: readonly string[]): string[] {
  const clean = names.map((name) => plainTextOrNull(name, 120)).filter((name) => name !== null)
  return clean.filter((name) => name.length > 1 && !noNames.test(name))
}

function readLanguages(page: Page): string[] {
  const root = findElements(page, (element) => element.name === 'html')[0]
  const said = [
    root?.attribs.lang,
    root?.attribs['xml:lang'],
    ...metaOf(page, 'og:locale', 'content-language', 'language'),
  ]
  const tags = said.map((tag) => languageTag(tag)).filter((tag) => tag !== null)
  // The region of a locale is a default of the software more often than a fact, so the bare language is enough.
  const languages = tags
    .map((tag) => new Intl.Locale(tag))
    .map(({ language, script }) => (script ? `${language}-${script}` : language))
  return [...new Set(languages)].slice(0, 1)
}

/** Country domains that are sold to everybody say nothing of a country. */
const soldToAll = new Set('ac ai cc co eu fm gg io la me nu sc sh su tk to tv vc ws'.split(' '))

function countryOf(homepage: string): string | null {
  const last = (URL.parse(homepage)?.hostname ?? '').split('.').at(-1) ?? ''
  if (!/^[a-z]{2}$/.test(last) || soldToAll.has(last)) return null
  return last === 'uk' ? 'GB' : last.toUpperCase()
}
