// An engine that tells how it answered, so that a person can see who is in trouble, and since when.

import type { Engine, EngineAnswer } from './engine.ts'

export type EngineWatch = {
  readonly answered: (name: string) => Promise<void>
  readonly troubled: (name: string, trouble: { kind: string; reason: string }) => Promise<void>
}

/** Not to have a language is no trouble. */
const isTrouble = (answer: EngineAnswer): answer is Exclude<EngineAnswer, { kind: 'translated' | 'unsupported' }> =>
  answer.kind !== 'translated' && answer.kind !== 'unsupported'

/** It is told at most this often that all is well. */
const QUIET_MS = 60_000

export function watchEngine(engine: Engine, name: string, watch: EngineWatch, now: () => number): Engine {
  let toldAt = -Infinity
  return {
    ...engine,
    async translate(request) {
      const answer = await engine.translate(request)
      if (isTrouble(answer)) {
        toldAt = -Infinity
        await watch.troubled(name, { kind: answer.kind, reason: answer.reason })
      } else if (answer.kind === 'translated' && now() - toldAt > QUIET_MS) {
        toldAt = now()
        await watch.answered(name)
      }
      return answer
    },
  }
}
