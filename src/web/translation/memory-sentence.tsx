// One sentence of the memory and what it became, with whose words these are; corrected in place, or forgotten, and put back.

import { useState } from 'react'
import type { MemorySegment } from '../../server/shapes/memory.ts'
import { Icon } from '../parts/icon.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { directionOf } from '../text/languages.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { useMemoryDeeds } from './use-memory-deeds.ts'

function Correct({ segment, onDone }: { segment: MemorySegment; onDone: () => void }) {
  const { correct, busy, problem } = useMemoryDeeds()
  const [words, setWords] = useState(segment.target)
  return (
    <form
      className="form memory-edit"
      onSubmit={(event) => {
        event.preventDefault()
        void correct(segment, words.trim()).then((done) => done && onDone())
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <textarea
        autoFocus
        required
        rows={3}
        maxLength={20_000}
        lang={segment.to}
        dir={directionOf(segment.to)}
        className="press"
        value={words}
        aria-label={t('memory.correct.label')}
        onChange={({ target }) => setWords(target.value)}
      />
      {problem !== null && <Failed error={problem} />}
      <FormActs act={t('act.save')} busy={busy} onCancel={onDone} />
    </form>
  )
}

export function MemorySentence({ segment, match }: { segment: MemorySegment; match?: number }) {
  const { forget, busy } = useMemoryDeeds()
  const [correcting, setCorrecting] = useState(false)
  const { from, to, source, target, state, origin, changedAt } = segment
  return (
    <li className="sec memory-sentence">
      <div className="memory-pair">
        <p>
          <LanguageMark language={from} />{' '}
          <Outside text={source} lang={from} dir={directionOf(from)} className="press" />
        </p>
        {correcting ? (
          <Correct segment={segment} onDone={() => setCorrecting(false)} />
        ) : (
          <p>
            <LanguageMark language={to} /> <Outside text={target} lang={to} dir={directionOf(to)} className="press" />
          </p>
        )}
      </div>
      <p className="small q2 memory-facts">
        {match !== undefined && (
          <b className="b">
            {match === 1 ? t('memory.same') : t('memory.match', { percent: Math.floor(match * 100) })}
          </b>
        )}
        <span>{t(`translation.state.${state}`)}</span>
        <bdi>{showControls(origin)}</bdi>
        <span>{sayDay(changedAt)}</span>
        <span className="seg-line end">
          <button type="button" className="btn" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
            <Icon name="pencil" />
            {t('memory.correct')}
          </button>
          <button type="button" className="btn" disabled={busy} onClick={() => void forget(segment)}>
            <Icon name="trash" />
            {t('memory.forget')}
          </button>
        </span>
      </p>
    </li>
  )
}
