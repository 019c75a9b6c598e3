// In: the answers for a file and what an import made of it, both in the exchange form. Out: right and all, field by field.
// Where an answer holds only the ends of a text, the ends are compared; letters are compared by what they say: NFC, white space
// collapsed, titles without case and marks.

export type Tally = { right: number; all: number; readonly misses: string[] }
export type Scores = Map<string, Tally>

type Form = Readonly<Record<string, unknown>>

/** Adds the scores of one file. Documents are paired by their titles, so that a lost one costs only itself. */
export function scoreFile(wanted: readonly Form[], made: readonly Form[], scores: Scores): void {
  const free = new Set(made)
  for (const answer of wanted) {
    const found = [...free].find((form) => folded(form['title']) === folded(answer['title']))
    if (found !== undefined) free.delete(found)
    tally(scores, 'documents', found?.['kind'] === answer['kind'], answer, answer['title'], found?.['title'])
    if (found !== undefined) scoreDocument(answer, found, scores)
  }
  tally(scores, 'documents made up', free.size === 0, {}, 0, free.size)
}

function scoreDocument(answer: Form, made: Form, scores: Scores): void {
  const same = comparer(scores, answer, answer, made)
  if (answer['kind'] === 'legacy-index') return scoreRows(answer, made, scores)
  same('captions', 'caption')
  same('pull quotes', 'pullQuote', folded)
  same('summaries', 'summary')
  scoreEnds('bodies', scores, answer, {
    answer,
    made,
    first: 'bodyFirst80',
    last: 'bodyLast80',
    whole: 'body',
    points: 80,
  })
  scoreSources(answer, made, scores)
  scoreNotes(answer, made, scores)
  for (const field of ['caption', 'source', 'attribution'])
    comparer(scores, answer, form(answer['image']), form(made['image']))('image blocks', field)
  const related = forms(made['relatedReading'])
  for (const [at, reading] of forms(answer['relatedReading']).entries()) {
    comparer(scores, answer, reading, related[at] ?? {})('related readings', 'title', folded)
    comparer(scores, answer, reading, related[at] ?? {})('related readings', 'date')
  }
}

function scoreRows(answer: Form, made: Form, scores: Scores): void {
  const rows = forms(made['entries'])
  tally(
    scores,
    'index rows',
    rows.length === forms(answer['entries']).length,
    answer,
    forms(answer['entries']).length,
    rows.length,
  )
  for (const [at, row] of forms(answer['entries']).entries()) {
    const same = comparer(scores, answer, row, rows[at] ?? {})
    for (const field of ['date', 'title', 'authors']) same('index rows', field)
  }
}

function scoreSources(answer: Form, made: Form, scores: Scores): void {
  const sources = forms(made['sources'])
  const wanted = forms(answer['sources'])
  tally(scores, 'source count and order', wanted.length === sources.length, answer, wanted.length, sources.length)
  for (const [at, source] of wanted.entries()) {
    const got = sources[at] ?? {}
    const same = comparer(scores, answer, source, got)
    same('source authors', 'author', folded)
    same('original titles', 'titleOriginal', folded)
    same('English titles', 'titleEnglish', folded)
    same('outlets', 'outlet', folded)
    same('descriptors', 'descriptor', folded)
    same('dates', 'date')
    same('addresses of sources', 'url', address)
    scoreEnds('excerpts', scores, answer, {
      answer: source,
      made: got,
      first: 'excerptFirst60',
      last: 'excerptLast60',
      whole: 'excerpt',
      points: 60,
    })
  }
}

