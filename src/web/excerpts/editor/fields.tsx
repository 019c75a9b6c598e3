// Who speaks, what it is for, under which words it is found, and what one wants to remember of it.

import { useQuery } from '@tanstack/react-query'
import { Field } from '../../parts/field.tsx'
import { excerptsQuestion } from '../../reader/excerpts-questions.ts'
import { t } from '../../text/t.ts'
import { namesNear } from './names-near.ts'
import { reachOf } from './strip.ts'
import { originalText, type Draft, type Page } from './draft.ts'
import { labelsQuestion, namesQuestion } from './questions.ts'
import { TagField } from './tag-field.tsx'
import type { Fields } from './work.ts'

type OfferedProps = {
  label: string
  hint?: string
  value: string
  offers: readonly string[]
  most: number
  onChange: (value: string) => void
}

/** A field that takes anything and offers what is known. */
function Offered({ label, hint, value, offers, most, onChange }: OfferedProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(id) => (
        <>
          <input
            id={id}
            dir="auto"
            list={`${id}-offers`}
            maxLength={most}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={`${id}-offers`}>
            {offers.map((offer) => (
              <option key={offer} value={offer} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

/** Names that stand near the passage, in the translation and in the original, before those that are known from elsewhere. */
function nearNames(page: Page, draft: Draft): string[] {
  const { retold, original } = draft
  const told = retold?.isOfView ? reachOf(retold.strip) : null
  const own = draft.elsewhere === null ? reachOf(original) : null
  return [...(told ? namesNear(page.told.text, told) : []), ...(own ? namesNear(originalText(page, draft), own) : [])]
}

/** The blocks that the passage stands in: who speaks is often named before or after it. */
function blockAround({ reading }: Page, { original, elsewhere }: Draft): string {
  const reach = elsewhere === null ? reachOf(original) : null
  if (!reach) return elsewhere ?? ''
  const around = reading.blocks.filter(({ start, end }) => start < reach.end && end > reach.start)
  return reading.text.slice(around[0]?.start ?? reach.start, around.at(-1)?.end ?? reach.end)
}

type ExcerptFieldsProps = {
  itemId: string
  byline: readonly string[]
  page: Page
  draft: Draft
  fields: Fields
  onChange: (fields: Fields) => void
}

/** Names that the desk agreed on first, then those near the passage, then who was quoted of this page, and who wrote it. */
function useSpeakers({ itemId, byline, page, draft }: Omit<ExcerptFieldsProps, 'fields' | 'onChange'>): string[] {
  const known = useQuery(excerptsQuestion(itemId)).data?.excerpts.flatMap(({ speaker }) => speaker ?? []) ?? []
  const established = useQuery(namesQuestion(blockAround(page, draft), page.reading.language)).data ?? []
  return [...new Set([...established, ...nearNames(page, draft), ...known, ...byline])].slice(0, 20)
}

export function ExcerptFields({ fields, onChange, ...around }: ExcerptFieldsProps) {
  const labels = useQuery(labelsQuestion()).data
  const speakers = useSpeakers(around)
  return (
    <div className="excerpt-fields">
      <Offered
        label={t('excerpt.speaker')}
        value={fields.speaker}
        offers={speakers}
        most={300}
        onChange={(speaker) => onChange({ ...fields, speaker })}
      />
      <Offered
        label={t('excerpt.basket')}
        hint={t('excerpt.basket.hint')}
        value={fields.basket}
        offers={labels?.baskets.map(({ label }) => label) ?? []}
        most={200}
        onChange={(basket) => onChange({ ...fields, basket })}
      />
      <TagField
        tags={fields.tags}
        known={labels?.tags.map(({ label }) => label) ?? []}
        onChange={(tags) => onChange({ ...fields, tags })}
      />
      <Note note={fields.note} onChange={(note) => onChange({ ...fields, note })} />
    </div>
  )
}

function Note({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  return (
    <Field label={t('excerpt.note')}>
      {(id) => (
        <textarea
          id={id}
          dir="auto"
          rows={1}
          maxLength={5000}
          value={note}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
