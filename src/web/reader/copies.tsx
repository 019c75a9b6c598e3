// Who else prints this text: the likeliest original with reasons, each copy with its kind, and what is only possible.

import '../style/copies.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Copy, CopyGroup, CopyItem } from '../../server/shapes/copy.ts'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside } from '../parts/outside.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { sayInstant } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { CopyChanges } from './copies-changes.tsx'
import { copiesQuestion } from './copies-questions.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

/** Clocks differ from page to page: an hour is said in one time for all of them. */
const sayPublished = (edtf: string) => (edtf.includes('T') ? sayInstant(Date.parse(edtf)) : edtf)

/** A page among copies: who, in which language, under which title. */
function Page({ item, here }: { item: CopyItem; here: string }) {
  return (
    <p className="copy-page">
      {item.id === here && <LanguageMark language={item.language} />} <Outside text={item.outlet.name} className="b" />
      {item.id === here && <span className="q"> · {t('copies.this')}</span>}
      {item.publishedEdtf && <span className="q small nowrap"> {sayPublished(item.publishedEdtf)}</span>}
      {item.id !== here && <PageTitle page={item} />}
    </p>
  )
}

function Origin({ group, here }: { group: CopyGroup; here: string }) {
  const { origin, confidence, reasons, creditedElsewhere } = group
  const sure = confidence >= 0.9 ? 'much' : confidence >= 0.65 ? 'some' : 'little'
  return (
    <section className="sec">
      <h2>
        <span className="q small">{t('copies.origin')}</span>
      </h2>
      {origin.id === here ? <p>{t('copies.origin.this')}</p> : <Page item={origin} here={here} />}
      <p className="small q2">{t(`copies.sure.${sure}`)}</p>
      {reasons.length === 0 ? (
        <p className="small q">{t('copies.noReasons')}</p>
      ) : (
        <ul className="small reasons" aria-label={t('copies.reasons')}>
          {reasons.map((reason) => (
            <li key={reason}>
              <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      )}
      {creditedElsewhere && (
        <p className="small warn">
          {t('copies.elsewhere', { name: creditedElsewhere.name })}{' '}
          <Outside text={creditedElsewhere.words} dir="auto" />
        </p>
      )}
    </section>
  )
}

function CopyLine({ copy, here, words }: { copy: Copy; here: string; words?: string }) {
  const [open, setOpen] = useState(false)
  const { item, of, kind, certainty, ofOriginal, ofCopy, why } = copy
  const shown = words !== undefined && item.id === here ? of : item
  const shares = kind === 'translation' ? 'copies.shares.translation' : 'copies.shares'
  return (
    <li className="copy">
      <Page item={shown} here={here} />
      <p className="small">
        <span className="b">{t(`copies.kind.${kind}`)}</span>{' '}
        <span className="q">({words ?? t(`copies.${certainty}`)})</span>{' '}
        <span className="q2" title={why}>
          {t(shares, { of: percent(ofOriginal), own: percent(ofCopy) })}
        </span>
      </p>
      <p className="small">
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'copies.hide' : 'copies.show')}
        </button>
      </p>
      {open && <CopyChanges copy={item} of={of} />}
    </li>
  )
}

/** For the drawer of an item. */
export function Copies({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(copiesQuestion(id))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting rows={3} />
  const { group, possible, isCompared } = data
  return (
    <>
      {!isCompared && <p className="sec small q">{t('copies.waiting')}</p>}
      {isCompared && !group && (
        <Empty>
          <p>{t('copies.none')}</p>
          <p className="small">{t('copies.none.words')}</p>
        </Empty>
      )}
      {group && <Origin group={group} here={id} />}
      {group && (
        <section className="sec">
          <h2>
            {t('copies.list')}
            <span className="end">{count(group.members - 1)}</span>
          </h2>
          <ul className="copies">
            {group.copies.map((copy) => (
              <CopyLine key={copy.item.id} copy={copy} here={id} />
            ))}
          </ul>
          {group.members - 1 > group.copies.length && (
            <p className="small q">{t('copies.more', { n: group.members - 1 - group.copies.length })}</p>
          )}
        </section>
      )}
      {possible.length > 0 && (
        <section className="sec">
          <h2>
            {t('copies.perhaps')}
            <span className="end">{count(possible.length)}</span>
          </h2>
          <p className="small q">{t('copies.perhaps.words')}</p>
          <ul className="copies">
            {possible.map((copy) => (
              <CopyLine
                key={`${copy.item.id} ${copy.of.id}`}
                copy={copy}
                here={id}
                words={t(copy.item.id === id ? 'copies.perhaps.from' : 'copies.perhaps.of')}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
