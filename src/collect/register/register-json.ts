// The register as JSON: everything, with the whole history of statements.

import { checkEntry, MOST_LINES, type RegisterEntry, type RegisterFile } from './register-entry.ts'

const FORMAT = 'dragoman-register'

/** What `readRegisterJson` takes, in lines a person can read. */
export function writeRegisterJson(entries: readonly RegisterEntry[]): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, outlets: entries }, null, 2)}\n`
}

/** Takes the file of `writeRegisterJson` or a bare list of outlets. Entries that cannot be used come back as `wrong`. */
export function readRegisterJson(text: string): RegisterFile {
  const value = parse(text.replace(/^\uFEFF/, ''))
  const outlets = Array.isArray(value)
    ? value
    : isRecord(value) && Array.isArray(value['outlets'])
      ? value['outlets']
      : null
  if (outlets === null)
    return {
      kind: 'not-a-register',
      reason: 'It is no JSON with a list of “outlets”. Export the register to see how it should be.',
    }
  if (outlets.length > MOST_LINES)
    return { kind: 'not-a-register', reason: `It has more than ${MOST_LINES.toLocaleString('en')} outlets. Divide it.` }
  return { kind: 'lines', lines: outlets.map((entry: unknown, at) => checkEntry(at + 1, entry)), notes: [] }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
