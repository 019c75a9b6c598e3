// npm run bench: the figures Dragoman promises, measured here and now.
//
//   npm run bench                      ingest, search, poll and start, at sizes that end in a few minutes
//   npm run bench -- NAME [ARGS]       one bench, at its full size or as its arguments say
//   npm run bench -- --list            what there is
//   npm run bench -- … --json          the results as JSON on standard output; tables go to standard error
//
// Each bench runs in a process of its own, so that none inherits the memory or the warm code of another.
// Exit code 1: a promise is broken. Exit code 2: there is no such bench.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { findNode, installPackages, root } from './ready.mjs'

const folder = join(root, 'bench')
const usual = ['ingest', 'search', 'poll', 'start']
const self = fileURLToPath(import.meta.url)

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .sort()

const load = (name) => import(pathToFileURL(join(folder, `${name}.bench.ts`)).href)

/** In the bench's own process: runs it and leaves the result in a file. */
async function runHere(name, file, args) {
  const bench = await load(name)
  const result = await bench.run(args[0] === '--quick' ? [...(bench.quick ?? [])] : args)
  writeFileSync(file, JSON.stringify(result))
  process.exit(0) // whatever a bench left open must not keep the others waiting
}

/** Runs one bench in a process of its own; one that breaks down has broken its promise too. */
function runApart(name, args, json) {
  const place = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
  const file = join(place, 'result.json')
  try {
    console.error(`\n── ${name} ──`)
    const done = spawnSync(findNode(), [self, '--here', name, file, ...args], {
      cwd: root,
      stdio: ['ignore', json ? 2 : 1, 2],
    })
    if (done.status !== 0)
      return { name, figures: {}, broken: [`the bench ended with code ${done.status ?? done.signal}`] }
    return JSON.parse(readFileSync(file, 'utf8'))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function report(results, json) {
  if (json) console.log(JSON.stringify(results.length === 1 ? results[0] : results, null, 2))
  const say = json ? console.error : console.log
  say('\n── promises ──')
  for (const { name, broken } of results) {
    say(`${broken.length === 0 ? 'pass' : 'FAIL'}  ${name}`)
    for (const sentence of broken) say(`      ${sentence}`)
  }
  return results.every(({ broken }) => broken.length === 0)
}

async function list() {
  for (const name of names) console.log(`${name.padEnd(12)}${(await load(name)).about ?? ''}`)
}

async function main(argv) {
  const words = argv.filter((word) => word !== '--json')
  const json = words.length < argv.length
  const [name, ...args] = words
  if (name === '--list' || name === '--help') return list()
  if (name !== undefined && !names.includes(name)) {
    console.error(`There is no bench “${name}”. There are: ${names.join(', ')}.`)
    process.exit(2)
  }
  const results =
    name === undefined ? usual.map((one) => runApart(one, ['--quick'], json)) : [runApart(name, args, json)]
  process.exit(report(results, json) ? 0 : 1)
}

if (process.argv[2] === '--here') {
  const [, , , name, file, ...args] = process.argv
  await runHere(name, file, args)
} else {
  installPackages()
  if (findNode() === process.execPath) await main(process.argv.slice(2))
  else
    process.exit(spawnSync(findNode(), [self, ...process.argv.slice(2)], { stdio: 'inherit', cwd: root }).status ?? 1)
}
