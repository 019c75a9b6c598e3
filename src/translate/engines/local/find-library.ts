// Where @huggingface/transformers is: Dragoman neither brings nor fetches it, because it is large and most desks need none.
// It is looked for in the folder of the models, where `dragoman models --install` or `npm install` puts it, then beside Dragoman.

import { createRequire } from 'node:module'
import { join } from 'node:path'

export const LIBRARY = '@huggingface/transformers'
/** The version that is tested. Others of the same first number will do. */
export const LIBRARY_VERSION = '4.3.1'
const RUNTIME_VERSION = '1.30.0'

/** The file to load, or null when it is not installed. @param places folders in which `node_modules` may be */
export function findLibrary(places: readonly string[]): string | null {
  for (const place of [...places.map((folder) => join(folder, 'none.js')), import.meta.url]) {
    try {
      return createRequire(place).resolve(LIBRARY)
    } catch {
      continue
    }
  }
  return null
}

/**
 * The package.json of a folder in which npm is to install the library. It asks for three runtimes and an image library, of
 * which a translator uses one. `light` takes the one in WebAssembly: a third of the size, on one core; else the native one.
 */
export function describeLibraryFolder({ light }: { light: boolean }): object {
  const unused = `npm:onnxruntime-common@${RUNTIME_VERSION}`
  return {
    private: true,
    description: 'Local models of Dragoman, and the library that runs them',
    dependencies: { [LIBRARY]: LIBRARY_VERSION },
    overrides: {
      'onnxruntime-node': light ? `npm:onnxruntime-web@${RUNTIME_VERSION}` : RUNTIME_VERSION,
      'onnxruntime-web': unused,
      sharp: unused,
    },
  }
}
