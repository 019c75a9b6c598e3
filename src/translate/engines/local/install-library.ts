// In: a folder. Out: the library of local models, installed in it by npm because somebody asked for it; nothing else ever does.

import { spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeLibraryFolder } from './find-library.ts'

/**
 * Install scripts of packages are not run: the native runtime lies in its package, and its script would fetch more of it.
 *
 * @param npm the program
 * @returns whether npm said that it went well
 */
export async function installLibrary(
  folder: string,
  { light, npm = 'npm' }: { light: boolean; npm?: string },
): Promise<boolean> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(describeLibraryFolder({ light }), null, 2)}\n`)
  const words = ['install', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--no-package-lock']
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const child = spawn(npm, [...words, '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    // npm is a script that Windows only starts by way of its shell; no word of ours comes from outside.
    shell: process.platform === 'win32',
  })
  child.on('error', () => resolve(false))
  child.on('close', (code) => resolve(code === 0))
  return promise
}
