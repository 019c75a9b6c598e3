// In: two revisions of an excerpt. Out: which of its fields differ, as they were and as they are.

import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'

type Content = NonNullable<ExcerptDetail['revisions'][number]['content']>
type Field = 'original' | 'translation' | 'state' | 'speaker' | 'tags' | 'basket' | 'note'
export type FieldChange = { readonly field: Field; readonly before: string; readonly after: string }

const fieldsOf = ({ printed, translation, speaker, tags, basket, note }: Content): Readonly<Record<Field, string>> => ({
  original: printed,
  translation: translation?.printed ?? '',
  state: translation ? [translation.state, translation.by ?? ''].filter((words) => words !== '').join(', ') : '',
  speaker: speaker ?? '',
  tags: tags.join(', '),
  basket: basket ?? '',
  note: note ?? '',
})

export function whatChanged(former: Content, now: Content): FieldChange[] {
  const [before, after] = [fieldsOf(former), fieldsOf(now)]
  const names = Object.keys(after) as Field[]
  return names.flatMap((field) =>
    before[field] === after[field] ? [] : { field, before: before[field], after: after[field] },
  )
}
