import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEventHub } from './event-hub.ts'
import type { DeskEvent } from './shapes/event.ts'
import { openTestDesk } from './test-desk.ts'

const progress = (at: number): DeskEvent => ({
  name: 'progress',
  data: {
    at,
    queue: {},
    counts: { outlets: 0, feeds: 0, items: 0, captures: 0, readings: 0, indexed: 0 },
    lastDeeds: [],
  },
})
const items = (fresh: number): DeskEvent => ({ name: 'items', data: { new: fresh, newest: null, at: 0 } })

test('a page that falls behind hears the newest state, and no new item is forgotten', () => {
  const hub = createEventHub()
  let calls = 0
  const listener = hub.listen(() => calls++)
  for (let n = 1; n <= 1000; n++) {
    hub.publish(progress(n))
    hub.publish(items(2))
  }
  assert.deepEqual(listener.take(), [progress(1000), items(2000)])
  assert.deepEqual(listener.take(), [])
  listener.leave()
  hub.publish(progress(1001))
  assert.equal(calls, 2000)
})

test('who comes later hears at once how things stand', () => {
  const hub = createEventHub()
  hub.publish(progress(7))
  hub.publish(items(3))
  assert.deepEqual(hub.listen(() => {}).take(), [progress(7)])
})

test('events reach an open page, and one that goes away is forgotten', async () => {
  const desk = await openTestDesk()
  const gone = new AbortController()
  const answer = await desk.ask('/api/events', { signal: gone.signal })
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  desk.tools.events.publish(items(4))
  let text = ''
  while (!text.includes('event: items')) text += (await reader?.read())?.value ?? ''
  assert.match(text, /event: items\ndata: {"new":4,"newest":null,"at":0}\n\n/)
  assert.equal(desk.tools.events.listeners(), 1)
  gone.abort()
  while (desk.tools.events.listeners() > 0) await new Promise((resolve) => setImmediate(resolve))
  await desk.close()
})

test('closing the server ends the streams that never end by themselves', async () => {
  const desk = await openTestDesk()
  const answer = await desk.ask('/api/events')
  const [rest] = await Promise.all([answer.text(), desk.close()])
  assert.match(rest, /^retry: /)
})

test('at most so many pages listen', async () => {
  const desk = await openTestDesk()
  for (let n = 0; n < 64; n++) desk.tools.events.listen(() => {})
  const answer = await desk.ask('/api/events')
  assert.equal(answer.status, 409)
  await desk.close()
})
