// What the threads of `dragoman language` are asked, and what they answer.

export type LanguageTask = { readonly lines: readonly string[] }

/** The answer to a line. `und` with probability 0: there is no letter to judge by. */
export type LineLanguage = {
  /** BCP 47. */
  readonly language: string
  /** 0–1, to three digits. */
  readonly probability: number
}
