// Apertium on this machine (Debian: apertium, apertium-eng-spa …): translation by rules, for the gist and never to be quoted.
// Languages without a pair of their own go by way of a third: French and Portuguese by Spanish.

import { spawn } from 'node:child_process'
import { checkTargets } from './ask-engine.ts'
import type { Engine, EngineAnswer, EngineSettings, LanguagePair } from './engine.ts'
import { matchCode } from './language-codes.ts'
import { inTags } from './remember-languages.ts'

const NAME = 'Apertium'
/** What a shell says of a program that is not there. */
const NOT_FOUND = 127
const MOST_OUTPUT = 4 * 1024 * 1024
/** By way of which languages is looked first. */
const MIDDLES = ['es', 'en', 'ca', 'fr', 'ru']

type RunResult =
  | { readonly kind: 'ran'; readonly output: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed' }

/** As in “Apertium 3.8.3”; the name alone when it does not say. */
function readVersion(said: RunResult): string {
  const number = said.kind === 'ran' ? /\b\d+(?:\.\d+)+/.exec(said.output)?.[0] : undefined
  return number === undefined ? NAME : `${NAME} ${number}`
}

/** @param binary name or path of the program */
export function apertium(
  { folder }: EngineSettings,
  { timeoutMs, binary = 'apertium' }: { timeoutMs: number; binary?: string },
): Engine {
  const place = folder === undefined ? [] : ['-d', folder]
  const run = (args: readonly string[], input: string, signal?: AbortSignal): Promise<RunResult> =>
    runProgram(binary, [...place, ...args], { input, timeoutMs, signal })
  let modes: Promise<readonly string[] | null> | undefined
  let version: Promise<string> | undefined

  const listModes = (): Promise<readonly string[] | null> =>
    (modes ??= run(['-l'], '').then((result) => {
      if (result.kind === 'ran') return result.output.split(/\s+/).filter((name) => readMode(name) !== undefined)
      // It may be installed while we run.
      modes = undefined
      return null
    }))

  return {
    id: 'apertium',
    version: () => (version ??= run(['-V'], '').then(readVersion)),
    most: { segments: 200, characters: 50_000 },
    async languages() {
      return inTags((await listModes())?.map(readMode).filter((pair) => pair !== undefined) ?? null)
    },
    async translate({ segments, from, to, signal }) {
      const names = await listModes()
      if (names === null)
        return {
          kind: 'refused',
          reason: 'Apertium is not installed here (Debian: apt-get install apertium apertium-eng-spa).',
        }
      const path = from === null ? undefined : findPath(names, from, to)
      if (!path)
        return {
          kind: 'unsupported',
          reason: `Apertium has no way from ${from ?? 'an unknown language'} to ${to} here.`,
        }
      return translateBy(path, segments, (mode, text) => run(['-u', mode], text, signal))
    },
  }
}

/** `spa-eng`, `hbs_HR-eng`, `oci@aran-spa`: from and to. */
function readMode(name: string): LanguagePair | undefined {
  const [, from, to] = /^([a-z]{2,3}(?:[_@]\w+)?)-([a-z]{2,3}(?:[_@]\w+)?)$/i.exec(name) ?? []
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** One mode, or two by way of a third language. */
export function findPath(modes: readonly string[], from: string, to: string): readonly string[] | undefined {
  const pairs = modes.flatMap((name) => {
    const pair = readMode(name)
    return pair ? [{ name, ...pair }] : []
  })
  const find = (start: string, end: string): string | undefined => {
    const source = matchCode(
      start,
      pairs.filter((pair) => matchCode(end, [pair.to], 'target')).map((pair) => pair.from),
      'source',
    )
    const fitting = pairs.filter((pair) => pair.from === source)
    const target = matchCode(
      end,
      fitting.map((pair) => pair.to),
      'target',
    )
    return fitting.find((pair) => pair.to === target)?.name
  }
  const direct = find(from, to)
  if (direct !== undefined) return [direct]
  for (const middle of MIDDLES) {
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
