import type { EngineSettings } from './engine.ts'

/** Host and port of the service that is asked, without path, name or key; null = nobody outside this program. */
export function engineHost({ engine, endpoint, key = '' }: EngineSettings): string | null {
  const usual: Readonly<Record<string, string>> = {
    libretranslate: 'http://localhost:5000',
    deepl: key.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com',
    openai: 'https://api.openai.com',
  }
  const address = usual[engine] === undefined ? undefined : (endpoint ?? usual[engine])
  return address === undefined ? null : (URL.parse(address)?.host ?? null)
}
