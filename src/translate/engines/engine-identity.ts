// Which service it is that is paid: two of one kind, at two addresses or with two models, have a budget each.

import type { EngineSettings } from './engine.ts'

/** `deepl`, `libretranslate http://localhost:5000`, `openai https://llm.example/v1 qwen`: never a key, never a name or password. */
export function engineIdentity({
  engine,
  endpoint,
  model,
}: Pick<EngineSettings, 'engine' | 'endpoint' | 'model'>): string {
  return [
    engine,
    ...(endpoint === undefined ? [] : [addressOf(endpoint)]),
    ...(model === undefined ? [] : [model]),
  ].join(' ')
}

function addressOf(endpoint: string): string {
  if (!URL.canParse(endpoint)) return endpoint
  const { origin, pathname } = new URL(endpoint)
  return `${origin}${pathname.replace(/\/+$/, '')}`
}
