// In: lines of text. Out: the language of each, in the same order.

import { detectLanguage } from '../read/language/detect-language.ts'
import type { LineLanguage } from './language-task.ts'

export const unknownLanguage: LineLanguage = { language: 'und', probability: 0 }

/** Never fails: a line that cannot be judged is in an unknown language. */
export async function judgeLines(lines: readonly string[]): Promise<LineLanguage[]> {
  const answers: LineLanguage[] = []
  for (const line of lines) {
    const guess = await detectLanguage(line).catch(() => undefined)
    answers.push(guess ? { language: guess.language, probability: guess.confidence } : unknownLanguage)
  }
  return answers
}
