// Translation Memory eXchange 1.4b (LISA OSCAR, 2005), in and out, a unit at a time.
//
//   <tmx version="1.4"><header srclang="ar" …/><body>
//     <tu><prop type="x-state">human</prop><tuv xml:lang="ar"><seg>…</seg></tuv><tuv xml:lang="en"><seg>…</seg></tuv></tu>
//   </body></tmx>

import type { TranslationState } from '../../domain/translation.ts'
import { primaryOf } from '../../lib/primary-of.ts'
import { escapeXml, findNodes, readElements, textOf, type XmlNode } from '../exchange/read-elements.ts'

export type TmxUnit = {
  readonly from: string
  readonly to: string
  readonly source: string
  readonly target: string
  readonly state: TranslationState
  readonly origin: string | null
}

const units = new Set(['tu', 'header'])
/** Codes of the program that made the file, not words. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut'])
const LONGEST = 20_000
const isTag = (tag: string): boolean => /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,4}$/i.test(tag)

/** Each unit that says one thing in two languages; one in five languages is four. Others are passed over. */
export async function* readTmx(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<TmxUnit> {
  let sourceLanguage = ''
  for await (const node of readElements(chunks, units)) {
    if (node.name === 'header') sourceLanguage = node.attributes['srclang'] ?? ''
    else yield* readUnit(node, node.attributes['srclang'] ?? sourceLanguage)
  }
}

function readUnit(node: XmlNode, sourceLanguage: string): TmxUnit[] {
  const said = findNodes(node, 'tuv').flatMap((variant) => {
    const tag = variant.attributes['xml:lang'] ?? variant.attributes['lang'] ?? ''
    const [segment] = findNodes(variant, 'seg')
    const text = segment ? textOf(segment, codes).replace(/\s+/g, ' ').trim() : ''
    return isTag(tag) && text !== '' && text.length <= LONGEST ? [{ language: tag.replaceAll('_', '-'), text }] : []
  })
  const source = said.find(({ language }) => primaryOf(language) === primaryOf(sourceLanguage)) ?? said[0]
  if (!source) return []
  const state = stateOf(node)
  const origin = node.attributes['changeid'] ?? node.attributes['creationid'] ?? null
  return said
    .filter((one) => one !== source && primaryOf(one.language) !== primaryOf(source.language))
    .map((target) => ({
      from: source.language,
      to: target.language,
      source: source.text,
      target: target.text,
      state,
      origin,
    }))
}

/** What other programs kept, people let stand. Unread machine words stay that. */
function stateOf(node: XmlNode): TranslationState {
  const words = findNodes(node, 'prop').find((prop) => prop.attributes['type'] === 'x-state')
  const state = words ? textOf(words).trim() : ''
  if (state === 'machine' || state === 'machine-reviewed') return state
  return 'human'
}

/** The file, piece by piece. @param tool name and version, as in `dragoman 1.0` */
export async function* writeTmx(
  list: AsyncIterable<TmxUnit> | Iterable<TmxUnit>,
  tool: string,
): AsyncGenerator<string> {
  const [name = tool, version = '0'] = tool.split(' ')
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="${escapeXml(name)}" creationtoolversion="${escapeXml(version)}" segtype="sentence" o-tmf="dragoman" adminlang="en" srclang="*all*" datatype="plaintext"/>\n<body>\n`
  for await (const { from, to, source, target, state, origin } of list) {
    const by = origin === null ? '' : ` changeid="${escapeXml(origin)}"`
    yield `<tu srclang="${escapeXml(from)}"${by}><prop type="x-state">${state}</prop>${variant(from, source)}${variant(to, target)}</tu>\n`
  }
  yield '</body>\n</tmx>\n'
}

const variant = (language: string, text: string): string =>
  `<tuv xml:lang="${escapeXml(language)}"><seg>${escapeXml(text)}</seg></tuv>`
