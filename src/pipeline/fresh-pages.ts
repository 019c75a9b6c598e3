// Keeps the unpacked content of the latest captures at hand, so that reading them a moment later needs neither the
// archive nor a second unpacking. It is only a shortcut: what is not here is read from the archive, with the same outcome.

import type { Capture } from '../domain/capture.ts'

type Visited = Pick<Capture, 'digest' | 'headers'>

export type FreshPages = {
  keep(capture: Visited, content: Uint8Array): void
  /** Gives the content, once. */
  take(capture: Visited): Uint8Array | undefined
}

const MOST_BYTES = 32 << 20

export function createFreshPages(mostBytes = MOST_BYTES): FreshPages {
  const pages = new Map<string, Uint8Array>()
  let bytes = 0

  function take(key: string): Uint8Array | undefined {
    const content = pages.get(key)
    if (!content) return undefined
    pages.delete(key)
    bytes -= content.length
    return content
  }

  return {
    keep(capture, content) {
      take(keyOf(capture))
      pages.set(keyOf(capture), content)
      bytes += content.length
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break
        take(oldest)
      }
    },
    take: (capture) => take(keyOf(capture)),
  }
}

/** The digest names the bytes as received; how they are unpacked hangs on the headers too. */
function keyOf({ digest, headers }: Visited): string {
  const codings = headers.filter(([name]) => name.toLowerCase() === 'content-encoding').map(([, value]) => value)
  return [digest, ...codings].join(' ')
}
