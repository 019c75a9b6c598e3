// In: edits. Out: the server's answers, in the order the edits were made.
// Every edit is written into the browser's storage before it is sent and taken out when it has been answered, one key
// each, so that neither a server that is away nor a tab that dies loses one, and two tabs never overwrite each other's.
// A lock that all tabs share keeps the order and sends none twice.

import { ask, isRefusal, wordsOf, type Refusal } from '../api/ask.ts'
import type { Edit, RefusedEdit } from './edit.ts'
import { keptEdits } from './kept-edits.ts'

const KNOCK_MS = 2000
const MOST_ANSWERS = 500

/** `kept` = the server is away; `answer` then comes late, if the page lives so long. */
export type Sent<Answer> = { readonly kind: 'done'; readonly answer: Answer } | { readonly kind: 'kept' }
type Queue = { readonly waiting: readonly Edit[]; readonly refused: readonly RefusedEdit[] }
type LateListener = (edit: Edit, outcome: { answer: unknown } | { refusal: Refusal }) => void

let queue: Queue = { waiting: [], refused: [] }
let timer: ReturnType<typeof setTimeout> | null = null
const watchers = new Set<() => void>()
const late = new Set<LateListener>()
const answers = new Map<string, unknown>()

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
const codeOf = (error: unknown) => (isRefusal(error) && error.problem !== 'away' ? error.problem.code : 'internal')

const inTurn = <Answer>(run: () => Promise<Answer>): Promise<Answer> =>
  'locks' in navigator ? (navigator.locks.request('dragoman.edits', run) as Promise<Answer>) : run()

function remember(id: string, answer: unknown) {
  answers.set(id, answer)
  const [oldest] = answers.keys()
  if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest)
}

/** @returns false = the server is away */
async function sendLate(edit: Edit): Promise<boolean> {
  try {
    const answer = await send(edit)
    remember(edit.id, answer)
    for (const listener of late) listener(edit, { answer })
  } catch (error) {
    if (isAway(error)) return false
    become({ refused: [...queue.refused, { edit, reason: wordsOf(error), code: codeOf(error) }] })
    if (isRefusal(error)) for (const listener of late) listener(edit, { refusal: error })
  }
  keptEdits.remove(edit)
  return true
}

async function sendThoseBefore(own: Edit | null): Promise<boolean> {
  for (const edit of keptEdits.list()) {
    if (own !== null && edit.id === own.id) return true
    if (!(await sendLate(edit))) return false
  }
  return true
}

function waitForServer() {
  become({ waiting: keptEdits.list() })
  timer ??= setTimeout(() => void flushEdits(), KNOCK_MS)
}

/** Sends what waits, oldest first. */
export async function flushEdits(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  if (keptEdits.list().length === 0) return become({ waiting: [] })
  const isThere = await inTurn(() => sendThoseBefore(null))
  if (isThere) become({ waiting: [] })
  else waitForServer()
}

async function sendInTurn<Answer>(edit: Edit): Promise<Sent<Answer>> {
  const isThere = await sendThoseBefore(edit)
  const kept = keptEdits.has(edit)
  if (!kept) return { kind: 'kept' } // another tab was quicker
  try {
    if (!isThere) throw new Error('away')
    const answer = await send<Answer>(edit)
    remember(edit.id, answer)
    keptEdits.remove(edit)
    if (queue.waiting.length > 0) become({ waiting: [] })
    return { kind: 'done', answer }
  } catch (error) {
    if (isThere && !isAway(error)) {
      keptEdits.remove(edit)
      throw error
    }
    waitForServer()
    return { kind: 'kept' }
  }
}

let lastMadeAt = 0

/** An edit with its name and time; no two of one page have the same time, so that their order is sure. */
export function makeEdit(edit: Omit<Edit, 'id' | 'madeAt'>): Edit {
  lastMadeAt = Math.max(Date.now(), lastMadeAt + 1)
  return { ...edit, id: crypto.randomUUID(), madeAt: lastMadeAt }
}

/**
 * Sends an edit after all that were made before it, or keeps it while the server is away.
 * A refusal by the server is thrown: the person is still there to hear it.
 */
export function sendEdit<Answer>(edit: Edit): Promise<Sent<Answer>> {
  keptEdits.add(edit)
  return inTurn(() => sendInTurn<Answer>(edit))
}

/** Takes an edit back before it was sent. @returns false = too late: it is on its way, or was answered */
export function cancelEdit(edit: Edit): boolean {
  if (!queue.waiting.some(({ id }) => id === edit.id) || !keptEdits.has(edit)) return false
  keptEdits.remove(edit)
  become({ waiting: keptEdits.list() })
  return true
}

/** What the server answered to an edit of this page; undefined = nothing yet. */
export const answerTo = (edit: Edit): unknown => answers.get(edit.id)

/** The person has read that it was refused; or it turned out to be so already. */
export function forgetRefused(id: string) {
  become({ refused: queue.refused.filter(({ edit }) => edit.id !== id) })
}

/** Takes up what an earlier page left behind. */
export function takeUpEdits() {
  void flushEdits()
  window.addEventListener('storage', () => {
    if (queue.waiting.length > 0) become({ waiting: keptEdits.list() })
  })
}

export const readQueue = (): Queue => queue
export const watchQueue = (watcher: () => void) => (watchers.add(watcher), () => void watchers.delete(watcher))
/** Called for every edit that was answered after it had to wait. */
export const onSentLate = (listener: LateListener) => (late.add(listener), () => void late.delete(listener))
