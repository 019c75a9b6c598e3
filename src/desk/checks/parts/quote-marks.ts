// In: a stretch of print. Out: its quotation marks as pairs, and where they do not pair.
// One pass with a stack. The closing single mark is also the apostrophe; it counts as a mark only where one is open.

export type MarkProblem = {
  readonly kind: 'unclosed' | 'unopened' | 'nested' | 'wrong-way'
  readonly mark: string
  readonly index: number
}

/** What stands between a pair of double marks, the marks left out. */
export type Quoted = { readonly start: number; readonly end: number; readonly depth: number }

export type Marks = { readonly problems: readonly MarkProblem[]; readonly quoted: readonly Quoted[] }

type Open = { readonly mark: '“' | '‘' | '«'; readonly index: number }
type State = {
  readonly text: string
  readonly open: Open[]
  readonly problems: MarkProblem[]
  readonly quoted: Quoted[]
}

const letter = /[\p{L}\p{N}]/u
const endsSentence = /[.?!…][”’]?\s*\p{Lu}|[.?!…]\s*$/u
const elided = /^’(?:\d|em\b|til\b|tis\b|twas\b|s\b|n\b)/u

/** Past this, marks mean nothing in the text. */
const MOST_PROBLEMS = 300

/** Pairs the quotation marks of `text`. Straight marks are read by the space around them. */
export function pairMarks(text: string): Marks {
  const state: State = { text, open: [], problems: [], quoted: [] }
  for (let index = 0; index < text.length && state.problems.length < MOST_PROBLEMS; index += 1)
    step(state, text.charAt(index), index)
  for (const { mark, index } of state.open.slice(0, MOST_PROBLEMS))
    state.problems.push({ kind: 'unclosed', mark, index })
  return { problems: state.problems.sort((a, b) => a.index - b.index), quoted: state.quoted }
}

function step(state: State, char: string, index: number): void {
  if (char === '“' || char === '„' || (char === '"' && opens(state, index))) openDouble(state, index)
  else if (char === '”' || char === '"') closeDouble(state, index)
  else if (char === '«') state.open.push({ mark: '«', index })
  else if (char === '»') close(state, '«', '»', index)
  else if (char === '‘') openSingle(state, index)
  else if (char === '’') closeSingle(state, index)
}

function opens({ text, open }: State, index: number): boolean {
  const before = text.charAt(index - 1)
  if (before === '' || /[\s(\[—–]/u.test(before)) return true
  return !open.some(({ mark }) => mark === '“') && !letter.test(before) && letter.test(text.charAt(index + 1))
}

function openDouble(state: State, index: number): void {
  const outer = state.open.at(-1)
  // After the end of a sentence the outer mark was forgotten rather than nested.
  if (outer?.mark === '“' && !endsSentence.test(state.text.slice(outer.index, index).slice(-600)))
    state.problems.push({ kind: 'nested', mark: '“', index })
  state.open.push({ mark: '“', index })
}

function closeDouble(state: State, index: number): void {
  // A single mark that was opened inside and never closed is told once, here.
  while (state.open.at(-1)?.mark === '‘' && state.open.some(({ mark }) => mark === '“')) reportUnclosed(state)
  close(state, '“', '”', index)
}

function close(state: State, opening: Open['mark'], mark: string, index: number): void {
  const last = state.open.at(-1)
  if (last?.mark !== opening) {
    state.problems.push({ kind: 'unopened', mark, index })
    return
  }
  state.open.pop()
  if (opening === '“') state.quoted.push({ start: last.index + 1, end: index, depth: state.open.length })
}

function reportUnclosed(state: State): void {
  const last = state.open.pop()
  if (last) state.problems.push({ kind: 'unclosed', mark: last.mark, index: last.index })
}

function openSingle(state: State, index: number): void {
  // Between letters it is the ayn of a transliteration.
  if (!letter.test(state.text.charAt(index - 1))) state.open.push({ mark: '‘', index })
}

function closeSingle(state: State, index: number): void {
  const { text, open } = state
  const [before, after] = [text.charAt(index - 1), text.charAt(index + 1)]
  if (letter.test(before) && letter.test(after)) return
  if (open.at(-1)?.mark === '‘') {
    open.pop()
    return
  }
  const atStart = before === '' || /[\s“(]/u.test(before)
  if (atStart && letter.test(after) && !elided.test(text.slice(index, index + 6)))
    state.problems.push({ kind: 'wrong-way', mark: '’', index })
}
