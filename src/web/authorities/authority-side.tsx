// What a name is called and what is stated of it: names by language, offices, successions, outlets, joins.

import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { AuthorityDetail, AuthorityStatementRecord } from '../../server/shapes/authority.ts'
import { Icon } from '../parts/icon.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { directionOf } from '../text/languages.ts'
import { sayDay, sayEdtf } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { AddName, AddStatement } from './authority-forms.tsx'
import { AuthorityTerm } from './authority-term.tsx'
import { useJoin } from './use-join.ts'
import { useStatement } from './use-statement.ts'

/** Names drawn at first: a country has one in every language. */
const FEW = 12

/** Languages of the press that desks read most come first; a country has a name in two hundred. */
const foremost = ['en', 'fr', 'ar', 'ru', 'es', 'zh', 'fa', 'pt', 'uk', 'tr', 'ps', 'ur', 'sw', 'ha', 'de']
const rankOf = (language: string | null) => {
  const rank = language === null ? -1 : foremost.indexOf(language)
  return language !== null && rank < 0 ? foremost.length : rank
}

function Names({ authority }: { authority: AuthorityDetail }) {
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const names = authority.names.toSorted((a, b) => rankOf(a.language) - rankOf(b.language))
  return (
    <section className="sec">
      <h2>
        {t('authority.names')}
        <button type="button" className="btn end" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('authority.addName')}
        </button>
      </h2>
      {adding && <AddName id={authority.id} onDone={() => setAdding(false)} />}
      <ul className="lines">
        {names.slice(0, all ? undefined : FEW).map((name) => (
          <li key={`${name.name} ${name.language} ${name.kind}`} className="name-line">
            <LanguageMark language={name.language} />
            <Outside text={name.name} lang={name.language} dir={directionOf(name.language)} className="press" />
            <span className="small q end">{t(`authority.nameKind.${name.kind}`)}</span>
          </li>
        ))}
      </ul>
      {names.length > FEW && !all && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {t('archive.allOf', { n: names.length })}
        </button>
      )}
      <AuthorityTerm id={authority.id} name={authority.name} />
    </section>
  )
}

const period = (from: string | null, to: string | null) =>
  from === null && to === null
    ? t('statement.ever')
    : t('statement.fromUntil', { from: from === null ? '…' : sayEdtf(from), to: to === null ? '' : sayEdtf(to) })

function StatementLine({ id, statement }: { id: string; statement: AuthorityStatementRecord }) {
  const state = useStatement(id)
  return (
    <li className={statement.withdrawn ? 'q' : ''}>
      <p>
        <span className="small q">{t(`authority.states.${statement.kind}`)}</span>{' '}
        {statement.withdrawn ? (
          <del>
            <bdi>{showControls(statement.value)}</bdi>
          </del>
        ) : (
          <bdi className="b">{showControls(statement.value)}</bdi>
        )}{' '}
        {statement.other && (
          <Link to="/authorities/$id" params={{ id: statement.other.id }}>
            <Outside text={statement.other.name} />
          </Link>
        )}
      </p>
      <p className="small q2">
        {period(statement.validFrom, statement.validTo)} ·{' '}
        <bdi>{t('statement.signed', { who: statement.signedBy, day: sayDay(statement.signedAt) })}</bdi>
        {statement.evidence !== null && (
          <>
            {' '}
            · <bdi className="wrap">{showControls(statement.evidence)}</bdi>
          </>
        )}{' '}
        {!statement.withdrawn && (
          <button
            type="button"
            className="link"
            onClick={() => state.mutate({ kind: 'withdrawal', withdraws: statement.id })}
          >
            {t('join.takeBack')}
          </button>
        )}
      </p>
      {state.error && <Failed error={state.error} />}
    </li>
  )
}

function Statements({ authority }: { authority: AuthorityDetail }) {
  const [adding, setAdding] = useState(false)
  const stated = authority.statements.filter(({ kind }) => kind !== 'withdrawal')
  return (
    <section className="sec">
      <h2>
        {t('authority.statements')}
        <button type="button" className="btn end" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('statement.add')}
        </button>
      </h2>
      {adding && <AddStatement id={authority.id} onDone={() => setAdding(false)} />}
      {stated.length === 0 && !adding && <p className="small q">{t('authority.statements.none')}</p>}
      <ul className="lines">
        {stated.map((statement) => (
          <StatementLine key={statement.id} id={authority.id} statement={statement} />
        ))}
      </ul>
    </section>
  )
}

function Counted({ title, none, children }: { title: string; none: string | null; children: ReactNode }) {
  return (
    <section className="sec">
      <h2>{title}</h2>
      {none === null ? <ul className="lines">{children}</ul> : <p className="small q">{none}</p>}
    </section>
  )
}

function MaybeSame({ authority }: { authority: AuthorityDetail }) {
  const join = useJoin()
  const self = { id: authority.id, name: authority.name }
  if (authority.suggestions.length === 0) return null
  return (
    <section className="sec">
      <h2>{t('join.title')}</h2>
      {join.error && <Failed error={join.error} />}
      <ul className="lines">
        {authority.suggestions.map((other) => {
          const names = `${other.name}, ${self.name}`
          const decide = (decision: 'joined' | 'apart') => join.mutate({ left: other, right: self, decision })
          return (
            <li key={other.id}>
              <Link to="/authorities/$id" params={{ id: other.id }}>
                <Outside text={other.name} />
              </Link>
              <span className="small q2 block-line">
                <bdi>{showControls(other.why)}</bdi>
              </span>
              <span className="suggestion-acts">
                <button
                  type="button"
                  className="btn"
                  aria-label={`${t('join.yes')}: ${names}`}
                  onClick={() => decide('joined')}
                >
                  <Icon name="merge" />
                  {t('join.yes')}
                </button>
                <button
                  type="button"
                  className="btn"
                  aria-label={`${t('join.no')}: ${names}`}
                  onClick={() => decide('apart')}
                >
                  {t('join.no')}
                </button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function AuthoritySide({ authority }: { authority: AuthorityDetail }) {
  const { roles, outlets, joined } = authority
  return (
    <aside aria-label={t('authority.side')}>
      <MaybeSame authority={authority} />
      <Names authority={authority} />
      <Counted title={t('authority.roles')} none={roles.length === 0 ? t('authority.roles.none') : null}>
        {roles.map(({ role, count: n, from, to }) => (
          <li key={role}>
            <bdi className="b">{showControls(role)}</bdi>{' '}
            <span className="small q">
              {t('authority.roles.times', { n })} · {sayDay(from)}
              {to !== from && ` – ${sayDay(to)}`}
            </span>
          </li>
        ))}
      </Counted>
      <Statements authority={authority} />
      <Counted title={t('authority.outlets')} none={outlets.length === 0 ? t('authority.outlets.none') : null}>
        {outlets.slice(0, 20).map(({ outlet, mentions }) => (
          <li key={outlet} className="name-line">
            <Outside text={outlet} />
            <span className="small q end">{count(mentions)}</span>
          </li>
        ))}
      </Counted>
      {joined.length > 0 && (
        <Counted title={t('authority.joined')} none={null}>
          {joined.map((other) => (
            <li key={other.id}>
              <Outside text={other.name} />
            </li>
          ))}
        </Counted>
      )}
    </aside>
  )
}
