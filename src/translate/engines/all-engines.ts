// Every engine there is. A new one is a file of the shape in engine.ts and a line here.

import { apertium } from './apertium.ts'
import type { EngineDoor } from './ask-engine.ts'
import { deepl } from './deepl.ts'
import type { Engine, EngineId, EngineSettings } from './engine.ts'
import { human } from './human.ts'
import { libreTranslate } from './libretranslate.ts'
import { localModel } from './local.ts'
import { openAi } from './openai.ts'

export const allEngines: { readonly [Id in EngineId]: (settings: EngineSettings, door: EngineDoor) => Engine } = {
  libretranslate: libreTranslate,
  deepl,
  openai: openAi,
  apertium,
  local: localModel,
  human,
}

export const engineIds: readonly EngineId[] = ['libretranslate', 'deepl', 'openai', 'apertium', 'local', 'human']

export function openEngine(settings: EngineSettings, door: EngineDoor): Engine {
  return allEngines[settings.engine](settings, door)
}
