// The sentence that is stood on, under the text: whose words it has, what to look at twice, and what can be done.

import type { TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'
import { dismissFlag, reviewSegments, saidAt, type SentencePlace } from './translation-deeds.ts'
import { FlagWords, MachineQuestion, openFlags, sayOrigin, StateMark } from './translation-state.tsx'
import type { SentenceSheet } from './use-sentences.ts'

type StripProps = {
  view: TranslationView
  place: SentencePlace
  onEdit: (place: SentencePlace) => void
  onSheet: (sheet: SentenceSheet) => void
}

export function SentenceStrip({ view, place, onEdit, onSheet }: StripProps) {
  const said = saidAt(view, place)
  if (!said) return null
  const name = place === 'title' ? t('translation.title') : t('translation.sentenceNo', { n: place + 1 })
  return (
    <section className="sentence-strip" aria-label={name}>
      <p className="strip-line">
        <b className="b nowrap">{name}</b>
        <StateMark state={said.state} by={sayOrigin(said)} />
        <span className="end">
          {said.state === 'machine' && (
            <button type="button" className="btn" onClick={() => void reviewSegments(view, [place])}>
              <Icon name="tick" />
              {t('translation.reviewOne')} <kbd>r</kbd>
            </button>
          )}
          <button type="button" className="btn" onClick={() => onEdit(place)}>
            <Icon name="pencil" />
            {t(said.target === null ? 'translation.write' : 'translation.edit')} <kbd>c</kbd>
          </button>
          <button type="button" className="btn" onClick={() => onSheet('history')}>
            {t('translation.history')} <kbd>H</kbd>
          </button>
        </span>
      </p>
      <Doubts view={view} place={place} />
    </section>
  )
}

function Doubts({ view, place }: Pick<StripProps, 'view' | 'place'>) {
  const flags = saidAt(view, place)?.flags ?? []
  if (flags.length === 0) return null
  const [next] = openFlags(flags)
  return (
    <ul className="strip-doubts">
      {flags.map((flag) => (
        <li key={`${flag.kind} ${flag.words}`} className={flag.dismissed ? 'q' : undefined}>
          {flag.kind === 'machine-marks' ? (
            <MachineQuestion words={flag.words} />
          ) : (
            <span className={flag.dismissed ? 'st' : 'st warn'}>
              <Icon name={flag.dismissed ? 'tick' : 'differs'} />
              {t(`translation.flag.${flag.kind}`)}
            </span>
          )}{' '}
          <FlagWords words={flag.words} />
          {flag.dismissed && (
            <>
              {' '}
              <bdi>{t('translation.dismissedBy', { name: flag.dismissed.by })}</bdi>
            </>
          )}{' '}
          <button type="button" className="btn" onClick={() => void dismissFlag(view, place, flag)}>
            {t(flag.dismissed ? 'translation.doubtAgain' : 'translation.dismiss')} {flag === next && <kbd>y</kbd>}
          </button>
        </li>
      ))}
    </ul>
  )
}
