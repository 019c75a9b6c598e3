// The walls of the house, held by a test: who may import whom, and the few rules that reviewers would otherwise repeat.

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'

const src = import.meta.dirname

/** Room → the rooms it may import from, itself aside. `top` is for the files directly in src/. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  lib: ['domain'],
  store: ['domain', 'lib'],
  collect: ['domain', 'lib', 'store'],
  preserve: ['domain', 'lib', 'store'],
  read: ['domain', 'lib', 'store'],
  understand: ['domain', 'lib', 'store'],
  translate: ['domain', 'lib', 'store'],
  desk: ['domain', 'lib', 'store'],
  watch: ['domain', 'lib', 'store'],
  sample: ['domain', 'lib', 'store', 'collect'],
  top: ['domain', 'lib', 'store', 'collect', 'preserve', 'read', 'understand', 'translate', 'desk', 'watch'],
  pipeline: [
    'domain',
    'lib',
    'store',
    'collect',
    'preserve',
    'read',
    'understand',
    'translate',
    'desk',
    'watch',
    'top',
  ],
  server: [
    'domain',
    'lib',
    'store',
    'collect',
    'preserve',
    'read',
    'understand',
    'translate',
    'desk',
    'watch',
    'pipeline',
    'top',
  ],
  cli: [
    'domain',
    'lib',
    'store',
    'collect',
    'preserve',
    'read',
    'understand',
    'translate',
    'desk',
    'watch',
    'pipeline',
    'server',
    'sample',
    'top',
  ],
  web: ['domain', 'server'],
}

type Source = { readonly path: string; readonly room: string; readonly text: string }

const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\/fixtures\/|^end-to-end\/|\/test-[a-z-]+\.tsx?$|each-database\.ts$/.test(path)

const sources: readonly Source[] = globSync('**/*.{ts,tsx}', { cwd: src })
  .filter((path) => !isTest(path))
  .map((path) => ({ path, room: roomOf(path), text: readFileSync(join(src, path), 'utf8') }))

function roomOf(path: string): string {
  const [first = '', second] = path.split('/')
  return second === undefined ? 'top' : first
}

type Import = { readonly from: Source; readonly to: string; readonly typeOnly: boolean }

function importsOf(source: Source): Import[] {
  const found = source.text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/gm,
  )
  return [...found].map(([, type, fixed, lazy]) => ({
    from: source,
    to: relative(src, resolve(src, dirname(source.path), fixed ?? lazy ?? '')),
    typeOnly: type !== undefined,
  }))
}

const say = (paths: readonly string[]): string => `\n  ${paths.join('\n  ')}`

test('no room imports a room that is not below it', () => {
  const wrong = sources.flatMap(importsOf).filter(({ from, to }) => {
    const target = roomOf(to)
    // main.ts is the door: it starts the command line.
    if (from.path === 'main.ts' && target === 'cli') return false
    return target !== from.room && !(mayImport[from.room] ?? []).includes(target)
  })
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from.path} → ${to}`),
    [],
  )
})

/** The ways into a transaction: the door itself, and those who have the database to themselves or only read. */
const transactionDoors = [
  'store/in-transaction.ts',
  'store/migrate.ts',
  'store/backup/read-backup.ts',
  'store/backup/write-backup.ts',
]

test('who writes does so by one door, which begins anew where the database had to choose between two writers', () => {
  const wrong = sources.filter(({ path, text }) => /\.transaction\(\)/.test(text) && !transactionDoors.includes(path))
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('no files lean on each other in a circle', () => {
  const below = new Map(
    sources.map((source) => [source.path, importsOf(source).flatMap(({ to, typeOnly }) => (typeOnly ? [] : to))]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path)) return
    done.add(path)
    for (const next of below.get(path) ?? []) visit(next, [...way, path])
  }
  for (const path of below.keys()) visit(path, [])
  assert.deepEqual(circles, [])
})

test('the web takes nothing but types from other rooms', () => {
  const wrong = sources
    .filter(({ room }) => room === 'web')
    .flatMap(importsOf)
    .filter(({ to, typeOnly }) => roomOf(to) !== 'web' && !typeOnly)
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from.path} → ${to}`),
    [],
  )
})

test('only config.ts reads the environment, and main.ts hands it over', () => {
  const wrong = sources.filter(
    ({ path, text }) => text.includes('process.env') && path !== 'config.ts' && path !== 'main.ts',
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('only lib/http.ts and the resolver beside it reach for the network', () => {
  const clients =
    /from 'node:(?:https|tls|dgram|dns|dns\/promises|http2)'|from 'undici'|(?<![.\w])fetch\(\s*['"`]http|request as requestHttp/
  // The signature check only takes the list of certificate authorities from node:tls.
  const allowed = [
    'lib/http.ts',
    'lib/http-exchange.ts',
    'lib/http-proxy.ts',
    'lib/resolve-host.ts',
    'lib/warc/check-wacz-signature.ts',
  ]
  const wrong = sources.filter(
    ({ path, room, text }) => room !== 'web' && clients.test(text) && !allowed.includes(path),
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('the web puts no text into a page as markup', () => {
  const wrong = sources.filter(
    ({ room, text }) =>
      room === 'web' && /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/.test(text),
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('every file says by its name what it is for', () => {
  const banned = /^(utils?|helpers?|managers?|services?|common|misc|data|process|index)\.tsx?$/
  const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.(job|config|bench))?\.tsx?$/
  const names = sources
    .map(({ path }) => path)
    .filter((path) => {
      const name = path.split('/').at(-1) ?? ''
      return banned.test(name) || !named.test(name)
    })
  assert.deepEqual(names, [])
})

test('no file outgrows one idea', () => {
  const long = sources.filter(({ path, text }) => !path.startsWith('sample/outlets/') && text.split('\n').length > 400)
  assert.deepEqual(
    long.map(({ path }) => path),
    [],
    say(long.map(({ path }) => path)),
  )
})
