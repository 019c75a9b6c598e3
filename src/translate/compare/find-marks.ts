// What no translator writes: nothing at all, markup, words of the prompt, loops, the apologies of a machine.

import type { SegmentFlag } from '../../domain/translation.ts'
import type { SegmentPair } from './compare-segment.ts'

/** Letters, where one of Chinese says as much as three of an alphabet. */
const weigh = (text: string): number =>
  text.length + 2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0)

const LEAST_TO_JUDGE = 40

/** Whether there is not one word or figure in it. */
export const isWordless = (target: string): boolean => !/[\p{L}\p{N}]/u.test(target)

export function findMissing({ source, target }: SegmentPair): SegmentFlag[] {
  if (isWordless(target)) return [{ kind: 'missing', words: 'Nothing was translated.' }]
  const [from, into] = [weigh(source), weigh(target)]
  if (from >= LEAST_TO_JUDGE && into < from * 0.35)
    return [{ kind: 'missing', words: 'The translation is far shorter than the original.' }]
  if (into >= LEAST_TO_JUDGE && into > from * 3.5 + 20)
    return [{ kind: 'missing', words: 'The translation is far longer than the original.' }]
  return []
}

const markup =
  /<\/?[a-z][^<>]{0,80}>|&(?:[a-z]{2,8}|#\d{2,5});|```|^\s*[{[]\s*"|\\u[0-9a-f]{4}|\[\/?INST\]|<\|[a-z_]+\|>/i

export function findMarkup({ source, target }: SegmentPair): SegmentFlag[] {
  const found = markup.exec(target)?.[0]
  return found === undefined || source.includes(found)
    ? []
    : [{ kind: 'markup', words: `“${found}” is markup, and not in the original.` }]
}

const leaks: readonly RegExp[] = [
  /\b(?:here is|here's|below is) (?:the|a|your) (?:english )?translation\b/i,
  /^\s*(?:translation|translated text|english)\s*:/i,
  /\bas an? (?:ai|artificial intelligence|language model)\b/i,
  /\bI(?:'m| am) (?:sorry, but I|unable to|not able to) (?:can(?:not|'t) )?(?:translate|assist|help|comply)/i,
  /\btranslate the following\b|\bsegments? to translate\b|\bsystem prompt\b/i,
]

export function findMachineMarks({ source, target }: SegmentPair): SegmentFlag[] {
  const flags: SegmentFlag[] = []
  const leak = leaks.map((pattern) => pattern.exec(target)?.[0]).find((words) => words !== undefined)
  if (leak !== undefined && !source.includes(leak))
    flags.push({ kind: 'machine-marks', words: `“${leak.trim()}” is said by a machine, not by the original.` })
  const loop = findLoop(target)
  if (loop !== undefined && findLoop(source) === undefined)
    flags.push({ kind: 'machine-marks', words: `“${loop}” is said again and again.` })
  const doubled = /(?<![\p{L}\p{N}])(the|of|to|in|and|a|is|for)\s+\1(?![\p{L}\p{N}])/iu.exec(target)?.[0]
  if (doubled !== undefined) flags.push({ kind: 'machine-marks', words: `“${doubled}” stands twice.` })
  return flags
}

/** Three words or more, three times in a row. */
function findLoop(text: string): string | undefined {
  const words = (
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, 2_000)
  for (let length = 1; length <= 8; length++) {
    let run = 0
    const least = length === 1 ? 4 : 2 * length
    for (let at = length; at < words.length; at++) {
      run = words[at] === words[at - length] ? run + 1 : 0
      if (run >= Math.max(least, 4)) return words.slice(at - length + 1, at + 1).join(' ')
    }
  }
  return undefined
}
