// In: edits. Out: the server's answers, in the order the edits were made.
// While the server is away they wait in the browser's storage, one key each, so that two tabs never overwrite each
// other's; whoever finds the server back sends them, one tab at a time.

import { ask, isRefusal, wordsOf } from '../api/ask.ts'
import { readEdit, type Edit, type RefusedEdit } from './edit.ts'

const KEY = 'dragoman.edit.'
const KNOCK_MS = 2000

export type Sent<Answer> = { readonly kind: 'done'; readonly answer: Answer } | { readonly kind: 'kept' }
type Queue = { readonly waiting: readonly Edit[]; readonly refused: readonly RefusedEdit[] }

const memory = new Map<string, string>()
let queue: Queue = { waiting: [], refused: [] }
let timer: ReturnType<typeof setTimeout> | null = null
const watchers = new Set<() => void>()
const returned = new Set<() => void>()

/** Storage where the browser allows it; else the page's own memory, which lasts as long as the page. */
const store = {
  set(key: string, value: string) {
    try {
      localStorage.setItem(key, value)
    } catch {
      memory.set(key, value)
    }
  },
  remove(key: string) {
    memory.delete(key)
    try {
      localStorage.removeItem(key)
    } catch {
      // It was in memory.
    }
  },
  list(): [string, string][] {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEY))
      return [...keys.map((key): [string, string] => [key, localStorage.getItem(key) ?? '']), ...memory]
    } catch {
      return [...memory]
    }
  },
}

const keyOf = (edit: Edit) => `${KEY}${String(edit.madeAt).padStart(15, '0')}.${edit.id}`

function readWaiting(): Edit[] {
  return store
    .list()
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, kept]) => readEdit(kept) ?? [])
}

function become(change: Partial<Queue>) {
  queue = { ...queue, ...change }
  for (const watcher of watchers) watcher()
}

const send = <Answer>(edit: Edit) =>
  ask<Answer>(edit.path, {
    method: edit.method,
    ...(edit.body === undefined ? {} : { body: edit.body }),
    headers: { 'idempotency-key': edit.id },
  })

const isAway = (error: unknown) => isRefusal(error) && error.problem === 'away'

/** @returns whether it went on to the next: false = the server is away */
async function sendKept(edit: Edit): Promise<boolean> {
  try {
    await send(edit)
  } catch (error) {
    if (isAway(error)) return false
    const code = isRefusal(error) && error.problem !== 'away' ? error.problem.code : 'internal'
    become({ refused: [...queue.refused, { edit, reason: wordsOf(error), code }] })
  }
  store.remove(keyOf(edit))
  return true
}

async function sendAll(): Promise<void> {
  const before = readWaiting()
  for (const edit of before) if (!(await sendKept(edit))) break
  const left = readWaiting()
  become({ waiting: left })
  if (before.length > 0 && left.length === 0) for (const listener of returned) listener()
  if (left.length > 0) timer ??= setTimeout(() => void flushEdits(), KNOCK_MS)
}

/** Sends what waits, oldest first; another tab that is doing so already is left to it. */
export async function flushEdits(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  if (readWaiting().length === 0) return
  if (!('locks' in navigator)) return sendAll()
  await navigator.locks.request('dragoman.edits', sendAll)
}

/**
 * Sends an edit, or keeps it when the server is away or when earlier ones still wait.
 * A refusal by the server is thrown: the person is still there to hear it.
 */
export async function sendEdit<Answer>(edit: Omit<Edit, 'id' | 'madeAt'>): Promise<Sent<Answer>> {
  const whole: Edit = { ...edit, id: crypto.randomUUID(), madeAt: Date.now() }
  if (readWaiting().length === 0) {
    try {
      return { kind: 'done', answer: await send<Answer>(whole) }
    } catch (error) {
      if (!isAway(error)) throw error
    }
  }
  store.set(keyOf(whole), JSON.stringify(whole))
  become({ waiting: readWaiting() })
  timer ??= setTimeout(() => void flushEdits(), KNOCK_MS)
  return { kind: 'kept' }
}

/** The person has read that it was refused. */
export function forgetRefused(id: string) {
  become({ refused: queue.refused.filter(({ edit }) => edit.id !== id) })
}

/** Takes up what an earlier page left behind. */
export function takeUpEdits() {
  become({ waiting: readWaiting() })
  void flushEdits()
  window.addEventListener('storage', ({ key }) => key?.startsWith(KEY) && become({ waiting: readWaiting() }))
}

export const readQueue = (): Queue => queue
export const watchQueue = (watcher: () => void) => (watchers.add(watcher), () => void watchers.delete(watcher))
/** Called when everything that waited has been sent. */
export const onReturned = (listener: () => void) => (returned.add(listener), () => void returned.delete(listener))
