// In: the sources of a page's linked-data scripts. Out: what they say of the article, flattened.
// Publishers break JSON in a few usual ways; what can be mended is mended, the rest is left.

import { decodeReferences } from '../html/attributes.ts'
import { withoutNulEscapes } from '../without-nul.ts'

export type JsonLdArticle = {
  readonly types: readonly string[]
  readonly headlines: readonly string[]
  readonly authors: readonly string[]
  readonly datePublished: string | null
  readonly dateModified: string | null
  readonly dateCreated: string | null
  readonly articleBody: string | null
  readonly description: string | null
  readonly section: string | null
  readonly keywords: readonly string[]
  readonly wordCount: number | null
  readonly isFree: boolean | null
  readonly url: string | null
  readonly publisher: string | null
  readonly image: string | null
  readonly language: string | null
}

export type JsonLdFacts = {
  readonly article: JsonLdArticle | null
  readonly siteName: string | null
  readonly notes: readonly string[]
}

type Thing = { readonly [key: string]: unknown }

const articleTypes =
  /^(?:.*Article|BlogPosting|LiveBlogPosting|Report|Review|AnalysisNewsArticle|SocialMediaPosting|DiscussionForumPosting|Recipe|NewsStory|Story|CreativeWork|TechArticle|PodcastEpisode|Interview|OpinionNewsArticle)$/
const pageTypes = /^(?:WebPage|ItemPage|AboutPage|VideoObject|Event|Product)$/
const maxThings = 4000
/** Below these keys stand other articles, or pieces of this one. */
const partsOfOthers = new Set([
  'liveBlogUpdate',
  'comment',
  'review',
  'itemListElement',
  'mentions',
  'relatedLink',
  'isRelatedTo',
  'citation',
  'hasPart',
  'video',
  'about',
])

export function readJsonLd(sources: readonly string[]): JsonLdFacts {
  const notes: string[] = []
  const things: Thing[] = []
  for (const source of sources) {
    const parsed = parseForgiving(source)
    if (parsed === undefined) notes.push('A linked-data script of the page is broken.')
    else collectThings(parsed, things)
  }
  const byId = new Map<string, Thing>()
  for (const thing of things) {
    const id = thing['@id']
    if (typeof id === 'string' && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing)
  }
  const main = chooseMain(things)
  const site = things.find((thing) => typesOf(thing).includes('WebSite'))
  return { article: main ? toArticle(main, byId) : null, siteName: site ? textOf(site['name']) : null, notes }
}

function parseForgiving(source: string): unknown {
  const inner = source
    .replace(/^\s*(?:\/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?|(?:\/\*\s*)?(?:\]\]>|-->)(?:\s*\*\/)?\s*$/g, '')
    .trim()
    .replace(/;$/, '')
  const first = tryParse(inner)
  if (first !== undefined) return first
  // Raw line breaks and tabs inside strings, and commas before closing brackets.
  const mended = inner
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*([}\]])/g, '$1')
    .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
  return tryParse(mended) ?? tryParse(decodeReferences(mended)) ?? salvage(mended)
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(withoutNulEscapes(text))
  } catch {
    return undefined
  }
}

/** When nothing parses, plain "key": "value" pairs are still worth having. */
function salvage(text: string): unknown {
  const found: Record<string, string> = {}
  for (const match of text.matchAll(
    /"(@type|headline|datePublished|dateModified|articleSection|description)"\s*:\s*"((?:[^"\\]|\\.)*)"/g,
  )) {
    const key = match[1]
    if (key && !(key in found)) found[key] = match[2] ?? ''
  }
  return found['@type'] || found['headline'] ? { '@type': 'Article', ...found } : undefined
}

