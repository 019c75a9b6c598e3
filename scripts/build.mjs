// Builds what goes into the package: JavaScript of everything but the tests, and the browser desk.
// A clone needs none of this: Node runs the TypeScript there as it is.

import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, findNode, installPackages, root } from './ready.mjs'

installPackages()
const dist = join(root, 'dist')
for (const name of safeList(dist)) if (name !== 'web') rmSync(join(dist, name), { recursive: true })
buildWeb()
console.log('Compiling…')
const tsc = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'tsc.cmd' : 'tsc')
const done = spawnSync(tsc, ['-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    PATH: `${join(findNode(), '..')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  },
})
process.exit(done.status ?? 1)

function safeList(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
