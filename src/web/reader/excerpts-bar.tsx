// Words selected in the original become an excerpt: with who says them, what for, and the translation's state.

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import type { ExcerptDetail, ExcerptToMake } from '../../server/shapes/excerpt.ts'
import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import type { TranslationSegment, TranslationStateName, TranslationView } from '../../server/shapes/translation.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { useSend } from '../edits/use-send.ts'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { useKeys } from '../shell/keys.ts'
import { readSignature } from '../shell/signature.ts'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { askExcerptsAnew } from './excerpts-questions.ts'
import { chosenRange, type Chosen } from './excerpts-selection.ts'
import { translationsQuestion } from './translation-questions.ts'
import { StateMark } from './translation-state.tsx'
import '../style/excerpts.css'

function useChosen(reading: ReadingRecord): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => {
    const look = () => setChosen(chosenRange(document.getSelection(), reading.text, reading.blocks))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [reading])
  return chosen
}

export function ExcerptsBar({ item, reading }: { item: ItemDetail; reading: ReadingRecord }) {
  const chosen = useChosen(reading)
  const [kept, setKept] = useState<Chosen | null>(null)
  if (kept)
    return (
      <ExcerptForm
        key={`${kept.start}-${kept.end}`}
        item={item}
        reading={reading}
        chosen={kept}
        onClose={() => setKept(null)}
      />
    )
  if (!chosen) return null
  return <Offer reading={reading} chosen={chosen} onTake={() => setKept(chosen)} />
}

function Offer({ reading, chosen, onTake }: { reading: ReadingRecord; chosen: Chosen; onTake: () => void }) {
  useKeys([{ key: 'e', name: 'excerpt.key', run: onTake }])
  return (
    <div className="excerpt-bar" role="toolbar" aria-label={t('excerpt.act')}>
      <span className="q">{t('excerpt.chosen')}</span>
      <span className="clip">
        <Outside
          text={reading.text.slice(chosen.start, chosen.end)}
          lang={reading.language}
          dir={reading.direction}
          className="press"
        />
      </span>
      <button type="button" className="btn main-act" onPointerDown={(event) => event.preventDefault()} onClick={onTake}>
        {t('excerpt.act')} <kbd>e</kbd>
      </button>
    </div>
  )
}

const worst: readonly TranslationStateName[] = ['none', 'machine', 'machine-reviewed', 'human']

/** Names that go on record with the excerpt: plain, and in no language of ours. */
const makersOf = ({ origin, reviewedBy }: TranslationSegment) => [
  ...(origin?.kind === 'engine' ? [`${origin.engine} ${origin.version}`] : []),
  ...(origin?.kind === 'person' ? [origin.name] : []),
  ...(reviewedBy === null ? [] : [reviewedBy]),
]

/** The sentences that the range touches, and the least that can be said of all of them. */
function translationOf(view: TranslationView | undefined, { start, end }: Chosen) {
  const touched = view?.segments.filter((segment) => segment.start < end && segment.end > start) ?? []
  const told = touched.filter(({ target }) => target !== null)
  const state = worst.find((each) => touched.some((segment) => segment.state === each)) ?? 'none'
  const by = [...new Set(told.flatMap((segment) => makersOf(segment)))].join(', ')
  return { text: told.map(({ target }) => target).join(' '), state, by }
}

type FormProps = { item: ItemDetail; reading: ReadingRecord; chosen: Chosen; onClose: () => void }
type Fields = { speaker: string; note: string; tags: string; basket: string; translation: string | null }

/** The basket of the excerpt before is most often the basket of the next. */
let lastBasket = ''

function wishOf(fields: Fields, { reading, chosen }: FormProps, found: ReturnType<typeof translationOf>, to: string) {
  const signedBy = readSignature()
  const text = (fields.translation ?? found.text).trim()
  const isOwn = fields.translation !== null && fields.translation.trim() !== found.text.trim()
  const words = isOwn
    ? ({ state: 'human', by: signedBy || null } as const)
    : { state: found.state, by: found.by.slice(0, 200) || null }
  const wish: ExcerptToMake = {
    readingId: reading.id,
    pieces: [{ kind: 'range', ...chosen }],
    speaker: fields.speaker.trim() || null,
    note: fields.note.trim() || null,
    basket: fields.basket.trim() || null,
    tags: fields.tags
      .split(/[,،，]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    ...(text === '' ? {} : { translation: { language: to, text, ...words } }),
    ...(signedBy === '' ? {} : { signedBy }),
  }
  return wish
}

function ExcerptForm(props: FormProps) {
  const { item, reading, chosen, onClose } = props
  const { data } = useQuery(translationsQuestion(item.id))
  const view = data?.translations.find(({ isCurrent }) => isCurrent)
  const found = translationOf(view, chosen)
  const to = view?.to ?? 'en'
  const form = useSend()
  const [fields, setFields] = useState<Fields>({
    speaker: '',
    note: '',
    tags: '',
    basket: lastBasket,
    translation: null,
  })
  const field = (name: 'speaker' | 'note' | 'tags' | 'basket', hint?: string) => (
    <Field label={t(`excerpt.${name}`)} {...(hint === undefined ? {} : { hint })}>
      {(id) => (
        <input
          id={id}
          dir="auto"
          autoFocus={name === 'speaker'}
          maxLength={name === 'basket' ? 200 : 300}
          value={fields[name]}
          onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    lastBasket = fields.basket
    const words = t('excerpt.made')
    const sent = await form.send<ExcerptDetail>({
      method: 'POST',
      path: '/api/excerpts',
      body: wishOf(fields, props, found, to),
      words,
    })
    if (sent === null) return
    if (sent.kind === 'done') {
      const { id, revision } = sent.answer
      sayDeed(words, async () => {
        await ask(`/api/excerpts/${id}?revision=${revision}`, { method: 'DELETE' })
        await askExcerptsAnew(item.id)
      })
      void askExcerptsAnew(item.id)
    }
    onClose()
  }
  return (
    <form
      className="excerpt-form"
      aria-label={t('excerpt.act')}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <blockquote dir={reading.direction} {...(reading.language ? { lang: reading.language } : {})} className="press">
        {reading.text.slice(chosen.start, chosen.end)}
      </blockquote>
      <div className="excerpt-fields">
        {field('speaker')}
        {field('basket', t('excerpt.basket.hint'))}
        {field('tags', t('excerpt.tags.hint'))}
        {field('note')}
      </div>
      <Field label={t('excerpt.translation')}>
        {(id) => (
          <textarea
            id={id}
            lang={to}
            dir={directionOf(to)}
            rows={2}
            value={fields.translation ?? found.text}
            onChange={(event) => setFields({ ...fields, translation: event.target.value })}
          />
        )}
      </Field>
      <p className="act-line">
        <StateMark state={found.state} by={found.by} />
        <button type="submit" className="btn main-act" disabled={form.busy}>
          {t('act.save')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('act.cancel')}
        </button>
        {form.problem !== null && (
          <span className="st stop" role="alert">
            <Icon name="cross" />
            {wordsOf(form.problem)}
          </span>
        )}
      </p>
    </form>
  )
}