function scoreNotes(answer: Form, made: Form, scores: Scores): void {
  const notes = forms(made['notes'])
  const wanted = forms(answer['notes'])
  tally(scores, 'note labels', wanted.length === notes.length, answer, wanted.length, notes.length)
  for (const [at, note] of wanted.entries()) {
    const got = notes[at] ?? {}
    comparer(scores, answer, note, got)('note labels', 'label')
    const start = (value: unknown): string => ends(value, 60).first
    tally(
      scores,
      'note texts',
      start(note['first60'] ?? note['text']) === start(got['text']),
      answer,
      note['first60'],
      got['text'],
    )
    const urls = (one: Form): string => (Array.isArray(one['urls']) ? one['urls'].map(address).join(' ') : '')
    tally(scores, 'addresses of notes', urls(note) === urls(got), answer, urls(note), urls(got))
    scoreReferences(answer, note, got, scores)
  }
}

function scoreReferences(answer: Form, note: Form, got: Form, scores: Scores): void {
  const found = forms(got['oeWatchCrossRefs'])
  const wanted = forms(note['oeWatchCrossRefs'])
  tally(scores, 'cross-references found', wanted.length === found.length, answer, wanted.length, found.length)
  for (const [at, reference] of wanted.entries()) {
    const same = comparer(scores, answer, reference, found[at] ?? {})
    same('cross-references found', 'title', folded)
    same('cross-reference authors', 'author', folded)
    same('cross-reference issues', 'issue')
    const target = (one: unknown): string => folded(typeof one === 'string' ? one : form(one)['title'])
    if (reference['resolvesTo'] !== undefined)
      tally(
        scores,
        'cross-references resolved',
        target(reference['resolvesTo']) === target(found[at]?.['resolvesTo']),
        answer,
        reference['resolvesTo'],
        found[at]?.['resolvesTo'],
      )
  }
}

type Ends = {
  readonly answer: Form
  readonly made: Form
  readonly first: string
  readonly last: string
  readonly whole: string
  readonly points: number
}

function scoreEnds(
  field: string,
  scores: Scores,
  where: Form,
  { answer, made, first, last, whole, points }: Ends,
): void {
  const got = ends(made[whole], points)
  const full = ends(answer[whole], points)
  const wanted = { first: plain(answer[first] ?? full.first), last: plain(answer[last] ?? full.last) }
  tally(scores, `${field}: beginnings`, wanted.first === got.first, where, wanted.first, got.first)
  tally(scores, `${field}: ends`, wanted.last === got.last, where, wanted.last, got.last)
}

function comparer(scores: Scores, where: Form, answer: Form, made: Form) {
  return (field: string, name: string, by: (value: unknown) => string = plain): void =>
    tally(scores, field, by(answer[name]) === by(made[name]), where, answer[name], made[name])
}

function tally(scores: Scores, field: string, right: boolean, where: Form, wanted: unknown, got: unknown): void {
  const one = scores.get(field) ?? { right: 0, all: 0, misses: [] }
  scores.set(field, one)
  one.all += 1
  if (right) one.right += 1
  else
    one.misses.push(
      `${plain(where['title']).slice(0, 40)}: wanted ${plain(wanted).slice(0, 90)}, got ${plain(got).slice(0, 90)}`,
    )
}

function form(value: unknown): Form {
  return typeof value === 'object' && value !== null ? (value as Form) : {}
}

function forms(value: unknown): readonly Form[] {
  return Array.isArray(value) ? value.map(form) : []
}

function plain(value: unknown): string {
  const text =
    typeof value === 'string'
      ? value
      : value === null || value === undefined
        ? ''
        : Array.isArray(value)
          ? value.join('; ')
          : JSON.stringify(value)
  return text.normalize('NFC').split(/\s+/u).filter(Boolean).join(' ')
}

function folded(value: unknown): string {
  return plain(
    plain(value)
      .toLowerCase()
      .replace(/[“”"‘’'«»„()[\],.…]/gu, ''),
  )
}

function address(value: unknown): string {
  const text = plain(value).replace(/\/$/u, '')
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

function ends(value: unknown, points: number): { first: string; last: string } {
  const letters = [...plain(value)]
  return { first: plain(letters.slice(0, points).join('')), last: plain(letters.slice(-points).join('')) }
}
