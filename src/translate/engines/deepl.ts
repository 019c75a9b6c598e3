// DeepL over HTTP: POST /v2/translate, GET /v2/languages. Free keys end in “:fx” and have a host of their own.

import { z } from 'zod'
import { primaryOf } from '../glossary/glossary-term.ts'
import { askEngine, checkTargets, type EngineDoor } from './ask-engine.ts'
import type { Engine, EngineSettings } from './engine.ts'

const NAME = 'DeepL'
const answerShape = z.object({
  translations: z.array(z.object({ text: z.string(), detected_source_language: z.string().optional() })),
})
const languagesShape = z.array(z.object({ language: z.string() }))

export function deepl({ endpoint, key = '' }: EngineSettings, door: EngineDoor): Engine {
  const base = (endpoint ?? (key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com')).replace(
    /\/+$/,
    '',
  )
  const headers: [string, string][] = [['Authorization', `DeepL-Auth-Key ${key}`]]
  const list = async (type: string, signal?: AbortSignal): Promise<string[] | null> => {
    const answer = await askEngine(door, { name: NAME, url: `${base}/v2/languages?type=${type}`, headers, signal })
    const parsed = answer.kind === 'json' ? languagesShape.safeParse(answer.value).data : undefined
    return parsed?.map(({ language }) => primaryOf(language)) ?? null
  }
  return {
    id: 'deepl',
    version: async () => 'DeepL API v2',
    most: { segments: 50, characters: 100_000 },
    async languages(signal) {
      const sources = await list('source', signal)
      const targets = sources && (await list('target', signal))
      return sources && targets ? sources.flatMap((from) => [...new Set(targets)].map((to) => ({ from, to }))) : null
    },
    async translate({ segments, from, to, signal }) {
      const body = {
        text: segments,
        target_lang: targetOf(to),
        ...(from === null ? {} : { source_lang: primaryOf(from).toUpperCase() }),
        // Each text is one sentence already.
        split_sentences: '0',
        preserve_formatting: true,
      }
      const answer = await askEngine(door, { name: NAME, url: `${base}/v2/translate`, headers, body, signal })
      if (answer.kind !== 'json') return answer
      const parsed = answerShape.safeParse(answer.value)
      if (!parsed.success)
        return { kind: 'nonsense', reason: `${NAME} sent an answer of another shape than its API describes.` }
      const { translations } = parsed.data
      const detected = translations[0]?.detected_source_language?.toLowerCase() ?? null
      return checkTargets(
        NAME,
        segments,
        translations.map(({ text }) => text),
        detected,
      )
    },
  }
}

/** English and Portuguese only exist as variants of theirs. */
function targetOf(tag: string): string {
  const [primary = '', region] = tag.toUpperCase().split('-')
  if (primary === 'EN') return region === 'GB' ? 'EN-GB' : 'EN-US'
  if (primary === 'PT') return region === 'BR' ? 'PT-BR' : 'PT-PT'
  if (primary === 'ZH') return /HANT|TW|HK/.test(region ?? '') ? 'ZH-HANT' : 'ZH-HANS'
  return primary === 'NO' ? 'NB' : primary
}
