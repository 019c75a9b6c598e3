// What has been stated of an outlet: dated, signed, never overwritten. What is printed for the day asked about stands in
// ink; the rest is its history.

import type { OutletDetail, Statement, StatementKind } from '../../server/shapes/outlet.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { directionOf, isUnknown, languageName } from '../text/languages.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { Reliability } from './reliability.tsx'
import { ReviewActs, ReviewMark } from './review.tsx'

const judged: readonly StatementKind[] = ['descriptor', 'alignment', 'owner', 'funder', 'medium', 'reliability']
/** What the outlet says, or is called: kept apart from what is judged of it. */
const said: readonly StatementKind[] = ['self-description', 'name']

const sayIso = (day: string) => sayDay(Date.parse(day))

/** From when to when it holds. */
export function Validity({ stated }: { stated: Pick<Statement, 'validFrom' | 'validUntil'> }) {
  const { validFrom, validUntil } = stated
  if (validFrom === null && validUntil === null) return <span className="q">{t('statement.ever')}</span>
  if (validUntil === null) return t('statement.from', { day: sayIso(validFrom ?? '') })
  if (validFrom === null) return t('statement.until', { day: sayIso(validUntil) })
  return t('statement.fromUntil', { from: sayIso(validFrom), until: sayIso(validUntil) })
}

/** An address is a link out; anything else is words. Captures are kept here and lead to their evidence. */
export function EvidenceOf({ stated }: { stated: Pick<Statement, 'evidence' | 'captures'> }) {
  const { evidence, captures } = stated
  const isAddress = evidence !== null && /^https?:\/\/[^\s]+$/i.test(evidence)
  if (evidence === null && captures.length === 0) return <span className="q">{t('statement.noEvidence')}</span>
  return (
    <>
      {evidence !== null && (
        <span className="wrap small">
          {isAddress ? (
            <a href={evidence} target="_blank" rel="noopener noreferrer nofollow">
              <bdi dir="ltr">{evidence.replace(/^https?:\/\//, '')}</bdi>
            </a>
          ) : (
            <bdi>{showControls(evidence)}</bdi>
          )}
        </span>
      )}
      {captures.length > 0 && (
        <span className="small block-line">
          {captures.map((id, index) => (
            <a key={id} href={`/api/captures/${id}/page`} target="_blank" rel="noopener noreferrer">
              {t('statement.capture', { n: index + 1 })}{' '}
            </a>
          ))}
        </span>
      )}
    </>
  )
}

function What({ statement, language }: { statement: Statement; language: string | null }) {
  const own = statement.language ?? language
  if (statement.kind === 'descriptor') return <Descriptor statement={statement} />
  if (statement.kind === 'reliability') return <Reliability statement={statement} />
  if (statement.kind === 'self-description')
    return <Outside text={statement.value} lang={own} dir={directionOf(own)} className="said" />
  if (statement.kind === 'name')
    return (
      <>
        <Outside
          text={statement.value}
          lang={statement.language}
          dir={directionOf(statement.language)}
          className="said"
        />
        {statement.language && !isUnknown(statement.language) && (
          <span className="small q"> {languageName(statement.language)}</span>
        )}
      </>
    )
  return <bdi>{showControls(statement.value)}</bdi>
}

type LineProps = { statement: Statement; language: string | null; first: boolean; old: boolean }

function Line({ statement, language, first, old }: LineProps) {
  const { kind, review } = statement
  const withdrawn = review?.verdict === 'withdrawn'
  return (
    <tr className={`${old ? 'old' : ''}${withdrawn ? ' withdrawn' : ''}`}>
      <td>{first ? t(`statement.kind.${kind}`) : <span className="unseen">{t(`statement.kind.${kind}`)}</span>}</td>
      <td>
        <What statement={statement} language={language} />
      </td>
      <td>
        <Validity stated={statement} />
      </td>
      <td>
        <bdi>{showControls(statement.signedBy)}</bdi>, {sayDay(statement.signedAt)}
      </td>
      <td>
        <EvidenceOf stated={statement} />
      </td>
      <td>
        <ReviewMark review={review} />{' '}
        {!withdrawn && (
          <ReviewActs
            path={`/api/statements/${statement.id}`}
            name={`${t(`statement.kind.${kind}`)}: ${statement.value}`}
            outletId={statement.outletId}
          />
        )}
      </td>
    </tr>
  )
}

function Kinds({ kinds, outlet }: { kinds: readonly StatementKind[]; outlet: OutletDetail }) {
  const printed = new Set(outlet.printed.map(({ id }) => id))
  const language = outlet.languages[0] ?? null
  return kinds.flatMap((kind) => {
    const all = outlet.statements.filter((statement) => statement.kind === kind)
    const ordered = [...all.filter(({ id }) => printed.has(id)), ...all.filter(({ id }) => !printed.has(id))]
    return ordered.map((statement, index) => (
      <Line
        key={statement.id}
        statement={statement}
        language={language}
        first={index === 0}
        old={!printed.has(statement.id)}
      />
    ))
  })
}

const has = (outlet: OutletDetail, kind: StatementKind) =>
  outlet.statements.some((statement) => statement.kind === kind)

function Missing({ kind, children }: { kind: StatementKind; children: string }) {
  return (
    <tr>
      <td>{t(`statement.kind.${kind}`)}</td>
      <td colSpan={5} className="q">
        {kind === 'reliability' ? <Reliability statement={null} /> : children}
      </td>
    </tr>
  )
}

export function Statements({ outlet }: { outlet: OutletDetail }) {
  return (
    <table className="reg statements">
      <thead>
        <tr>
          <th>{t('statement.title')}</th>
          <th>{t('statement.what')}</th>
          <th>{t('statement.valid')}</th>
          <th>{t('statement.signature')}</th>
          <th>{t('statement.evidence')}</th>
          <th>{t('review.title')}</th>
        </tr>
      </thead>
      <tbody>
        <Kinds kinds={judged} outlet={outlet} />
        {!has(outlet, 'descriptor') && <Missing kind="descriptor">{t('statement.none.words')}</Missing>}
        {!has(outlet, 'reliability') && <Missing kind="reliability">{t('reliability.none')}</Missing>}
        <tr className="part">
          <th colSpan={6} scope="colgroup">
            {t('statement.part.said')}
          </th>
        </tr>
        <Kinds kinds={said} outlet={outlet} />
        {!has(outlet, 'self-description') && <Missing kind="self-description">{t('statement.none.said')}</Missing>}
      </tbody>
    </table>
  )
}
