// In: a stream of lines. Out: the language of every line, in order, as soon as it is known.
// As many pieces are under way as keep all cores busy, and no more: input of any size takes the same memory.

import { openThreadPool, type ThreadPool } from '../lib/thread-pool.ts'
import { threadScript } from '../lib/thread-script.ts'
import { judgeLines, unknownLanguage } from './judge-lines.ts'
import type { LanguageTask, LineLanguage } from './language-task.ts'
import { splitLines } from './split-lines.ts'

export type JudgedPiece = {
  readonly answers: readonly LineLanguage[]
  /** Lines among them that no answer came for, and that are called unknown. */
  readonly lost: number
}

export type LineJudge = {
  /**
   * Judges a stream to its end. Line ends are LF or CRLF; bytes that are not UTF-8 become U+FFFD.
   *
   * @param take called with the answers in the order of the lines; returns false when no more are wanted
   */
  judge(source: AsyncIterable<Uint8Array | string>, take: (piece: JudgedPiece) => boolean): Promise<void>
  close(): Promise<void>
}

/** A typed line or a short file is judged here, before a thread would have started. */
const FEW_LINES = 200
const PIECES_A_THREAD = 3

/** @param threads 0 = none: all is judged in this thread */
export function openLineJudge(threads: number): LineJudge {
  let pool: ThreadPool<LanguageTask, LineLanguage[]> | undefined

  async function judgePiece(lines: readonly string[], isAlone: boolean): Promise<JudgedPiece> {
    if (threads === 0 || (isAlone && !pool && lines.length <= FEW_LINES))
      return { answers: await judgeLines(lines), lost: 0 }
    pool ??= openPool(threads)
    const end = await pool.run({ lines })
    if (end.kind === 'answered') return { answers: end.answer, lost: 0 }
    return { answers: lines.map(() => unknownLanguage), lost: lines.length }
  }

  return {
    async judge(source, take) {
      let isWanted = true
      let taken = Promise.resolve()
      const underWay: Promise<void>[] = []
      for await (const lines of splitLines(source)) {
        const piece = judgePiece(lines, underWay.length === 0)
        taken = taken.then(async () => {
          const answers = await piece
          isWanted &&= take(answers)
        })
        taken.catch(() => undefined) // heard below, when it is awaited
        underWay.push(taken)
        while (underWay.length > Math.max(1, threads) * PIECES_A_THREAD) await underWay.shift()
        if (!isWanted) break
      }
      await taken
    },
    close: async () => pool?.close(),
  }
}

function openPool(threads: number): ThreadPool<LanguageTask, LineLanguage[]> {
  return openThreadPool({
    script: threadScript('./language-thread', import.meta.url),
    size: threads,
    timeoutMs: 60_000,
    idleMs: 10_000,
    maxMegabytes: 512,
  })
}
