// One excerpt: the original and its translation side by side, each with its state, and who said it where and when.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { settingsQuestion } from '../api/questions.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { Icon } from '../parts/icon.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { isolate, Outside, showIsolated } from '../parts/outside.tsx'
import { TranslationTag } from '../parts/translation-tag.tsx'
import { StateMark } from '../reader/translation-state.tsx'
import { useSetting } from '../shell/settings.ts'
import { directionOf } from '../text/languages.ts'
import { sayDay, sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { Passage } from './collection-parts.tsx'

function Original({ excerpt }: { excerpt: Excerpt }) {
  const { language, direction, parts, anchoring } = excerpt
  return (
    <div className="side-of">
      <p className="said-in small">
        <LanguageMark language={language} />
        {anchoring !== 'held' && (
          <span className="st warn">
            <Icon name="differs" />
            {t(`excerpt.anchoring.${anchoring}`)}
          </span>
        )}
      </p>
      <blockquote dir={direction} {...(language ? { lang: language } : {})} className="press">
        <Passage parts={parts} />
      </blockquote>
    </div>
  )
}

/** What is in the desk's language already needs no translation, and is not said to lack one. */
function useIsNative(language: string | null): boolean {
  const { data } = useQuery({ ...settingsQuestion(), staleTime: Infinity })
  const to = data?.translation.to ?? 'en'
  return language !== null && language.split('-')[0] === to.split('-')[0]
}

function Translated({ excerpt: { translation, language: original } }: { excerpt: Excerpt }) {
  const isNative = useIsNative(original)
  if (!translation)
    return (
      <div className="side-of">
        {!isNative && (
          <p className="said-in small">
            <StateMark state="none" />
          </p>
        )}
      </div>
    )
  const { language, parts, state, by, doubts, differs } = translation
  return (
    <div className="side-of">
      <p className="said-in small">
        <TranslationTag language={language} state={state} by={by} />
        <StateMark state={state} by={by ?? ''} />
      </p>
      <blockquote dir={directionOf(language)} lang={language} className="press">
        <Passage parts={parts} />
      </blockquote>
      {doubts.length > 0 && (
        <p className="small st warn" title={doubts.join('\n')}>
          <Icon name="differs" />
          {t('excerpt.unreviewed')}
        </p>
      )}
      {differs.length > 0 && (
        <p className="small st warn" title={differs.join('\n')}>
          <Icon name="differs" />
          {t('excerpt.differs')}
        </p>
      )}
    </div>
  )
}

function Labels({ excerpt: { basket, tags, uses, note } }: { excerpt: Excerpt }) {
  return (
    <>
      {(basket !== null || tags.length > 0) && (
        <p className="labels small">
          {basket !== null && (
            <span className="st">
              <Icon name="bookmark" label={t('excerpt.basket')} />
              <bdi>{basket}</bdi>
            </span>
          )}
          {tags.map((tag) => (
            <bdi key={tag} className="tag">
              {tag}
            </bdi>
          ))}
        </p>
      )}
      {uses > 0 && (
        <p className="small">
          <span className="st">
            <Icon name="tick" />
            {t('collection.uses', { n: uses })}
          </span>
        </p>
      )}
      {note !== null && (
        <p className="small note-of">
          <bdi>{note}</bdi>
        </p>
      )}
    </>
  )
}

/** The page's title and what it says in English, in the order that the person has chosen for titles. */
function PageTitles({ excerpt: { page, language, itemId, id } }: { excerpt: Excerpt }) {
  const order = useSetting('titles')
  const english = order === 'alone' ? null : page.titleEnglish
  const original = <Outside text={page.title ?? page.url} lang={language} />
  const translated = english && (
    <>
      <TranslationTag language="en" state={english.state} by={english.by} />{' '}
      <Outside text={english.title} lang="en" dir="ltr" />
    </>
  )
  const [first, second] = order === 'translated' && translated ? [translated, original] : [original, translated]
  return (
    <>
      <p className="small page-of">
        <Link to="/items/$id" params={{ id: itemId }} search={{ excerpt: id }} tabIndex={-1}>
          {first}
        </Link>
      </p>
      {second && <p className="small page-of q2">{second}</p>}
    </>
  )
}

function Source({ excerpt }: { excerpt: Excerpt }) {
  const { page, madeBy, madeAt } = excerpt
  return (
    <div className="source-of">
      <p>
        <Link to="/outlets/$id" params={{ id: page.outletId }} tabIndex={-1} className="outlet-of">
          <bdi>{page.outlet}</bdi>
        </Link>
      </p>
      <p>
        <Descriptor statement={page.descriptor} />
      </p>
      <p className="small q2">{page.publishedEdtf === null ? t('collection.noDate') : sayEdtf(page.publishedEdtf)}</p>
      <PageTitles excerpt={excerpt} />
      <Labels excerpt={excerpt} />
      <p className="small q">{showIsolated(t('collection.made', { who: isolate(madeBy), day: sayDay(madeAt) }))}</p>
    </div>
  )
}

type RowProps = {
  excerpt: Excerpt
  /** Its number in the basket; null = the list has no order of its own. */
  number: number | null
  chosen: boolean
  onChoose: () => void
  children?: ReactNode
}

export function CollectionRow({ excerpt, number, chosen, onChoose, children }: RowProps) {
  const { speaker, withdrawnAt } = excerpt
  return (
    <>
      <div role="gridcell" className="choose-cell">
        <button
          type="button"
          role="checkbox"
          aria-checked={chosen}
          aria-label={t('collection.choose')}
          className="fc"
          tabIndex={-1}
          onClick={onChoose}
        >
          <span className="box">{chosen && <Icon name="tick" />}</span>
        </button>
        {number !== null && <span className="number-of small q">{number}</span>}
      </div>
      <div role="gridcell" className="words-cell">
        {withdrawnAt !== null && (
          <p className="small">
            <span className="st stop">
              <Icon name="trash" />
              {t('collection.withdrawnOn', { day: sayDay(withdrawnAt) })}
            </span>
          </p>
        )}
        {speaker !== null && (
          <p className="speaker-of">
            <Icon name="person" label={t('excerpt.speaker')} /> <bdi>{speaker}</bdi>
          </p>
        )}
        <div className="sides">
          <Original excerpt={excerpt} />
          <Translated excerpt={excerpt} />
        </div>
        {children}
      </div>
      <div role="gridcell">
        <Source excerpt={excerpt} />
      </div>
    </>
  )
}
