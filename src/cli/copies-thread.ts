// The thread in which lines become sketches: most of the work of `dragoman copies`, done on every core.

import { parentPort } from 'node:worker_threads'
import { detectLanguage } from '../read/language/detect-language.ts'
import { readCopyLine } from '../understand/copies/read-copy-line.ts'
import { sketchDocument } from '../understand/copies/sketch-document.ts'
import type { CopiesTask, SketchedLine } from './copies-task.ts'

const LEAST_SURE = 0.6

async function sketchLine({ number, json }: CopiesTask['lines'][number]): Promise<SketchedLine> {
  const line = readCopyLine(json)
  if (line.kind === 'bad') return { kind: 'bad', number, reason: line.reason }
  const { document } = line
  const language = document.language ?? (await guessLanguage(document.text))
  return { kind: 'sketched', number, document: sketchDocument({ ...document, language }) }
}

async function guessLanguage(text: string): Promise<string | null> {
  const guess = await detectLanguage(text.slice(0, 2_000))
  return guess && guess.confidence >= LEAST_SURE ? guess.language : null
}

async function answer({ lines }: CopiesTask): Promise<SketchedLine[]> {
  const answers: SketchedLine[] = []
  for (const line of lines) {
    answers.push(
      await sketchLine(line).catch((error: unknown) => ({
        kind: 'bad' as const,
        number: line.number,
        reason: `it could not be read: ${error instanceof Error ? error.message : 'no reason given'}`,
      })),
    )
  }
  return answers
}

parentPort?.on('message', (task: CopiesTask) => void answer(task).then((answers) => parentPort?.postMessage(answers)))
