// Format, lint and types: all that can be said without running anything.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode, installPackages, root } from './ready.mjs'

const steps = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '.']],
  ['types', 'tsc', ['-p', '.']],
  ['types of the web', 'tsc', ['-p', 'src/web']],
]

/** Runs every step, prints what each found; true when all are clean. */
export function check() {
  let clean = true
  for (const [name, tool, args] of steps) {
    const started = Date.now()
    const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool)
    if (!existsSync(bin)) continue
    const done = spawnSync(bin, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, PATH: pathWithNode() },
    })
    console.log(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    clean &&= done.status === 0
  }
  return clean
}

function pathWithNode() {
  const separator = process.platform === 'win32' ? ';' : ':'
  return [join(findNode(), '..'), process.env.PATH].join(separator)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  installPackages()
  process.exit(check() ? 0 : 1)
}
