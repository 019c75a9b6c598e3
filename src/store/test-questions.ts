// Test support: how many questions something asks of the records.

import type { Db } from './db.ts'

/** The same database, and how many questions were asked of it. */
export function countQuestions(db: Db): { db: Db; asked: () => number } {
  let asked = 0
  const counted = db.withPlugin({
    transformQuery: ({ node }) => ((asked += 1), node),
    transformResult: async ({ result }) => result,
  })
  return { db: counted, asked: () => asked }
}
