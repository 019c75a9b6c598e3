// DeepL over HTTP: POST /v2/translate, GET /v2/languages. Free keys end in “:fx” and have a host of their own.
// Languages that its list does not name are asked for as those in trial: some (Persian, Urdu, Hindi …) are only had so.

import { z } from 'zod'
import { primaryOf } from '../../lib/primary-of.ts'
import { askEngine, checkTargets, type EngineDoor } from './ask-engine.ts'
import type { Engine, EngineSettings, LanguagePair } from './engine.ts'
import { matchCode } from './language-codes.ts'
import { inTags, LIST_TIMEOUT_MS, rememberLanguages } from './remember-languages.ts'

const NAME = 'DeepL'
const answerShape = z.object({
  translations: z.array(z.object({ text: z.string(), detected_source_language: z.string().optional() })),
})
const languagesShape = z.array(z.object({ language: z.string() }))

export function deepl({ endpoint, key = '' }: EngineSettings, door: EngineDoor): Engine {
  const usual = key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com'
  const base = (endpoint ?? usual).replace(/\/+$/, '')
  const headers: [string, string][] = [['Authorization', `DeepL-Auth-Key ${key}`]]
  const list = async (type: string, signal?: AbortSignal): Promise<string[] | null> => {
    const url = `${base}/v2/languages?type=${type}`
    const answer = await askEngine(door, { name: NAME, url, headers, signal, timeoutMs: LIST_TIMEOUT_MS })
    const parsed = answer.kind === 'json' ? languagesShape.safeParse(answer.value).data : undefined
    return parsed?.map(({ language }) => language) ?? null
  }
  const languages = rememberLanguages(async (signal) => {
    const sources = await list('source', signal)
    const targets = sources && (await list('target', signal))
    return sources && targets ? sources.flatMap((from) => targets.map((to) => ({ from, to }))) : null
  }, door.now)
  return {
    id: 'deepl',
    version: async () => 'DeepL API v2',
    // A request may have 50 texts and 128 KiB, of which a letter may take six.
    most: { segments: 50, characters: 20_000 },
    languages: async (signal) => inTags(await languages(signal)),
    async translate({ segments, from, to, signal }) {
      const body = {
        text: segments,
        ...nameLanguages(from, to, (await languages(signal)) ?? []),
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

function nameLanguages(from: string | null, to: string, list: readonly LanguagePair[]): Record<string, unknown> {
  const source = from === null ? undefined : matchCode(from, [...new Set(list.map((pair) => pair.from))], 'source')
  const target = matchCode(to, [...new Set(list.map((pair) => pair.to))], 'target')
  const isListed = list.length === 0 || ((from === null || source !== undefined) && target !== undefined)
  return {
    target_lang: target ?? targetOf(to),
    ...(from === null ? {} : { source_lang: source ?? primaryOf(from).toUpperCase() }),
    ...(isListed ? {} : { enable_beta_languages: true }),
  }
}

/** When it does not tell its languages: English and Portuguese only exist as variants of theirs. */
function targetOf(tag: string): string {
  const [primary = '', region] = tag.toUpperCase().split('-')
  if (primary === 'EN') return region === 'GB' ? 'EN-GB' : 'EN-US'
  if (primary === 'PT') return region === 'BR' ? 'PT-BR' : 'PT-PT'
  if (primary === 'ZH') return /HANT|TW|HK/.test(region ?? '') ? 'ZH-HANT' : 'ZH-HANS'
  return primary === 'NO' ? 'NB' : primary
}
