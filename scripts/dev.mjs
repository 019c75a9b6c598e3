// npm run dev: the desk on the sample press, started again whenever a source file changes, and the pages from Vite with live reload.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb, findNode, installPackages, root } from './ready.mjs'

installPackages()
buildWeb()
const node = findNode()
const home = join(root, '.cache', 'dev-home')
const run = (args) => spawn(node, args, { cwd: root, stdio: 'inherit' })
const children = [
  run(['--watch', '--watch-preserve-output', join('src', 'main.ts'), 'demo', '--home', home]),
  run([join('node_modules', 'vite', 'bin', 'vite.js'), '--config', join('src', 'web', 'vite.config.ts')]),
]
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal)
  })
}
