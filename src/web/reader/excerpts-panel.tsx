// The excerpts of a page: whether each still stands where it was cut, what it says, and its citations.

import { useQuery } from '@tanstack/react-query'
import type { AnchoringDecision, CitationForm, Excerpt } from '../../server/shapes/excerpt.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { askCitation, askExcerptsAnew, excerptsQuestion } from './excerpts-questions.ts'
import { StateMark } from './translation-state.tsx'
import '../style/excerpts.css'

export function ExcerptsPanel({ itemId }: { itemId: string }) {
  const { data, error, refetch } = useQuery(excerptsQuestion(itemId))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting rows={2} />
  if (data.excerpts.length === 0)
    return (
      <Empty>
        <p>{t('excerpt.none')}</p>
      </Empty>
    )
  const more = data.total - data.excerpts.length
  return (
    <>
      {data.excerpts.map((excerpt) => (
        <OneExcerpt key={excerpt.id} excerpt={excerpt} />
      ))}
      {more > 0 && <p className="small q">{t('excerpt.more', { n: more })}</p>}
    </>
  )
}

async function decideAnchoring({ id, itemId, revision }: Excerpt, decision: 'take' | 'keep') {
  const signedBy = readSignature()
  const body: AnchoringDecision = { revision, decision, ...(signedBy === '' ? {} : { signedBy }) }
  try {
    await ask(`/api/excerpts/${id}/anchorings`, { method: 'POST', body })
    sayDeed(t('excerpt.decided'))
  } catch (error) {
    sayWords(wordsOf(error))
  }
  await askExcerptsAnew(itemId)
}

async function withdraw({ id, itemId, revision }: Excerpt) {
  try {
    await ask(`/api/excerpts/${id}?revision=${revision}`, { method: 'DELETE' })
    sayDeed(t('excerpt.withdrawn'))
  } catch (error) {
    sayWords(wordsOf(error))
  }
  await askExcerptsAnew(itemId)
}

async function copyCitation(id: string, form: CitationForm) {
  try {
    const { text } = await askCitation(id, form)
    await navigator.clipboard.writeText(text)
    sayWords(t('copy.done', { text: text.slice(0, 80) }))
  } catch (error) {
    sayWords(error instanceof DOMException ? t('copy.failed') : wordsOf(error))
  }
}

function Anchoring({ excerpt }: { excerpt: Excerpt }) {
  const { anchoring } = excerpt
  const isHeld = anchoring === 'held'
  return (
    <p className="small">
      <span className={isHeld ? 'st good' : 'st warn'}>
        <Icon name={isHeld ? 'seal' : 'differs'} />
        {t(`excerpt.anchoring.${anchoring}`)}
      </span>
      {anchoring === 'moved' && (
        <button type="button" className="btn" onClick={() => void decideAnchoring(excerpt, 'take')}>
          {t('excerpt.take')}
        </button>
      )}
      {!isHeld && (
        <button type="button" className="btn" onClick={() => void decideAnchoring(excerpt, 'keep')}>
          {t('excerpt.keep')}
        </button>
      )}
    </p>
  )
}

const forms = ['digest', 'chicago', 'ics206'] as const

function OneExcerpt({ excerpt }: { excerpt: Excerpt }) {
  const { translation, tags } = excerpt
  const labels = [excerpt.basket, ...tags].filter((label) => label !== null)
  return (
    <section className={excerpt.anchoring === 'held' ? 'sec excerpt' : 'sec excerpt astray'}>
      {excerpt.speaker !== null && (
        <h3>
          <Outside text={excerpt.speaker} />
        </h3>
      )}
      <blockquote>
        <Outside text={excerpt.printed} lang={excerpt.language} dir={excerpt.direction} className="press" />
      </blockquote>
      {translation && (
        <>
          <blockquote>
            <Outside
              text={translation.printed}
              lang={translation.language}
              dir={directionOf(translation.language)}
              className="press"
            />
          </blockquote>
          <p className="small">
            <StateMark state={translation.state} by={translation.by ?? ''} />
          </p>
        </>
      )}
      <Anchoring excerpt={excerpt} />
      {labels.length > 0 && (
        <p className="small labels">
          {labels.map((label) => (
            <bdi key={label} className="tag">
              {label}
            </bdi>
          ))}
        </p>
      )}
      {excerpt.note !== null && (
        <p className="small">
          <bdi>{excerpt.note}</bdi>
        </p>
      )}
      <p className="small cites">
        <span className="q">{t('excerpt.cite')}</span>
        {forms.map((form) => (
          <button key={form} type="button" className="link" onClick={() => void copyCitation(excerpt.id, form)}>
            {t(`excerpt.cite.${form}`)}
          </button>
        ))}
        <button type="button" className="link end" onClick={() => void withdraw(excerpt)}>
          {t('excerpt.withdraw')}
        </button>
      </p>
    </section>
  )
}
