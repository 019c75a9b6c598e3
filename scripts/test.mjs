// npm test: checks, then every test, on every database that can be had here.
// In: `npm test -- PATTERN…` runs only the test files whose path holds one of the patterns, without the checks.

import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { relative } from 'node:path'
import { check } from './check.mjs'
import { startPostgres } from './postgres.mjs'
import { buildWeb, findNode, installPackages, root } from './ready.mjs'

installPackages()
if (findNode() !== process.execPath) {
  // The rest wants the Node that was just installed.
  const again = spawnSync(findNode(), [import.meta.filename ?? process.argv[1], ...process.argv.slice(2)], { stdio: 'inherit', cwd: root })
  process.exit(again.status ?? 1)
}

const patterns = process.argv.slice(2)
if (patterns.length === 0) {
  console.log('Checking format, lint and types…')
  if (!check()) process.exit(1)
}
buildWeb()

const postgres = await startPostgres()
console.log(postgres.kind === 'running' ? `PostgreSQL: ${postgres.what}` : `PostgreSQL: tests on it are skipped: ${postgres.reason}`)

const files = globSync(['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.mjs'], { cwd: root })
  .map((path) => relative(root, `${root}/${path}`))
  .filter((path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern)))
  .sort()
if (files.length === 0) {
  console.error(`No test file matches ${patterns.join(' ')}.`)
  process.exit(2)
}
console.log(`Running ${files.length} test files on Node ${process.versions.node}…`)
const done = spawnSync(process.execPath, ['--test', '--test-reporter=dot', '--test-reporter-destination=stdout', '--test-reporter=spec', '--test-reporter-destination=dist/test-report.txt', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(postgres.kind === 'running' && { DRAGOMAN_TEST_POSTGRES: postgres.url }) },
})
await postgres.stop()
process.exit(done.status ?? 1)