/** All objects with a type, breadth first, without recursion and bounded. */
function collectThings(root: unknown, things: Thing[]): void {
  const queue: unknown[] = [root]
  for (let at = 0; at < queue.length && at < maxThings; at++) {
    const value = queue[at]
    if (Array.isArray(value)) {
      for (const inner of value) queue.push(inner)
      continue
    }
    if (!isThing(value)) continue
    if ('@type' in value || '@id' in value || 'headline' in value) things.push(value)
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null && !partsOfOthers.has(key)) queue.push(inner)
    }
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(thing: Thing): string[] {
  const type = thing['@type']
  const list = Array.isArray(type) ? type : [type]
  return list.filter((name): name is string => typeof name === 'string').map((name) => name.replace(/^.*[/#:]/, ''))
}

/** The article a page is about: by type first, then by how much it tells. */
function chooseMain(things: readonly Thing[]): Thing | undefined {
  let best: Thing | undefined
  let bestScore = 0
  for (const [index, thing] of things.entries()) {
    const types = typesOf(thing)
    const isArticle = types.some((type) => articleTypes.test(type)) || ('headline' in thing && 'datePublished' in thing)
    if (!isArticle && !types.some((type) => pageTypes.test(type))) continue
    let score = isArticle ? 10 : 1
    for (const key of ['headline', 'datePublished', 'author', 'articleBody', 'mainEntityOfPage', 'dateModified'])
      if (thing[key]) score += 2
    score -= Math.min(index, 50) / 25
    if (score > bestScore) {
      best = thing
      bestScore = score
    }
  }
  return best
}

function toArticle(thing: Thing, byId: ReadonlyMap<string, Thing>): JsonLdArticle {
  const types = typesOf(thing)
  const words = Number(thing['wordCount'])
  const free = thing['isAccessibleForFree']
  return {
    types,
    headlines: [thing['headline'], thing['name'], thing['alternativeHeadline']]
      .map(textOf)
      .filter((text) => text !== null),
    authors: namesOf(thing['author'] ?? thing['creator'], byId),
    datePublished: textOf(thing['datePublished']),
    dateModified: textOf(thing['dateModified']),
    dateCreated: textOf(thing['dateCreated']),
    articleBody: textOf(thing['articleBody']) ?? textOf(thing['text']),
    description: textOf(thing['description']),
    section: textOf(thing['articleSection']),
    keywords: listOf(thing['keywords']),
    wordCount: Number.isFinite(words) && words > 0 ? words : null,
    isFree: free === undefined ? null : !(free === false || /^(?:false|no|0)$/i.test(String(free))),
    url: textOf(thing['url']),
    publisher: namesOf(thing['publisher'], byId)[0] ?? null,
    image: imageOf(thing['image']),
    language: textOf(thing['inLanguage']),
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return decodeReferences(value).trim() || null
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return textOf(value[0])
  if (isThing(value)) return textOf(value['@value'] ?? value['name'])
  return null
}

function listOf(value: unknown): string[] {
  if (typeof value === 'string')
    return value
      .split(/[,;،、]/)
      .map((word) => decodeReferences(word).trim())
      .filter(Boolean)
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== null)
  return []
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Thing>): string[] {
  const names: string[] = []
  for (const one of Array.isArray(value) ? value.flat() : [value]) {
    if (typeof one === 'string') {
      names.push(one)
      continue
    }
    if (!isThing(one)) continue
    const id = one['@id']
    const whole = one['name'] === undefined && typeof id === 'string' ? (byId.get(id) ?? one) : one
    const name = Array.isArray(whole['name']) ? whole['name'].map(textOf) : [textOf(whole['name']) ?? joinName(whole)]
    for (const part of name) if (part) names.push(part)
  }
  return names.map((name) => decodeReferences(name).replace(/\s+/g, ' ').trim()).filter(Boolean)
}

function joinName(thing: Thing): string | null {
  const parts = [textOf(thing['givenName']), textOf(thing['familyName'])].filter(Boolean)
  return parts.length === 2 ? parts.join(' ') : null
}

function imageOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return first
  return isThing(first) ? (textOf(first['url']) ?? textOf(first['contentUrl'])) : null
}
