// LibreTranslate over HTTP: POST /translate with many texts at once, GET /languages (its API as of 1.6).
// Which languages a server has, and what it calls them (“zt” or “zh-Hant”), is its own affair: it is asked.

import { z } from 'zod'
import { primaryOf } from '../../lib/primary-of.ts'
import { askEngine, checkTargets, type EngineDoor, type Failed } from './ask-engine.ts'
import type { Engine, EngineSettings, LanguagePair } from './engine.ts'
import { matchCode } from './language-codes.ts'
import { inTags, LIST_TIMEOUT_MS, rememberLanguages } from './remember-languages.ts'

const NAME = 'LibreTranslate'
const answerShape = z.object({
  translatedText: z.union([z.string(), z.array(z.string())]),
  detectedLanguage: z.unknown().optional(),
})
const languagesShape = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }))
const errorShape = z.object({ error: z.string() })

export function libreTranslate({ endpoint = 'http://localhost:5000', key }: EngineSettings, door: EngineDoor): Engine {
  const at = (path: string): string => `${endpoint.replace(/\/+$/, '')}${path}`
  const languages = rememberLanguages(async (signal) => {
    const url = at('/languages')
    const answer = await askEngine(door, { name: NAME, url, signal, timeoutMs: LIST_TIMEOUT_MS })
    const list = answer.kind === 'json' ? languagesShape.safeParse(answer.value).data : undefined
    return list?.flatMap(({ code, targets = [] }): LanguagePair[] => targets.map((to) => ({ from: code, to }))) ?? null
  }, door.now)
  return {
    id: 'libretranslate',
    version: async () => 'LibreTranslate API',
    most: { segments: 50, characters: 10_000 },
    languages: async (signal) => inTags(await languages(signal)),
    async translate({ segments, from, to, signal }) {
      const codes = nameLanguages(from, to, await languages(signal))
      if (!codes)
        return { kind: 'unsupported', reason: `${NAME} does not translate from ${from ?? 'anything'} to ${to} there.` }
      const body = { q: segments, ...codes, format: 'text', ...(key ? { api_key: key } : {}) }
      const answer = await askEngine(door, { name: NAME, url: at('/translate'), body, signal, readError })
      if (answer.kind !== 'json') return answer
      const parsed = answerShape.safeParse(answer.value)
      if (!parsed.success)
        return { kind: 'nonsense', reason: `${NAME} sent an answer of another shape than its API describes.` }
      const { translatedText } = parsed.data
      return checkTargets(NAME, segments, typeof translatedText === 'string' ? [translatedText] : translatedText, null)
    },
  }
}

/** Too many texts or letters are a 400 like any other: only its words tell. */
function readError(status: number, said: unknown): Failed | undefined {
  const words = errorShape.safeParse(said).data?.error ?? ''
  if (status === 400 && /exceeds.*limit/i.test(words))
    return { kind: 'too-large', reason: `${NAME} takes less at once than was asked (400).` }
  return undefined
}

/** @returns undefined when the server does not have these languages */
function nameLanguages(
  from: string | null,
  to: string,
  list: readonly LanguagePair[] | null,
): { source: string; target: string } | undefined {
  if (list === null || list.length === 0) return { source: from === null ? 'auto' : oldCode(from), target: oldCode(to) }
  const sources = [...new Set(list.map((pair) => pair.from))]
  const source = from === null ? undefined : matchCode(from, sources, 'source')
  const fitting = from === null ? list : list.filter((pair) => pair.from === source)
  const target = matchCode(to, [...new Set(fitting.map((pair) => pair.to))], 'target')
  return target === undefined ? undefined : { source: source ?? 'auto', target }
}

/** What every release has understood. */
function oldCode(tag: string): string {
  if (/^zh-(?:hant|tw|hk)/i.test(tag)) return 'zt'
  return primaryOf(tag)
}
