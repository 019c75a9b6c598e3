// The library of local models, for the tests of them: apart from node_modules proper, because nothing else needs its 170 MB.
// Installed as `dragoman models --install` does it. Without a network the tests that need it are skipped, and say so.

import { join } from 'node:path'
import { findLibrary } from '../src/translate/engines/local/find-library.ts'
import { installLibrary } from '../src/translate/engines/local/install-library.ts'
import { root } from './ready.mjs'

/** A sentence: where it is, or that its tests are skipped. */
export async function installModelsLibrary() {
  const folder = join(root, 'node_modules', '.dragoman-models')
  if (findLibrary([folder]) !== null) return 'installed'
  console.log('Installing the library of local models for its tests (once, about 170 MB)…')
  return (await installLibrary(folder, { light: true }))
    ? 'installed'
    : 'it could not be installed; tests that need it are skipped'
}
