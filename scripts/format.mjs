// Puts every source file into the one format.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPackages, root } from './ready.mjs'

installPackages()
const done = spawnSync(join(root, 'node_modules', '.bin', 'oxfmt'), ['.'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exit(done.status ?? 1)
