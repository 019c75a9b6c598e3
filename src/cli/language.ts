// Tells the language of lines: those of files, or those that come in.

import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { addAbortSignal, type Readable } from 'node:stream'
import { DeskError, errorCodes } from '../domain/errors.ts'
import type { Command } from './command.ts'
import { openLineJudge, type JudgedPiece, type LineJudge } from './judge-stream.ts'
import type { LineLanguage } from './language-task.ts'
import type { Output } from './output.ts'
import { plainCode } from './plain-code.ts'

export const language: Command = {
  name: 'language',
  usage: 'language [FILE…] [--plain]',
  about: 'Tell the language of each line: a code and how sure it is.',
  details: [
    'Reads the files, or standard input (also “-”): UTF-8, a text a line. Writes a line for every line, in order:',
    'the BCP 47 code, a tab, and the probability from 0 to 1: of a hundred answers with 0.7, about seventy are right.',
    '',
    'The code names a script where it is not the language’s usual one, and always for Chinese: fa, fa-AF (Dari), ckb, uz,',
    'uz-Cyrl, sr, sr-Latn, zh-Hans, zh-Hant, nb, nn. “und” with 0 stands for a line without a letter to judge by.',
    'With --plain the code is ISO 639 alone, for those who compare with such labels: fa, prs, ckb, uz, sr, zh, nb.',
    `With --json each line is {"language", "probability"}. Of a line, the first 65,536 characters are read.`,
  ].join('\n'),
  examples: ['dragoman language titles.txt > languages.tsv', 'echo "دولت از مردم خواست" | dragoman language'],
  options: {
    plain: { type: 'boolean', about: 'Write ISO 639 codes, without script and region' },
  },
  async run(input, out) {
    const write = lineWriter(out, { asJson: input.options['json'] === true, plain: input.options['plain'] === true })
    const judge = openLineJudge(availableParallelism())
    const reader = watchReader()
    let missing = 0
    try {
      for (const path of input.words.length > 0 ? input.words : ['-']) {
        if (input.stop.aborted || reader.isGone()) break
        const found = await judgeFile(judge, path, input.stop, (piece) => !reader.isGone() && write(piece))
        if (found) continue
        missing++
        out.note(`${path} is not there or cannot be read; the others go on.`)
      }
    } finally {
      reader.close()
      await judge.close()
    }
    if (input.stop.aborted) return errorCodes.interrupted.exit
    if (missing > 0 && missing === input.words.length)
      throw new DeskError('bad-input', 'There was nothing to read. Name a text file, or write to standard input.')
    return missing > 0 ? errorCodes['partly-failed'].exit : 0
  },
}

/** False when the file cannot be read (to its end). What was stopped by the person counts as read. */
async function judgeFile(
  judge: LineJudge,
  path: string,
  stop: AbortSignal,
  take: (piece: JudgedPiece) => boolean,
): Promise<boolean> {
  const source: Readable = path === '-' ? process.stdin : createReadStream(path)
  addAbortSignal(stop, source)
  try {
    await judge.judge(source, take)
    return true
  } catch (error) {
    if (stop.aborted) return true
    if (error instanceof Error && 'syscall' in error) return false
    throw error
  }
}

/** Up to here the answers are there before anybody asks how far it is. */
const SOME_LINES = 1000

type Style = { readonly asJson: boolean; readonly plain: boolean }

/** A piece of many lines is written at once: a call for each would cost more than the judging of a short line. */
function lineWriter(out: Output, { asJson, plain }: Style): (piece: JudgedPiece) => boolean {
  let lines = 0
  const format = ({ language: tag, probability }: LineLanguage): string => {
    const code = plain ? plainCode(tag) : tag
    return asJson ? JSON.stringify({ language: code, probability }) : `${code}\t${probability}`
  }
  return ({ answers, lost }) => {
    if (answers.length > 0) out.line(answers.map(format).join('\n'))
    if (lost > 0) out.note(`${lost} lines after line ${lines} could not be judged and are called und.`)
    lines += answers.length
    if (lines > SOME_LINES) out.progress(`${lines.toLocaleString('en')} lines judged`)
    return true
  }
}

/** Whoever reads us may leave (`dragoman language … | head`); then the rest of a long file need not be judged. */
function watchReader(): { isGone(): boolean; close(): void } {
  let gone = false
  const leave = (): void => {
    gone = true
  }
  process.stdout.on('error', leave)
  return { isGone: () => gone, close: () => void process.stdout.off('error', leave) }
}
