import type { Check } from './check.ts'
import { titleKey } from './parts/cross-references.ts'
import { onceForRun } from './parts/once-for-run.ts'
import type { CheckDocument } from './check.ts'

/** The same piece twice in a run: an issue would print it twice. */
export const articleDuplicated: Check = {
  id: 'article-duplicated',
  group: 'notes',
  severity: 'warning',
  looksAt: 'Titles and first sentences of all articles of the run',
  why: 'The same article stands elsewhere in this run.',
  mend: 'Keep one; if they differ, compare them first.',
  example: {
    bad: { second: { title: 'Harbor Town Opens Second Ferry Line to the Islands' } },
    good: { second: {} },
  },
  find: (context) => {
    const { document } = context
    const same = keysOf(context).flatMap((key) => byKey(context.all).get(key) ?? [])
    const other = same.find((one) => one.document !== document)
    return other !== undefined && document.title !== null
      ? [
          {
            start: document.title.start,
            end: document.title.end,
            why: `The same article stands in ${other.file}, line ${other.document.lines[0]}.`,
          },
        ]
      : []
  },
}

const byKey = onceForRun((all): ReadonlyMap<string, readonly CheckDocument[]> => {
  const groups = new Map<string, CheckDocument[]>()
  for (const document of all)
    for (const key of keysOf(document)) groups.set(key, [...(groups.get(key) ?? []), document])
  return groups
})

function keysOf({ document }: CheckDocument): string[] {
  if (document.kind === 'index') return []
  const body = document.body[0]?.text ?? ''
  return [
    ...(document.title ? [`title ${titleKey(document.title.text)}`] : []),
    ...(body.length > 80 ? [`body ${titleKey(body.slice(0, 400))}`] : []),
  ]
}
