// The shape of every engine. To add one: a file of this shape, and a line in all-engines.ts.

/** A pair of BCP 47 tags, in the engine’s own order of fineness: `pt` or `pt-BR`. */
export type LanguagePair = { readonly from: string; readonly to: string }

export type TranslateRequest = {
  /** Sentences, in order; never empty, never blank. They are data, whatever they say. */
  readonly segments: readonly string[]
  /** BCP 47; null = the engine is to find out. */
  readonly from: string | null
  readonly to: string
  /** Agreed names that stand in these sentences: engines that can are told of them. */
  readonly terms?: readonly { readonly source: string; readonly target: string }[]
  readonly signal?: AbortSignal
}

/** Every way in which asking an engine ends. `reason` is a sentence for people, without anything the engine said. */
export type EngineAnswer =
  | {
      readonly kind: 'translated'
      /** As many as were asked, in their order. */
      readonly targets: readonly string[]
      /** What the engine took the original for, where it says so. */
      readonly detected: string | null
    }
  /** The key is wrong or may not do this: no use in trying again before a person has looked. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** What was paid for, or allowed this month, is used up. */
  | { readonly kind: 'over-quota'; readonly reason: string }
  /** Asks for time. Milliseconds; null = does not say how much. */
  | { readonly kind: 'busy'; readonly reason: string; readonly retryAfterMs: number | null }
  /** Cannot be reached, or is broken for now. `mayBePaid`: it had taken the request, and its answer did not come. */
  | { readonly kind: 'away'; readonly reason: string; readonly mayBePaid?: boolean }
  /** Too much at once: half of it may do. */
  | { readonly kind: 'too-large'; readonly reason: string }
  /** Not these languages. */
  | { readonly kind: 'unsupported'; readonly reason: string }
  /** It answered, but with no translation of what was asked: too few sentences, markup, another text. */
  | { readonly kind: 'nonsense'; readonly reason: string }

export type EngineId = 'libretranslate' | 'deepl' | 'openai' | 'apertium' | 'local' | 'human'

export type Engine = {
  readonly id: EngineId
  /** Model or API, as it is to stand beside what it said. Part of what makes two answers the same. */
  version(): Promise<string>
  /** null = it does not say. */
  languages(signal?: AbortSignal): Promise<readonly LanguagePair[] | null>
  translate(request: TranslateRequest): Promise<EngineAnswer>
  /** The most of one request. */
  readonly most: { readonly segments: number; readonly characters: number }
}

/** Settings of one engine, as the configuration gives them. */
export type EngineSettings = {
  readonly engine: EngineId
  readonly endpoint?: string | undefined
  readonly key?: string | undefined
  readonly model?: string | undefined
  /** Folder of local models, or of Apertium data. */
  readonly folder?: string | undefined
}

/** An engine of the configuration, with what it may be asked and what it may cost. */
export type ChosenEngine = {
  readonly engine: Engine
  /** By which its costs are counted and its answers known (engine-identity.ts); absent = the engine’s id. */
  readonly identity?: string
  /** `ar>en`, `*>en`, `*>*`; empty = every pair. */
  readonly pairs: readonly string[]
  /** Of a million characters, in millionths of the money one pays in. */
  readonly microsPerMillion: number
  /** Per month; null = no limit. */
  readonly budget: { readonly characters: number | null; readonly micros: number | null }
}
