// In: works. Out: what their articles do not print and others say of them: authors, issue, day of publication.
// The reason always names who says so. Where witnesses disagree the most frequent wins and the others are named.

import type { Derived } from '../../domain/article.ts'
import { yearInAddress } from './canonical-address.ts'
import type { Witness, Work } from './work.ts'

/** Article id → what was recovered. */
export function deriveFacts(works: readonly Work[]): Map<string, Derived[]> {
  const found = new Map<string, Derived[]>()
  for (const [work, derived] of describeWorks(works))
    for (const article of work.articles) found.set(article.id, derived)
  return found
}

/** What the witnesses of each work say of it, whether the piece itself is here or not. */
export function describeWorks(works: readonly Work[]): Map<Work, Derived[]> {
  const days = pairIssuesWithDays(works)
  return new Map(
    works.map((work): [Work, Derived[]] => {
      const issue = deriveIssue(work) ?? issueByDay(work, days)
      const published = derivePublished(work) ?? (issue ? dayByIssue(issue.value, days) : null) ?? yearByAddress(work)
      return [work, [deriveAuthor(work), issue, published].flatMap((fact) => fact ?? [])]
    }),
  )
}

type Said = { readonly value: string; readonly by: Witness }

function deriveAuthor({ rows, references }: Work): Derived | null {
  // Several authors are one value, in the order of print.
  const said = [...references, ...rows].flatMap((by): Said[] => {
    return by.authors.length > 0 ? [{ value: by.authors.join(' and '), by }] : []
  })
  return choose('author', said, ({ kind, where }) => (kind === 'row' ? `a row of ${where}` : `a reference in ${where}`))
}

function deriveIssue({ rows, references }: Work): Derived | null {
  const said = [...references, ...rows].flatMap((by): Said[] => (by.issue ? [{ value: by.issue, by }] : []))
  return choose('issue', said, ({ kind, where }) =>
    kind === 'row' ? `a row of ${where}, dated by the month of the issue` : `a reference in ${where}`,
  )
}

function derivePublished({ rows }: Work): Derived | null {
  const said = rows.flatMap((by): Said[] => (by.published ? [{ value: by.published, by }] : []))
  return choose('published', said, ({ where }) => `a row of ${where}, dated by the day of publication`)
}

function choose(field: Derived['field'], said: readonly Said[], nameWitness: (by: Witness) => string): Derived | null {
  const groups = [...Map.groupBy(said, ({ value }) => value)].sort((a, b) => b[1].length - a[1].length)
  const [value, voices] = groups[0] ?? []
  const first = voices?.[0]
  if (value === undefined || !voices || !first) return null
  const others = groups.slice(1).map(([other]) => other)
  const more = voices.length > 1 ? ` and ${voices.length - 1} more` : ''
  const dissent = others.length > 0 ? ` Others say: ${others.join(', ')}.` : ''
  return { field, value, why: `Said by ${nameWitness(first.by)}${more}.${dissent}`, from: first.by.where }
}

type Calendar = {
  readonly issueOf: ReadonlyMap<string, { issue: string; from: string }>
  readonly dayOf: ReadonlyMap<string, { day: string; from: string }>
}

/** Which issue went out on which day, from pieces of which both are said. A day or an issue that was paired twice is left out. */
function pairIssuesWithDays(works: readonly Work[]): Calendar {
  const issues = new Map<string, { issue: string; from: string } | null>()
  const days = new Map<string, { day: string; from: string } | null>()
  for (const work of works) {
    const issue = deriveIssue(work)?.value
    const day = derivePublished(work)?.value
    if (issue === undefined || day === undefined) continue
    const known = issues.get(day)
    if (known === undefined) issues.set(day, { issue, from: work.title })
    else if (known?.issue !== issue) issues.set(day, null)
    const knownDay = days.get(issue)
    if (knownDay === undefined) days.set(issue, { day, from: work.title })
    else if (knownDay?.day !== day) days.set(issue, null)
  }
  return { issueOf: known(issues), dayOf: known(days) }
}

function known<T>(map: ReadonlyMap<string, T | null>): Map<string, T> {
  return new Map([...map].flatMap(([key, value]): [string, T][] => (value === null ? [] : [[key, value]])))
}

function issueByDay(work: Work, { issueOf }: Calendar): Derived | null {
  const day = derivePublished(work)?.value
  const found = day === undefined ? undefined : issueOf.get(day)
  if (!found) return null
  return {
    field: 'issue',
    value: found.issue,
    why: `It went out on ${day}, like “${found.from}”, which is of that issue.`,
    from: found.from,
  }
}

function dayByIssue(issue: string, { dayOf }: Calendar): Derived | null {
  const found = dayOf.get(issue)
  if (!found) return null
  return {
    field: 'published',
    value: found.day,
    why: `The issue ${issue} went out on that day with “${found.from}”.`,
    from: found.from,
  }
}

function yearByAddress({ references }: Work): Derived | null {
  for (const { url, where } of references) {
    const year = url === null ? null : yearInAddress(url)
    if (year !== null) {
      return {
        field: 'published',
        value: year,
        why: `The address in a reference in ${where} carries the year ${year}.`,
        from: where,
      }
    }
  }
  return null
}
