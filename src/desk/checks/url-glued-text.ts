import type { Check } from './check.ts'
import { findInRaw, passagesIn } from './parts/passages.ts'

const before = /(?<=[\s(;,.]|^)[\p{L}\p{N})”’"]+[:.,;]?(?=https?:\/\/)https?:\/\/[^\s/]{0,60}/gu
const marks = /(?<=https?:\/\/[^\s“”‘’«»"<>]{4,160})[“”‘«»"<>](?=\p{L})\S{0,40}/gu
const sentence =
  /(?<=https?:\/\/[^\s]{4,160})(?:\d{1,8}(?=\p{Lu}\p{Ll}*\s)|(?<=[/_\d])(?=\p{Lu}\p{Ll}*\s+\p{Ll}+\s+\p{Ll}+))\p{Lu}\p{Ll}*\s+\p{L}+/gu
const two = /(?<=https?:\/\/[^\s]{4,160}[;,])https?:\/\/[^\s/]{1,80}/gu

/** Whoever copies the address copies the word too. */
export const urlGluedText: Check = {
  id: 'url-glued-text',
  group: 'url',
  severity: 'error',
  looksAt: 'What stands right before and right after an address',
  why: 'Text is glued to the address.',
  mend: 'Put a space between them.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm), 4 March 2024. Link:https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find: (context) => {
    const places = passagesIn(context, 'citation', 'note', 'image')
    // The excerpt that begins on the citation's line is no longer part of the citation: there, the line itself is read.
    const runIn = context.document.sources.flatMap(({ excerptRunIn, citation, excerpt }) => {
      const [last, first] = [citation.at(-1), excerpt[0]]
      if (!excerptRunIn || last === undefined || first === undefined) return []
      const from = Math.max(last.start, first.start - 400)
      const raw = context.text.slice(from, first.start + 60)
      return [{ role: 'citation' as const, of: 0, start: from, end: from + raw.length, raw, prose: raw }]
    })
    return [
      ...findInRaw(places, before, ([found]) => ({
        why: `“${/^[^:h]{0,40}/u.exec(found)?.[0] ?? ''}” is glued to the address.`,
      })),
      ...findInRaw([...places, ...runIn], marks, (match, { start, raw }) => wide(match, start, raw)),
      ...findInRaw([...places, ...runIn], sentence, (match, { start, raw }) => wide(match, start, raw)),
      ...findInRaw(places, two),
    ]
  },
}

function wide(match: RegExpExecArray, start: number, raw: string) {
  const from = Math.max(0, match.index - 6)
  return { start: start + from, end: start + Math.min(raw.length, match.index + match[0].length) }
}
