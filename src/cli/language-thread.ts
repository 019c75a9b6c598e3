// The thread in which lines are judged, when there are many.

import { parentPort } from 'node:worker_threads'
import { judgeLines } from './judge-lines.ts'
import type { LanguageTask } from './language-task.ts'

parentPort?.on(
  'message',
  (task: LanguageTask) => void judgeLines(task.lines).then((answers) => parentPort?.postMessage(answers)),
)
