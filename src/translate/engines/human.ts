// People. Chosen as the engine of a pair of languages, it keeps machines away from it: the sentences wait for somebody.

import { LEFT_TO_PEOPLE } from '../../store/translation-work.ts'
import type { Engine } from './engine.ts'

export function human(): Engine {
  return {
    id: 'human',
    version: async () => 'a person',
    most: { segments: 1_000, characters: 1_000_000 },
    languages: async () => null,
    translate: async () => ({
      kind: 'unsupported',
      reason: LEFT_TO_PEOPLE,
    }),
  }
}
