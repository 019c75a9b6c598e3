// Opens the records for the length of a command, and always closes them.

import type { Config } from '../config.ts'
import { openRecords, type Records } from '../tools.ts'

export async function withRecords<Result>(
  config: Config,
  work: (records: Records) => Promise<Result>,
): Promise<Result> {
  const records = await openRecords(config)
  try {
    return await work(records)
  } finally {
    await records.close()
  }
}
