// In: what a citation says. Out: the language of the original, where its title, its outlet or its address tells.

import { isEnglish, latinLanguage, scriptOf, type Script } from './judge-words.ts'

type Told = {
  readonly titleOriginal: string | null
  readonly titleEnglish: string | null
  readonly outlet: string | null
  readonly descriptor: string | null
  readonly url: string | null
}

const byScript: Readonly<Partial<Record<Script, string>>> = {
  Hebr: 'he',
  Deva: 'hi',
  Hang: 'ko',
  Kana: 'ja',
  Hani: 'zh',
  Grek: 'el',
  Geor: 'ka',
  Armn: 'hy',
  Thai: 'th',
  Beng: 'bn',
  Ethi: 'am',
}

/** BCP 47; null = not stated. A title that is only in English is the title of an English piece. */
export function languageOfSource(source: Told): string | null {
  const { titleOriginal: original } = source
  if (original === null) return source.titleEnglish === null ? null : 'en'
  const script = scriptOf(original)
  if (script === 'Arab') return arabicScriptLanguage(original)
  if (script === 'Cyrl') return cyrillicLanguage(original)
  if (script !== 'Latn') return byScript[script] ?? null
  if (
    /\bIran|Tehran|Persian|Fars|Tasnim|Mehr\b/u.test(`${source.outlet ?? ''} ${source.descriptor ?? ''}`) ||
    /\.ir(?:\/|$)/u.test(source.url ?? '')
  )
    return 'fa-Latn'
  return isEnglish(original, true) ? 'en' : latinLanguage(original)
}

/** Letters that only Pashto, Persian or Urdu have. */
function arabicScriptLanguage(title: string): string {
  if (/[ټډړږښګڼۍې]/u.test(title)) return 'ps'
  if (/[ٹڈڑںےھ]/u.test(title)) return 'ur'
  return /[پچژگی]|ک/u.test(title) ? 'fa' : 'ar'
}

function cyrillicLanguage(title: string): string {
  if (/[іїєґ]/iu.test(title)) return 'uk'
  if (/[әғқңөұүһ]/iu.test(title)) return 'kk'
  if (/[ў]/iu.test(title)) return 'be'
  return 'ru'
}
