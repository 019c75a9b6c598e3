// In: tasks for a script that runs in threads. Out: its answers, or how the task ended instead.
// Why threads: a page that hangs or eats memory can be stopped from outside only there.

import { Worker } from 'node:worker_threads'

export type ThreadPoolOptions = {
  /** Module that answers each message `{ task }` with one message, its answer. */
  readonly script: URL
  readonly size: number
  /** A task silent for longer is ended together with its thread. */
  readonly timeoutMs: number
  /** Idle threads end after this time, to give their memory back. */
  readonly idleMs: number
  /** Heap of one thread; a task that needs more ends with it. */
  readonly maxMegabytes: number
}

export type TaskEnd<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'crashed'; readonly reason: string }

export type ThreadPool<Task, Answer> = {
  /** `handOver`: memory of the task that is moved to the thread instead of copied, and is empty here from then on. */
  run(task: Task, handOver?: readonly ArrayBuffer[]): Promise<TaskEnd<Answer>>
  close(): Promise<void>
}

type Waiting<Task, Answer> = {
  readonly task: Task
  readonly handOver: readonly ArrayBuffer[]
  readonly resolve: (end: TaskEnd<Answer>) => void
}
type Thread<Task, Answer> = {
  readonly worker: Worker
  current: Waiting<Task, Answer> | null
  timer: NodeJS.Timeout | null
}

export function openThreadPool<Task, Answer>(options: ThreadPoolOptions): ThreadPool<Task, Answer> {
  const waiting: Waiting<Task, Answer>[] = []
  const threads = new Set<Thread<Task, Answer>>()
  let closed = false

  function start(): Thread<Task, Answer> {
    const worker = new Worker(options.script, { resourceLimits: { maxOldGenerationSizeMb: options.maxMegabytes } })
    const thread: Thread<Task, Answer> = { worker, current: null, timer: null }
    threads.add(thread)
    worker.on('message', (answer: Answer) => {
      end(thread, { kind: 'answered', answer })
      next(thread)
    })
    worker.on('error', (error) =>
      lose(thread, { kind: 'crashed', reason: error instanceof Error ? error.message : 'no reason given' }),
    )
    worker.on('exit', (code) => lose(thread, { kind: 'crashed', reason: `the thread ended with code ${code}` }))
    return thread
  }

  function end(thread: Thread<Task, Answer>, how: TaskEnd<Answer>): void {
    if (thread.timer) clearTimeout(thread.timer)
    thread.timer = null
    thread.current?.resolve(how)
    thread.current = null
  }

  /** The thread is gone, by crash or by our hand; the others take the rest. */
  function lose(thread: Thread<Task, Answer>, how: TaskEnd<Answer>): void {
    if (!threads.delete(thread)) return
    end(thread, how)
    void thread.worker.terminate()
    if (waiting.length > 0 && !closed) next(start())
  }

  function next(thread: Thread<Task, Answer>): void {
    const first = waiting.shift()
    if (!first) {
      // An idle thread must not keep the process alive.
      thread.worker.unref()
      thread.timer = setTimeout(() => lose(thread, { kind: 'timed-out' }), options.idleMs).unref()
      return
    }
    if (thread.timer) clearTimeout(thread.timer)
    thread.current = first
    thread.worker.ref()
    thread.timer = setTimeout(() => lose(thread, { kind: 'timed-out' }), options.timeoutMs)
    thread.worker.postMessage(first.task, [...first.handOver])
  }

  return {
    run: (task, handOver = []) =>
      new Promise((resolve) => {
        waiting.push({ task, handOver, resolve })
        const idle = [...threads].find((thread) => thread.current === null)
        if (idle) next(idle)
        else if (threads.size < options.size) next(start())
      }),
    async close() {
      closed = true
      await Promise.all(
        [...threads].map((thread) => {
          lose(thread, { kind: 'crashed', reason: 'the pool was closed' })
          return thread.worker.terminate()
        }),
      )
      for (const { resolve } of waiting.splice(0)) resolve({ kind: 'crashed', reason: 'the pool was closed' })
    },
  }
}
