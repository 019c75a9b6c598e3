// In: a capture, its bytes, what the reader made of them, and who asks. Out: an answer that can run nothing and fetch nothing.
// What the bytes may do is said by our headers alone; none comes from the capture, whose own headers could weaken ours.
// One thing no policy stops, connections made ahead of a request, so what is shown has addresses that lead nowhere.
// Inside a frame of the desk the page is shown; asked for in any other way it is a file, byte for byte.

import type { Capture } from '../domain/capture.ts'
import type { PageView } from './shapes/capture.ts'
import { makeInert } from './make-inert.ts'
import { preservedPageHeaders } from './security/headers.ts'

/** Which of our own content types stands for a page's, whatever it says of itself. */
const IMAGES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

/** How a capture is shown: HTML and images as they are, PDF as the text read from it, other text as text, the rest not at all. */
export function choosePageView(contentType: string | null): PageView {
  const type = bareType(contentType)
  if (type === 'text/html' || type === 'application/xhtml+xml' || type === '') return 'page'
  if (IMAGES.has(type)) return 'image'
  const isText = type.startsWith('text/') || type === 'application/pdf' || /^application\/(.+\+)?(json|xml)$/.test(type)
  return isText ? 'text' : 'download'
}

export type PreservedPage = {
  readonly capture: Pick<Capture, 'id' | 'contentType'>
  readonly body: Uint8Array
  /** How the reader turned the bytes into letters; null = not read. */
  readonly charset: string | null
  /** The text of the reading, for what cannot be shown as it is; null = not read. */
  readonly text: string | null
}

/** @param destination the request's `Sec-Fetch-Dest`: who asks for the page, told by the browser itself */
export function answerPreservedPage(page: PreservedPage, destination: string | undefined): Response {
  const view = choosePageView(page.capture.contentType)
  const isFramed = destination === 'iframe' || destination === 'frame'
  if (!isFramed || view === 'download') return answerAsFile(page)
  switch (view) {
    case 'image':
      return answerInSandbox(bareType(page.capture.contentType), page.body)
    case 'page':
      // XHTML goes as HTML too: as XML it could bring style sheets that transform it.
      return answerInSandbox('text/html; charset=utf-8', makeInert(decodePage(page)))
    case 'text':
      return answerInSandbox('text/plain; charset=utf-8', isPdf(page) ? (page.text ?? NOT_READ) : decodePage(page))
  }
}

const NOT_READ = 'This PDF has not been read. Download it to see it.'

function isPdf({ capture }: PreservedPage): boolean {
  return bareType(capture.contentType) === 'application/pdf'
}

/** The page as letters again, by the charset that the reader settled on, whatever the page or a header says. */
function decodePage({ body, charset }: PreservedPage): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(body)
  } catch {
    return new TextDecoder().decode(body) // a label that no decoder knows
  }
}

function answerInSandbox(contentType: string, body: Uint8Array | string): Response {
  return new Response(toBody(body), { headers: { ...preservedPageHeaders, 'content-type': contentType } })
}

function answerAsFile({ capture, body }: PreservedPage): Response {
  const ending = ENDINGS[bareType(capture.contentType)] ?? 'bin'
  return new Response(toBody(body), {
    headers: {
      ...preservedPageHeaders,
      'content-type': 'application/octet-stream',
      // Only our own id stands in the name: what a publisher wrote could end the header line.
      'content-disposition': `attachment; filename="capture-${capture.id}.${ending}"`,
    },
  })
}

/** The type without parameters, lower case; '' when there is none. */
function bareType(contentType: string | null): string {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function toBody(body: Uint8Array | string): string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' ? body : new Uint8Array(body)
}
