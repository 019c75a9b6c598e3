// Server-sent events (WHATWG HTML, 9.2) from the hub to one page.

import type { EventHub, EventListener } from './event-hub.ts'
import type { DeskEvent } from './shapes/event.ts'

const HEARTBEAT_MS = 15_000
const RETRY_MS = 2_000

/** A stream of events that ends when the reader goes away or `signal` says so. */
export function streamEvents(hub: EventHub, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let listener: EventListener | undefined
  let heartbeat: NodeJS.Timeout | undefined
  let wake = () => {}

  const leave = () => {
    clearInterval(heartbeat)
    listener?.leave()
    wake()
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`))
      listener = hub.listen(() => wake())
      // A line now and then finds readers that vanished without a word.
      heartbeat = setInterval(() => controller.enqueue(encoder.encode(': here\n\n')), HEARTBEAT_MS)
      heartbeat.unref()
      signal.addEventListener('abort', leave, { once: true })
    },
    async pull(controller) {
      let events = listener?.take() ?? []
      while (events.length === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => (wake = resolve))
        events = listener?.take() ?? []
      }
      if (signal.aborted) return controller.close()
      controller.enqueue(encoder.encode(events.map(writeEvent).join('')))
    },
    cancel: leave,
  })
}

/** JSON never holds a bare line break, so one `data:` line is enough. */
function writeEvent(event: DeskEvent): string {
  return `event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`
}
