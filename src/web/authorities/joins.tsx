// Names that may be one, with the reason; a person says yes or no, and can take it back.

import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { JoinDecisionRecord, JoinSuggestionList } from '../../server/shapes/authority.ts'
import { authorityQuestion, joinsQuestion, suggestionsQuestion } from '../archive/archive-questions.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { useJoin, useTakeBack } from './use-join.ts'

type Suggestion = JoinSuggestionList['suggestions'][number]

/** Decisions shown; older ones stay on the pages of their names. */
const MOST_DECISIONS = 50

type SuggestionLineProps = {
  suggestion: Suggestion
  join: ReturnType<typeof useJoin>
  onDecide: () => void
}

function SuggestionLine({ suggestion, join, onDecide }: SuggestionLineProps) {
  const { left, right, why } = suggestion
  const names = `${left.name}, ${right.name}`
  const decide = (decision: 'joined' | 'apart') => {
    if (join.isPending) return
    onDecide()
    join.mutate({ left, right, decision })
  }
  return (
    <li className="suggestion">
      <div>
        <p>
          {[left, right].map((each, index) => (
            <span key={each.id}>
              {index > 0 && <span className="q"> {t('join.and')} </span>}
              <Link to="/authorities/$id" params={{ id: each.id }} className="b">
                <Outside text={each.name} />
              </Link>
            </span>
          ))}{' '}
          <span className="small q">{t(`authority.kind.${left.kind}`)}</span>
        </p>
        <p className="small q2">
          <bdi>{showControls(why)}</bdi>
        </p>
      </div>
      <p className="suggestion-acts">
        <button
          type="button"
          className="btn"
          aria-label={`${t('join.yes')}: ${names}`}
          onClick={() => decide('joined')}
        >
          <Icon name="merge" />
          {t('join.yes')}
        </button>
        <button type="button" className="btn" aria-label={`${t('join.no')}: ${names}`} onClick={() => decide('apart')}>
          <Icon name="cross" />
          {t('join.no')}
        </button>
      </p>
    </li>
  )
}

function Decisions({ decisions }: { decisions: readonly JoinDecisionRecord[] }) {
  const shown = decisions.filter(({ decision }) => decision !== 'undone').slice(0, MOST_DECISIONS)
  const ids = [...new Set(shown.flatMap(({ left, right }) => [left, right]))]
  const names = useQueries({ queries: ids.map((id) => authorityQuestion(id)) })
  const takeBack = useTakeBack()
  const nameOf = (id: string) => names[ids.indexOf(id)]?.data?.name ?? '…'
  return (
    <section className="sec">
      <h2>{t('join.decided')}</h2>
      {takeBack.error && <Failed error={takeBack.error} />}
      <ul className="lines">
        {shown.map((decision) => (
          <li key={decision.id} className={decision.stands ? 'decision' : 'decision old q'}>
            <span>
              <Outside text={nameOf(decision.left)} className="b" />{' '}
              <span className="q">{t(`join.was.${decision.decision}`)}</span>{' '}
              <Outside text={nameOf(decision.right)} className="b" />
              <span className="small q block-line">
                <bdi>{showControls(decision.signedBy)}</bdi>, {sayMoment(decision.signedAt)} UTC
                {!decision.stands && ` · ${t('join.takenBack')}`}
              </span>
            </span>
            {decision.stands && (
              <button
                type="button"
                className="btn end"
                disabled={takeBack.isPending}
                aria-label={t('join.takeBack.names', { left: nameOf(decision.left), right: nameOf(decision.right) })}
                onClick={() => takeBack.mutate(decision.id)}
              >
                {t('join.takeBack')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** When a decision has taken its line away, the focus goes to the line that stands there now. So no button is disabled meanwhile. */
function useNextLine(suggestions: readonly Suggestion[] | undefined) {
  const list = useRef<HTMLUListElement>(null)
  const decided = useRef<number | null>(null)
  useEffect(() => {
    if (decided.current === null || document.activeElement !== document.body) return
    const lines = list.current?.querySelectorAll('.suggestion') ?? []
    const line = lines[Math.min(decided.current, lines.length - 1)]
    line?.querySelector<HTMLElement>('button')?.focus()
    decided.current = null
  }, [suggestions])
  const remember = (index: number) => {
    decided.current = index
  }
  return { list, remember }
}

export function Joins() {
  const suggestions = useQuery(suggestionsQuestion())
  const decisions = useQuery(joinsQuestion()).data?.joins ?? []
  const join = useJoin()
  const { data, error, isPending, refetch } = suggestions
  const { list, remember } = useNextLine(data?.suggestions)
  return (
    <>
      <p className="sec q2">{t('join.words')}</p>
      {isPending && <Waiting />}
      {error && !data && <Failed error={error} again={() => void refetch()} />}
      {join.error && <Failed error={join.error} />}
      {data && data.suggestions.length === 0 && (
        <Empty>
          <p>{t('join.none')}</p>
        </Empty>
      )}
      {data && data.suggestions.length > 0 && (
        <ul className="suggestions" aria-label={t('join.title')} ref={list}>
          {data.suggestions.map((suggestion, index) => (
            <SuggestionLine
              key={`${suggestion.left.id} ${suggestion.right.id}`}
              suggestion={suggestion}
              join={join}
              onDecide={() => remember(index)}
            />
          ))}
        </ul>
      )}
      {decisions.length > 0 && <Decisions decisions={decisions} />}
    </>
  )
}
