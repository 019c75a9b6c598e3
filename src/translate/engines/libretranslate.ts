// LibreTranslate over HTTP: POST /translate with many texts at once, GET /languages (its API as of 1.6).

import { z } from 'zod'
import { primaryOf } from '../glossary/glossary-term.ts'
import { askEngine, checkTargets, type EngineDoor } from './ask-engine.ts'
import type { Engine, EngineSettings, LanguagePair } from './engine.ts'

const NAME = 'LibreTranslate'
const answerShape = z.object({
  translatedText: z.union([z.string(), z.array(z.string())]),
  detectedLanguage: z.unknown().optional(),
})
const languagesShape = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }))

export function libreTranslate({ endpoint = 'http://localhost:5000', key }: EngineSettings, door: EngineDoor): Engine {
  const at = (path: string): string => `${endpoint.replace(/\/+$/, '')}${path}`
  return {
    id: 'libretranslate',
    version: async () => 'LibreTranslate API',
    most: { segments: 50, characters: 10_000 },
    async languages(signal) {
      const answer = await askEngine(door, { name: NAME, url: at('/languages'), signal })
      const list = answer.kind === 'json' ? languagesShape.safeParse(answer.value).data : undefined
      return (
        list?.flatMap(({ code, targets = [] }): LanguagePair[] =>
          targets.map((to) => ({ from: primaryOf(code), to: primaryOf(to) })),
        ) ?? null
      )
    },
    async translate({ segments, from, to, signal }) {
      const body = {
        q: segments,
        source: from === null ? 'auto' : codeOf(from),
        target: codeOf(to),
        format: 'text',
        ...(key ? { api_key: key } : {}),
      }
      const answer = await askEngine(door, { name: NAME, url: at('/translate'), body, signal })
      if (answer.kind !== 'json') return answer
      const parsed = answerShape.safeParse(answer.value)
      if (!parsed.success)
        return { kind: 'nonsense', reason: `${NAME} sent an answer of another shape than its API describes.` }
      const { translatedText } = parsed.data
      return checkTargets(NAME, segments, typeof translatedText === 'string' ? [translatedText] : translatedText, null)
    },
  }
}

/** Its codes are primary tags, but for Chinese in traditional letters. */
function codeOf(tag: string): string {
  if (/^zh-(?:hant|tw|hk)/i.test(tag)) return 'zt'
  return primaryOf(tag)
}
