// A name on record need not say what language it is in. Its letters say which face it must be set in, and that is all that
// is asked here: a tag of a language that is written so.

const scripts: readonly (readonly [script: RegExp, language: string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Cyrillic}/u, 'ru'],
]

/** BCP 47, for `lang`; null where any face will do. */
export function languageOfScript(name: string): string | null {
  return scripts.find(([script]) => script.test(name))?.[1] ?? null
}
