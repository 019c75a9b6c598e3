import type { ImportResult } from '../../server/shapes/import.ts'

/** Several answers as one, file after file. */
export function mergeResults(results: readonly ImportResult[], dryRun: boolean): ImportResult {
  return {
    dryRun,
    files: results.flatMap(({ files }) => files),
    problems: results.flatMap(({ problems }) => problems),
  }
}
