// Sends a large file and tells how far it is. The server reads it as it comes, so what is sent is about what is done.
// `fetch` does not tell; its elder does.

import type { Problem } from '../../server/shapes/problem.ts'
import { refuse } from '../api/ask.ts'

/** @param onSent the part that is sent, 0–1 */
export function sendWithProgress<Answer>(path: string, file: Blob, onSent: (part: number) => void): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const request = new XMLHttpRequest()
  request.open('POST', path)
  request.responseType = 'text'
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total))
  request.addEventListener('error', () => reject(refuse('away')))
  request.addEventListener('load', () => {
    const said = read(request.responseText)
    if (request.status < 300) resolve(said as Answer)
    else reject(refuse(said === undefined ? 'away' : (said as Problem)))
  })
  request.send(file)
  return promise
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
