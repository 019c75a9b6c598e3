// In: a page tree. Out: what its head and its machine-readable parts say, gathered in one pass and not yet believed.

import { attributeOf, attributesOf, decodeReferences } from '../html/attributes.ts'
import { tag } from '../html/tag-names.ts'
import type { PageTree } from '../html/page-tree.ts'
import { readJsonLd, type JsonLdFacts } from './json-ld.ts'

export type PageFacts = {
  /** meta name/property/itemprop/http-equiv in lower case → contents in the order found. */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly titleElement: string | null
  readonly canonical: string | null
  readonly ampOrAlternate: string | null
  readonly htmlLang: string | null
  readonly jsonLd: JsonLdFacts
  readonly h1s: readonly number[]
  readonly times: readonly number[]
  /** Elements that carry itemprop, and those that carry rel="author". */
  readonly properties: readonly (readonly [node: number, property: string])[]
  readonly relAuthors: readonly number[]
  /** Contents of scripts that are data, not linked data: where script-only pages keep their texts. */
  readonly dataScripts: readonly string[]
  readonly scriptLength: number
}

const maxDataScript = 3_000_000

export function gatherFacts(tree: PageTree): PageFacts {
  const meta = new Map<string, string[]>()
  const jsonLdSources: string[] = []
  const dataScripts: string[] = []
  const h1s: number[] = []
  const times: number[] = []
  const relAuthors: number[] = []
  const properties: [number, string][] = []
  let titleElement: string | null = null
  let canonical: string | null = null
  let scriptLength = 0
  for (let node = 0; node < tree.size; node++) {
    switch (tree.tags[node]) {
      case tag.meta:
        addMeta(tree, node, meta)
        break
      case tag.title:
        titleElement ??= titleText(tree, node)
        break
      case tag.link:
        canonical ??= canonicalOf(tree, node)
        break
      case tag.script: {
        const range = tree.rawFrom.get(node)
        if (!range || range[1] - range[0] < 20) break
        scriptLength += range[1] - range[0]
        const type = attributeOf(tree, node, 'type') ?? ''
        if (type.includes('ld+json')) jsonLdSources.push(tree.html.slice(range[0], range[1]))
        else if (isPlainData(tree, range, type))
          dataScripts.push(tree.html.slice(range[0], Math.min(range[1], range[0] + maxDataScript)))
        break
      }
      case tag.h1:
        h1s.push(node)
        break
      case tag.time:
        times.push(node)
        break
      case tag.text:
        break
      default:
        addProperties(tree, node, properties, relAuthors)
    }
  }
  return {
    meta,
    titleElement,
    canonical,
    ampOrAlternate: null,
    htmlLang: attributeOf(tree, 0, 'lang') ?? attributeOf(tree, 0, 'xml:lang') ?? null,
    jsonLd: readJsonLd(jsonLdSources),
    h1s,
    times,
    properties,
    relAuthors,
    dataScripts,
    scriptLength,
  }
}

function isPlainData(tree: PageTree, range: readonly [number, number], type: string): boolean {
  if (type === 'application/json') return range[1] - range[0] > 200
  if (range[1] - range[0] < 300) return false
  return /^\s*(?:window\.|var\s+|self\.)[\w.$"'[\]]*\s*(?:=|\.push\()/.test(tree.html.slice(range[0], range[0] + 120))
}

function addMeta(tree: PageTree, node: number, meta: Map<string, string[]>): void {
  const attributes = attributesOf(tree, node)
  const content = attributes.get('content')?.trim()
  if (!content) return
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = attributes.get(key)?.trim().toLowerCase()
    if (!name) continue
    const known = meta.get(name)
    if (!known) meta.set(name, [content])
    else if (known.length < 200 && !known.includes(content)) known.push(content)
  }
}

function titleText(tree: PageTree, node: number): string | null {
  const range = tree.rawFrom.get(node)
  if (!range) return null
  return (
    decodeReferences(tree.html.slice(range[0], Math.min(range[1], range[0] + 2000)))
      .replace(/\s+/g, ' ')
      .trim() || null
  )
}

function canonicalOf(tree: PageTree, node: number): string | null {
  if (!/canonical/i.test(tree.html.slice(tree.from[node], tree.to[node]))) return null
  return attributeOf(tree, node, 'rel')?.toLowerCase() === 'canonical'
    ? (attributeOf(tree, node, 'href')?.trim() ?? null)
    : null
}

function addProperties(tree: PageTree, node: number, properties: [number, string][], relAuthors: number[]): void {
  const from = tree.from[node] ?? 0
  const to = tree.to[node] ?? 0
  if (to - from < 10) return
  const source = tree.html.slice(from, to)
  if (source.includes('itemprop') && properties.length < 5000) {
    const property = attributeOf(tree, node, 'itemprop')
    if (property) properties.push([node, property])
  }
  if (source.includes('author') && /\brel\s*=\s*["']?(?:[^"']*\s)?author\b/.test(source)) relAuthors.push(node)
}

/** The first content of the first of these names that has one. */
export function metaOf(facts: PageFacts, ...names: string[]): string | null {
  for (const name of names) {
    const found = facts.meta.get(name)?.[0]
    if (found) return found
  }
  return null
}
