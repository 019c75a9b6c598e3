// In: what a build of the desk's pages took from other packages. Out: licences.txt beside the pages: each with its own words.
// Taken from the build itself, so that nothing that is shipped is forgotten and nothing else is named.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/
const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)(\.|-|$)/i
const RULE = '='.repeat(78)

/** Writes `licences.txt` into the build. A package that says nothing of its licence ends the build. */
export const listLicences: Plugin = {
  name: 'list-licences',
  generateBundle(_, bundle) {
    const assets = Object.values(bundle).flatMap((one) => (one.type === 'asset' ? one.originalFileNames : []))
    const files = [...this.getModuleIds(), ...assets.map((name) => join(import.meta.dirname, name))]
    const folders = new Set(files.flatMap((id) => PACKAGE.exec(id.replace('\0', '').replaceAll('\\', '/')) ?? []))
    const texts = [...folders].sort().map(describePackage)
    if (texts.length === 0) this.error('The build names no packages that it took anything from.')
    const head = 'The pages of the Dragoman desk contain work of others, under these licences.'
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: [head, ...texts].join(`\n\n${RULE}\n`) })
  },
}

function describePackage(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
  const { name, version, license } = manifest
  if (typeof license !== 'string') throw new Error(`${folder} does not name its licence`)
  const words = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file) && existsSync(join(folder, file)))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${String(name)} ${String(version)} (${license})`, ...words].join('\n\n')
}
