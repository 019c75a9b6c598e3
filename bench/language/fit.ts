// Makes the language profiles that the reader carries (src/read/language/packed-profiles.json) from our own words, the names in
// CLDR, and a file of sentences `{"af": ["…"], …}` that stays outside the project. What is kept of the sentences is how often
// runs of letters come in them.
//
//   node bench/language/fit.ts SENTENCES.json            writes the profiles, and says how well they do on sentences left out
//   node bench/language/fit.ts SENTENCES.json --dry-run  only says
//   node bench/language/fit.ts --own                     with our own words alone

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Calibration } from '../../src/read/language/weigh-evidence.ts'
import { calibrate } from './calibrate.ts'
import { readOwnWords } from './own-words.ts'
import { reportCases, type CaseReport } from './report-cases.ts'
import { makeCases, packMarks } from './test-cases.ts'
import { gatherTexts, FOLDS, type Sentences } from './training-texts.ts'
import { scriptOf } from './weigh-marks.ts'

/** Marks a profile may keep: more made no sentence clearer. */
const KEEP = 1500

const target = join(import.meta.dirname, '../../src/read/language/packed-profiles.json')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean' }, keep: { type: 'string' } },
})
const sentences = positionals[0] ? (JSON.parse(await readFile(positionals[0], 'utf8')) as Sentences) : {}
const keep = Number(values.keep ?? KEEP)
const texts = gatherTexts(sentences, await readOwnWords())
const profiles = sharedScripts([...new Set(texts.map(({ profile }) => profile))])
const cases = await makeCases(texts, profiles, keep, (done) => console.log(`fold ${done + 1} of ${FOLDS} …`))
const half = (part: number) => cases.filter(({ fold }) => fold % 2 === part)
console.log(`\nCalibrated on folds 0, 2, 4; told here for folds 1, 3, which neither profiles nor calibration had seen:`)
const held = calibrate(half(0), profiles)
for (const [from, what] of [
  ['file', 'sentences of the file'],
  ['own', 'sentences of our own'],
] as const) {
  const told = half(1).filter((one) => one.from === from)
  show(what, reportCases(told, profiles, held))
}
const calibration = calibrate(cases, profiles)
if (values['dry-run'] !== true) {
  const packed = packMarks(profiles, texts, keep)
  await writeFile(target, profilesFile(profiles, calibration, packed))
  console.log(`\n${target}: ${profiles.length} profiles, ${(packed.length / 1000).toFixed(0)} kB`)
}

/** A script that one language is written in needs no profile. */
function sharedScripts(all: readonly string[]): string[] {
  return all
    .filter((profile) => all.filter((one) => scriptOf(one) === scriptOf(profile)).length > 1)
    .sort((a, b) => (scriptOf(a) + a < scriptOf(b) + b ? -1 : 1))
}

function show(what: string, { accuracy, languages, calibrationError }: CaseReport): void {
  const percent = (value: number | undefined) => `${((value ?? 0) * 100).toFixed(2)} %`
  console.log(
    `${what}: whole ${percent(accuracy[0])} · six words ${percent(accuracy[6])} · three ${percent(accuracy[3])} · one ${percent(accuracy[1])} (macro over ${languages.size} languages); probabilities off by ${percent(calibrationError)}`,
  )
  for (const [language, { right, all, mistakes }] of Array.from(languages).sort(
    ([, a], [, b]) => a.right / a.all - b.right / b.all,
  )) {
    if (right < all * 0.97)
      console.log(
        `  ${language.padEnd(6)} ${right}/${all}  ${Array.from(mistakes, ([name, count]) => `${name} ${count}`).join(', ')}`,
      )
  }
}

/** One line each, so that the formatter leaves them alone: `"fil": "tl 5.8 ceb 2.1"`. */
function profilesFile(names: readonly string[], { opinions, bias, ...numbers }: Calibration, marks: string): string {
  const rows = Object.entries(opinions).map(([code, row]) => [code, Object.entries(row).flat().join(' ')] as const)
  const file = {
    profiles: names.join(' '),
    ...numbers,
    bias: bias.join(' '),
    opinions: Object.fromEntries(rows),
    marks,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
