import type { Check } from './check.ts'
import { monthPattern } from './parts/dates.ts'
import { findInProse, passagesIn } from './parts/passages.ts'

const date = `(?:\\d{1,2}\\s${monthPattern}|${monthPattern}\\s\\d{4}|\\d{1,2}-\\d{4})`
const afterDescriptor = new RegExp(`[\\p{L}\\p{N}./-]{1,40}\\)\\s{1,3}\\d{1,2}\\s${monthPattern}(?:\\s\\d{4})?`, 'gu')
const afterTitle = new RegExp(
  `(?<![,.?!…][’']?)[\\p{L}\\p{N})]{1,40}[’']?\\)?[”"]\\s{1,3}(?=[\\p{Lu}\\d])[^“”"(;\\uFFFC]{2,70}?(?=\\s\\(|,?\\s${date})`,
  'gu',
)
const afterAuthor = new RegExp(
  `(?<=(?:[Ss]ee:?|[;:])\\s(?:\\p{Lu}[\\p{L}.’'-]*\\s){1,4}?)\\p{Lu}[\\p{L}’'-]+\\s[“"]\\p{L}+`,
  'gu',
)
const beforeIssue =
  /\bOE Watch\s(?:\d{1,2}-\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{4})/gu

/** The parts of a citation are told apart by commas. */
export const commaMissingInCitation: Check = {
  id: 'comma-missing-in-citation',
  group: 'citation',
  severity: 'information',
  looksAt: 'Citations in sources and notes',
  why: 'A comma is missing between two parts of the citation.',
  mend: 'Put the comma.',
  example: {
    bad: {
      citation:
        '“Second ferry line opens in Lindholm,” Lindholm Post (daily newspaper from Lindholm) 4 March 2024. https://lindholm-post.example/2024/03/04/second-ferry-line-opens-in-lindholm/',
    },
    good: {},
  },
  find(context) {
    const citations = passagesIn(context, 'citation')
    const notes = passagesIn(context, 'note')
    return [
      ...findInProse([...citations, ...notes], afterDescriptor, ([found]) => ({
        fix: found.replace(/\)\s{1,3}/u, '), '),
      })),
      ...findInProse([...citations, ...notes], afterTitle),
      ...findInProse(notes, afterAuthor, ([found]) => ({ fix: found.replace(/\s(?=[“"])/u, ', ') })),
      ...findInProse(notes, beforeIssue, ([found]) => ({ fix: found.replace('OE Watch', 'OE Watch,') })),
    ]
  },
}
