// Test support: how many questions something asks of the records.

import type { Db } from './db.ts'

/** The same database, and how many questions were asked of it, or of one table of it. */
export function countQuestions(db: Db): { db: Db; asked: (table?: string) => number } {
  const questions: string[] = []
  const counted = db.withPlugin({
    transformQuery: ({ node }) => (questions.push(JSON.stringify(node)), node),
    transformResult: async ({ result }) => result,
  })
  const isOf = (question: string, table: string) => question.includes(`"name":"${table}"`)
  return {
    db: counted,
    asked: (table) => questions.filter((question) => table === undefined || isOf(question, table)).length,
  }
}
