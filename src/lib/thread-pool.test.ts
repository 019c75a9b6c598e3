import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openThreadPool, type ThreadPool } from './thread-pool.ts'

type Task = number | 'hang' | 'crash' | 'eat'

async function withPool(body: (pool: ThreadPool<Task, number>) => Promise<void>): Promise<void> {
  const script = new URL('./fixtures/odd-thread.ts', import.meta.url)
  const pool = openThreadPool<Task, number>({ script, size: 2, timeoutMs: 400, idleMs: 1000, maxMegabytes: 32 })
  try {
    await body(pool)
  } finally {
    await pool.close()
  }
}

test('more tasks than threads are all answered', () =>
  withPool(async (pool) => {
    const ends = await Promise.all(Array.from({ length: 20 }, (_, i) => pool.run(i)))
    assert.deepEqual(
      ends,
      Array.from({ length: 20 }, (_, i) => ({ kind: 'answered', answer: i * 2 })),
    )
  }))

test('a task that hangs, crashes or eats all memory ends alone; the others are answered', () =>
  withPool(async (pool) => {
    const tasks: Task[] = [1, 'hang', 2, 'crash', 3, 'eat', 4]
    const ends = await Promise.all(tasks.map((task) => pool.run(task)))
    assert.deepEqual(
      ends.map((end) => end.kind),
      ['answered', 'timed-out', 'answered', 'crashed', 'answered', ends[5]?.kind, 'answered'],
    )
    assert.notEqual(ends[5]?.kind, 'answered')
  }))

test('closing answers what still waits', () =>
  withPool(async (pool) => {
    const ends = ['hang', 'hang', 5].map((task) => pool.run(task as Task))
    await pool.close()
    assert.deepEqual(
      (await Promise.all(ends)).map((end) => end.kind),
      ['crashed', 'crashed', 'crashed'],
    )
  }))
