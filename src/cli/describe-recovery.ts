// What was put right at opening, in words.

import type { RecoveryFinding } from '../store/archive/recover-archive.ts'

export function describeRecovery(finding: RecoveryFinding): string {
  const { file } = finding
  switch (finding.kind) {
    case 'tail-cut':
      return `${file}: ${finding.bytes} bytes of an unfinished write were set aside as ${finding.keptAs}. Nothing acknowledged was in them.`
    case 'unclaimed':
      return `${file}: ${finding.bytes} bytes after ${finding.from} belong to no record of this desk. They were left alone.`
    case 'missing':
      return `${file}: evidence is missing. ${finding.acknowledged} bytes were kept, ${finding.found} are there. Run: dragoman verify-archive`
  }
}

export function describeRefill(documents: number): string {
  return `The search index had fallen behind and was filled anew from the readings: ${documents} documents.`
}
