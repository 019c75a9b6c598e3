import { Link } from '@tanstack/react-router'
import type { ItemDetail } from '../../server/shapes/item.ts'
import type { Statement } from '../../server/shapes/outlet.ts'
import { Descriptor, reservation, signatureOf } from '../parts/descriptor.tsx'
import { Outside } from '../parts/outside.tsx'
import { Reliability } from '../outlets/reliability.tsx'
import { directionOf } from '../text/languages.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'

function Stated({ statement, language }: { statement: Statement; language: string | null }) {
  return (
    <div className="stated small">
      <span className="q">{t(`statement.kind.${statement.kind}`)}</span>
      <span>
        {statement.kind === 'self-description' ? (
          <Outside text={statement.value} lang={language} className="said" />
        ) : (
          <bdi>{statement.value}</bdi>
        )}
        {reservation(statement) !== null && <span className="q"> · {reservation(statement)}</span>}
      </span>
    </div>
  )
}

/** The outlet, its descriptor on the day of publication, and who signed that. */
export function WhoSpeaks({ item }: { item: ItemDetail }) {
  const descriptor = item.statements.find((statement) => statement.kind === 'descriptor') ?? item.outlet.descriptor
  const others = item.statements.filter(
    ({ kind }) => kind !== 'descriptor' && kind !== 'reliability' && kind !== 'name',
  )
  const reliability = item.statements.find(({ kind }) => kind === 'reliability') ?? null
  const { name, nameAsPrinted } = item.outlet
  return (
    <section className="sec">
      <h2>
        <span className="q small">{t('drawer.who')}</span>
      </h2>
      <div className="who">
        <Link className="oname" to="/outlets/$id" params={{ id: item.outlet.id }}>
          <Outside text={name} />
        </Link>
        {nameAsPrinted && nameAsPrinted !== name && (
          <Outside
            text={nameAsPrinted}
            lang={item.language}
            dir={directionOf(item.language)}
            className="press printed-name"
          />
        )}
      </div>
      <Descriptor statement={descriptor} />
      {descriptor && (
        <p className="small q">
          {descriptor.validFrom
            ? t('statement.validFrom', { day: sayDay(Date.parse(descriptor.validFrom)) })
            : t('statement.validEver')}{' '}
          · {signatureOf(descriptor)}
        </p>
      )}
      <div className="stated small">
        <span className="q">{t('statement.kind.reliability')}</span>
        <Reliability statement={reliability} />
      </div>
      {others.map((statement) => (
        <Stated key={statement.id} statement={statement} language={item.language} />
      ))}
    </section>
  )
}
