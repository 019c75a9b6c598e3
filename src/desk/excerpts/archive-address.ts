// In: where the desk says its archive can be reached, and a capture. Out: the address under which others find its copy.
// Why a setting: only the people of the desk know whether and where they have put their archive; nothing is invented.

import type { Capture } from '../../domain/capture.ts'

type Kept = Pick<Capture, 'id' | 'finalUrl' | 'digest' | 'requestedAt'>

const NAMES = ['{url}', '{time}', '{digest}', '{id}'] as const

/**
 * An address with `{url}`, `{time}` (14 digits), `{digest}` or `{id}` in it is filled in; one without gets
 * `/{time}/{url}` behind it, which is how OpenWayback and pywb replay a collection.
 *
 * @returns null without a setting, and for files that have no web address where one is asked for
 */
export function archiveAddress(setting: string | null, capture: Kept): string | null {
  if (setting === null) return null
  const pattern = NAMES.some((name) => setting.includes(name)) ? setting : `${setting.replace(/\/+$/, '')}/{time}/{url}`
  const isOnWeb = /^https?:\/\//i.test(capture.finalUrl)
  if (pattern.includes('{url}') && !isOnWeb) return null
  const filled = pattern
    .replaceAll('{time}', timeOf(capture.requestedAt))
    .replaceAll('{digest}', capture.digest)
    .replaceAll('{id}', capture.id)
    .replaceAll('{url}', () => capture.finalUrl)
  return URL.canParse(filled) ? filled : null
}

/** “20230916120005”, in UTC. */
function timeOf(at: number): string {
  return new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14)
}

/** What is wrong with a setting, for a person; null = it can be used. */
export function judgeArchiveAddress(setting: string): string | null {
  const bare = NAMES.reduce((text, name) => text.replaceAll(name, 'x'), setting)
  if (!/^https?:\/\//i.test(bare) || !URL.canParse(bare)) return 'Give a whole web address, with http:// or https://.'
  const unknown = /\{[^{}]*\}/.exec(bare)
  return unknown ? `“${unknown[0]}” is not filled in. There are ${NAMES.join(', ')}.` : null
}
