// Translations with planted changes, as texts: “= original => translation”, and below it “! kind => translation with a change”.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type PlantedPair = {
  readonly language: string
  readonly source: string
  readonly target: string
  /** What was changed; null = the translation is right. */
  readonly planted: string | null
}

export function readFolder(folder: string, read: (text: string, language: string) => PlantedPair[]): PlantedPair[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => read(readFileSync(join(folder, name), 'utf8'), name.replace(/\..*/u, '')))
}

export function readPlanted(text: string, language: string): PlantedPair[] {
  const pairs: PlantedPair[] = []
  let source = ''
  for (const line of text.split('\n')) {
    const [left = '', target = ''] = line.split(' => ')
    if (target === '') continue
    if (left.startsWith('= ')) source = left.slice(2)
    pairs.push({ language, source, target, planted: left.startsWith('! ') ? left.slice(2) : null })
  }
  return pairs
}

/** The pairs of the bench “align”, all of them right. */
export function readAligned(text: string, language: string): PlantedPair[] {
  return text.split('\n').flatMap((line) => {
    const [source = '', target = ''] = line.split('=>').map((side) => side.replaceAll(' | ', ' ').trim())
    return source === '' || target === '' ? [] : [{ language, source, target, planted: null }]
  })
}

export type Judged = PlantedPair & { readonly flags: readonly { readonly words: string }[] }

/** Prints what was found of each kind, and with `misses` what was not, and what was flagged though it is right. */
export function countPlanted(found: readonly Judged[], misses: boolean) {
  const right = found.filter(({ planted }) => planted === null)
  const planted = found.filter((one) => one.planted !== null)
  const alarms = right.filter(({ flags }) => flags.length > 0)
  const caught = planted.filter(({ flags }) => flags.length > 0)
  for (const kind of [...new Set(planted.map((one) => one.planted ?? ''))].sort()) {
    const all = planted.filter((one) => one.planted === kind)
    console.log(`${kind.padEnd(10)}${all.filter(({ flags }) => flags.length > 0).length} of ${all.length} found`)
  }
  if (misses) {
    for (const { source, target, flags } of alarms)
      console.log(`false  ${source} => ${target}\n       ${flags.map(({ words }) => words).join(' ')}`)
    for (const { planted: kind, source, target, flags } of planted)
      if (flags.length === 0) console.log(`missed ${kind}: ${source} => ${target}`)
  }
  const figures = {
    'right translations': right.length,
    'planted changes': planted.length,
    precision: caught.length / Math.max(1, caught.length + alarms.length),
    recall: caught.length / Math.max(1, planted.length),
  }
  return { figures, alarms: alarms.length / Math.max(1, right.length) }
}
