// People. Chosen as the engine of a pair of languages, it keeps machines away from it: the sentences wait for somebody.

import type { Engine } from './engine.ts'

export function human(): Engine {
  return {
    id: 'human',
    version: async () => 'a person',
    most: { segments: 1_000, characters: 1_000_000 },
    languages: async () => null,
    translate: async () => ({
      kind: 'unsupported',
      reason: 'These languages are translated by people: nobody has done it yet.',
    }),
  }
}
