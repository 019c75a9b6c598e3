// npm start, npm run demo, npm run dragoman: makes the checkout ready, then runs the command line.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb, findNode, installPackages, root } from './ready.mjs'

const showsPages = new Set(['start', 'demo'])

installPackages()
if (showsPages.has(process.argv[2])) buildWeb()

const node = findNode()
const main = join(root, 'src', 'main.ts')
if (node === process.execPath) {
  process.argv.splice(1, 1, main)
  await import(new URL('../src/main.ts', import.meta.url))
} else {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)))
}
