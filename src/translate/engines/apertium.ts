// Apertium on this machine (Debian: apertium, apertium-eng-spa …): translation by rules, for the gist and never to be quoted.
// Languages without a pair of their own go by way of a third: French and Portuguese by Spanish.

import { spawn } from 'node:child_process'
import { primaryOf } from '../glossary/glossary-term.ts'
import { checkTargets } from './ask-engine.ts'
import type { Engine, EngineAnswer, EngineSettings, LanguagePair } from './engine.ts'

const NAME = 'Apertium'
/** What a shell says of a program that is not there. */
const NOT_FOUND = 127
const MOST_OUTPUT = 4 * 1024 * 1024
/** Its modes name languages by two letters or by three. */
const longCodes: Readonly<Record<string, string>> = {
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  pt: 'por',
  ca: 'cat',
  it: 'ita',
  ru: 'rus',
  uk: 'ukr',
  ar: 'ara',
  tr: 'tur',
  hi: 'hin',
  ur: 'urd',
  id: 'ind',
  ms: 'zlm',
  sr: 'hbs',
  hr: 'hbs',
  bs: 'hbs',
  mk: 'mkd',
  bg: 'bul',
  is: 'isl',
  sv: 'swe',
  da: 'dan',
  nl: 'nld',
  af: 'afr',
  be: 'bel',
  eu: 'eus',
  gl: 'glg',
  ro: 'ron',
  oc: 'oci',
}
const shortCodes = new Map(Object.entries(longCodes).map(([short, long]) => [long, short]))

type RunResult =
  | { readonly kind: 'ran'; readonly output: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed' }

/** @param binary name or path of the program */
export function apertium(
  { folder }: EngineSettings,
  { timeoutMs, binary = 'apertium' }: { timeoutMs: number; binary?: string },
): Engine {
  const place = folder === undefined ? [] : ['-d', folder]
  const run = (args: readonly string[], input: string, signal?: AbortSignal): Promise<RunResult> =>
    runProgram(binary, [...place, ...args], { input, timeoutMs, signal })
  let modes: Promise<readonly string[] | null> | undefined

  const listModes = (): Promise<readonly string[] | null> =>
    (modes ??= run(['-l'], '').then((result) =>
      result.kind === 'ran'
        ? result.output.split(/\s+/).filter((name) => /^[a-z_A-Z]{2,}-[a-z_A-Z]{2,}$/.test(name))
        : null,
    ))

  return {
    id: 'apertium',
    version: async () => 'Apertium',
    most: { segments: 200, characters: 50_000 },
    async languages() {
      const names = await listModes()
      return (
        names?.flatMap((name): LanguagePair[] => {
          const [from = '', to = ''] = name.split('-').map((code) => shortCodes.get(code.split('_')[0] ?? '') ?? code)
          return [{ from, to }]
        }) ?? null
      )
    },
    async translate({ segments, from, to, signal }) {
      const names = await listModes()
      if (names === null)
        return {
          kind: 'refused',
          reason: 'Apertium is not installed here (Debian: apt-get install apertium apertium-eng-spa).',
        }
      const path = from === null ? undefined : findPath(names, primaryOf(from), primaryOf(to))
      if (!path)
        return {
          kind: 'unsupported',
          reason: `Apertium has no way from ${from ?? 'an unknown language'} to ${to} here.`,
        }
      return translateBy(path, segments, (mode, text) => run(['-u', mode], text, signal))
    },
  }
}

/** One mode, or two by way of a third language. */
export function findPath(modes: readonly string[], from: string, to: string): readonly string[] | undefined {
  const codes = (tag: string): string[] => [longCodes[tag] ?? tag, tag]
  const find = (start: string, end: string): string | undefined =>
    codes(start)
      .flatMap((one) => codes(end).map((other) => `${one}-${other}`))
      .find((name) => modes.includes(name))
  const direct = find(from, to)
  if (direct !== undefined) return [direct]
  for (const middle of ['es', 'en', 'ca', 'fr', 'ru']) {
    const [first, second] = [find(from, middle), find(middle, to)]
    if (first !== undefined && second !== undefined) return [first, second]
  }
  return undefined
}

/** A line a sentence, and an empty line between, so that no rule reaches from one into the next. */
async function translateBy(
  path: readonly string[],
  segments: readonly string[],
  run: (mode: string, text: string) => Promise<RunResult>,
): Promise<EngineAnswer> {
  let lines = segments.map((text) => text.replace(/\s+/g, ' '))
  for (const mode of path) {
    const result = await run(mode, `${lines.join('\n\n')}\n`)
    if (result.kind !== 'ran') return { kind: 'away', reason: `Apertium did not come to an end with ${mode}.` }
    lines = result.output
      .replace(/\n+$/, '')
      .split(/\n\s*\n/)
      .map((line) => line.replaceAll('\n', ' '))
  }
  return checkTargets(NAME, segments, lines, null)
}

function runProgram(
  program: string,
  args: readonly string[],
  { input, timeoutMs, signal }: { input: string; timeoutMs: number; signal: AbortSignal | undefined },
): Promise<RunResult> {
  const { promise, resolve } = Promise.withResolvers<RunResult>()
  // Node's own pipes are sockets, which its scripts cannot open by name: `cat` makes real ones. Words are arguments, never script.
  const child = spawn('sh', ['-c', 'cat | "$0" "$@"', program, ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeoutMs,
    ...(signal ? { signal } : {}),
  })
  const parts: Buffer[] = []
  let size = 0
  child.on('error', (error) => resolve({ kind: 'code' in error && error.code === 'ENOENT' ? 'absent' : 'failed' }))
  child.stdin.on('error', () => undefined) // it ended before it had read all: its exit code says so
  child.stdout.on('data', (part: Buffer) => {
    size += part.length
    if (size > MOST_OUTPUT) child.kill()
    else parts.push(part)
  })
  child.on('close', (code) =>
    resolve(
      code === NOT_FOUND
        ? { kind: 'absent' }
        : code === 0
          ? { kind: 'ran', output: Buffer.concat(parts).toString('utf8') }
          : { kind: 'failed' },
    ),
  )
  child.stdin.end(input)
  return promise
}
