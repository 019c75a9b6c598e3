// Finds the copies among documents in a file: who printed whose text, how much of it, and what was changed.

import { writeFile } from 'node:fs/promises'
import { DeskError } from '../domain/errors.ts'
import { countOf } from '../lib/count-of.ts'
import { textOption, type Command } from './command.ts'
import { findCopies, type CopiesReport } from './find-copies.ts'
import type { Output } from './output.ts'

export const copies: Command = {
  name: 'copies',
  usage: 'copies FILE.jsonl [--out FILE] [--brief]',
  about: 'Find copies among documents: the same text, edits, wire copy, excerpts, reposts in chrome, translations.',
  details: [
    'A line a document: {"id", "title", "text", "language", "published"}; "outlet", "url" and "author" help if they are known.',
    'Writes groups as JSON: the likeliest original with reasons, each copy with its kind, and what it added, dropped and altered.',
    'Kinds: same-text, light-edits, wire-copy (agency text, edited), excerpt, in-chrome (whole, with a site around it), translation.',
    'What is only possible is listed apart and never joined. Lines that cannot be read are named; the others go on.',
  ].join('\n'),
  examples: ['dragoman copies press.jsonl --out groups.json', 'dragoman copies press.jsonl --brief'],
  options: {
    out: { type: 'string', value: 'FILE', about: 'Write the JSON there instead of printing it' },
    brief: { type: 'boolean', about: 'Leave out what was added, dropped and altered' },
  },
  async run(input, out) {
    const [path] = input.words
    if (!path) throw new DeskError('bad-usage', 'Say which file holds the documents: dragoman copies FILE.jsonl')
    const report = await findCopies({
      path,
      withChanges: input.options['brief'] !== true,
      stop: input.stop,
      onProgress: (text) => out.progress(text),
    }).catch((cause: unknown) => {
      throw explain(path, cause)
    })
    const target = textOption(input, 'out')
    const json = toJson(report)
    if (target === undefined) out.json(json)
    else
      await writeFile(target, `${JSON.stringify(json, null, 2)}\n`).catch((cause: unknown) => {
        throw new DeskError('bad-input', `${target} cannot be written.`, { cause })
      })
    summarise(report, out)
    if (report.documents === 0 && report.bad.length > 0)
      throw new DeskError('bad-input', `${path} holds no document that can be compared. The reasons stand above.`)
    return report.stopped ? 130 : 0
  },
}

function explain(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR') return cause
  return new DeskError('bad-input', `${path} is not there or cannot be read.`, { cause })
}

/** The commonest kind stands for the group; each copy has its own. */
function toJson({ groups, ...rest }: CopiesReport) {
  return {
    ...rest,
    groups: groups.map(({ original, confidence, reasons, creditedElsewhere, copies: members }) => ({
      origin: original,
      kind: commonest(members.map(({ kind }) => kind)),
      confidence,
      reasons: reasons.map(({ sentence }) => sentence),
      creditedElsewhere,
      members: [original, ...members.map(({ id }) => id)],
      copies: members,
    })),
  }
}

function commonest(kinds: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function summarise({ documents, groups, possible, bad }: CopiesReport, out: Output): void {
  const copied = groups.reduce((sum, group) => sum + group.copies.length, 0)
  out.note(
    `${countOf(documents, 'document')}, ${countOf(groups.length, 'original')} with ${copied} ${copied === 1 ? 'copy' : 'copies'}, ${countOf(possible.length, 'pair')} possible.`,
  )
  for (const { line, reason } of bad.slice(0, 10)) out.note(`Line ${line} was passed over: ${reason}`)
  if (bad.length > 10) out.note(`… and ${bad.length - 10} more lines; all of them stand under "bad" in the JSON.`)
}
