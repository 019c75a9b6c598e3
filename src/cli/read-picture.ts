// In: a picture of a page. Out: the text on it, read by Tesseract where it is installed on this machine.

import { spawn } from 'node:child_process'

const longestMs = 120_000
const longestText = 4 << 20

/** The text of a picture (PNG, JPEG, TIFF, Netpbm); null where there is no Tesseract. A picture it cannot read gives none. */
export async function readPictureText(picture: Uint8Array, program = 'tesseract'): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>()
  const reader = spawn(program, ['stdin', 'stdout'], { stdio: ['pipe', 'pipe', 'ignore'], timeout: longestMs })
  let text = ''
  reader.on('error', () => resolve(null))
  reader.stdout.setEncoding('utf8')
  reader.stdout.on('data', (piece: string) => void (text.length < longestText && (text += piece)))
  reader.on('close', () => resolve(text))
  reader.stdin.on('error', () => undefined)
  reader.stdin.end(picture)
  return promise
}
