// In: a print. Out: what was read from it, field by field, so that two readings can be laid side by side.

import type { ArticlePrint } from '../../domain/article.ts'

/** `key` names the field; numbered fields carry their number apart. */
export type PrintField = { readonly key: FieldKey; readonly n: number | null; readonly value: string }
export type FieldKey =
  | 'title'
  | 'caption'
  | 'pull-quote'
  | 'summary'
  | 'body'
  | 'source'
  | 'excerpt'
  | 'note'
  | 'image'
  | 'index-row'
  | 'related-reading'

const short = (words: string) => (words.length > 160 ? `${words.slice(0, 159)}…` : words)
const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ')

export function listFields(print: ArticlePrint): PrintField[] {
  const one = (key: FieldKey, value: string | null | undefined): PrintField[] =>
    value === null || value === undefined || value === '' ? [] : [{ key, n: null, value: short(value) }]
  const texts = (paragraphs: readonly { readonly text: string }[]) => paragraphs.map(({ text }) => text).join(' ')
  return [
    ...one('title', print.title?.text),
    ...one('caption', print.caption?.text),
    ...one('pull-quote', print.pullQuote?.text),
    ...one('summary', print.summary?.text),
    ...print.body.map(({ text }, index): PrintField => ({ key: 'body', n: index + 1, value: short(text) })),
    ...print.sources.flatMap((source): PrintField[] => [
      {
        key: 'source',
        n: source.ordinal,
        value: joined([
          source.author,
          source.titleOriginal,
          source.titleEnglish,
          source.outlet,
          source.descriptor,
          source.date,
          source.url,
        ]),
      },
      { key: 'excerpt', n: source.ordinal, value: short(texts(source.excerpt)) },
    ]),
    ...print.notes.map((note, index): PrintField => ({
      key: 'note',
      n: index + 1,
      value: short(`[${note.label}] ${texts(note.paragraphs)}`),
    })),
    ...one('image', print.image && joined([print.image.caption, print.image.attribution, print.image.sourceUrl])),
    ...print.entries.map(({ date, title }, index): PrintField => ({
      key: 'index-row',
      n: index + 1,
      value: `${date} ${title}`,
    })),
    ...print.related.map(({ text }, index): PrintField => ({
      key: 'related-reading',
      n: index + 1,
      value: short(text),
    })),
  ]
}

export type FieldChange = { readonly field: PrintField; readonly before: string | null; readonly after: string | null }

/** The fields that differ between two readings, in the order of print. */
export function compareFields(before: ArticlePrint, after: ArticlePrint): FieldChange[] {
  const nameOf = ({ key, n }: PrintField) => `${key} ${n ?? ''}`
  const [old, fresh] = [listFields(before), listFields(after)]
  const was = new Map(old.map((field) => [nameOf(field), field.value]))
  const is = new Map(fresh.map((field) => [nameOf(field), field.value]))
  const gone = old.filter((field) => !is.has(nameOf(field)))
  const changed = fresh.filter((field) => was.get(nameOf(field)) !== field.value)
  return [...changed, ...gone].map((field) => ({
    field,
    before: was.get(nameOf(field)) ?? null,
    after: is.get(nameOf(field)) ?? null,
  }))
}
