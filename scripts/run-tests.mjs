// Checks, then every test, on every database that can be had here. Started by test.mjs on the Node that npm brought.
// In: words from `npm test -- WORD…`: only test files whose path holds one of them are run, and the checks are left out.

import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { check } from './check.mjs'
import { installModelsLibrary } from './models-library.mjs'
import { startPostgres } from './postgres.mjs'
import { buildWeb, root } from './ready.mjs'

const patterns = process.argv.slice(2)
if (patterns.length === 0) {
  console.log('Checking format, lint and types…')
  if (!check()) process.exit(1)
}
buildWeb()

const postgres = await startPostgres()
console.log(
  postgres.kind === 'running'
    ? `PostgreSQL: ${postgres.what}`
    : `PostgreSQL: tests on it are skipped: ${postgres.reason}`,
)

const files = globSync(['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.mjs'], { cwd: root })
  .map((path) => relative(root, `${root}/${path}`))
  .filter((path) => patterns.length === 0 || patterns.some((pattern) => path.includes(pattern)))
  .sort()
if (files.length === 0) {
  console.error(`No test file matches ${patterns.join(' ')}.`)
  process.exit(2)
}
if (files.some((path) => path.endsWith('local.test.ts'))) {
  const library = await installModelsLibrary()
  console.log(`Library of local models: ${library}`)
}
console.log(`Running ${files.length} test files on Node ${process.versions.node}…`)
const done = spawnSync(
  process.execPath,
  [
    '--test',
    '--test-timeout=240000',
    '--test-force-exit',
    '--test-reporter=' + (patterns.length > 0 ? 'spec' : join(root, 'scripts', 'quiet-reporter.mjs')),
    ...files,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(postgres.kind === 'running' && { DRAGOMAN_TEST_POSTGRES: postgres.url }) },
  },
)
await postgres.stop()
process.exit(done.status ?? 1)
