// What the checks find, beside the text: how grave, where, why, how to mend. Nothing is ever changed by itself.

import { useEffect, useRef } from 'react'
import type { ArticleFinding } from '../../server/shapes/article.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { Empty } from '../parts/states.tsx'
import { count, t } from '../text/t.ts'

export type Finding = ArticleFinding
export type SeverityChoice = Finding['severity'] | 'all'

const looks: Readonly<Record<Finding['severity'], { icon: IconName; hue: string }>> = {
  error: { icon: 'cross', hue: 'stop' },
  warning: { icon: 'differs', hue: 'warn' },
  information: { icon: 'ring', hue: 'q2' },
}

/** Lines of a site around a text hold appeals and bank accounts: they are pointed at, and not repeated. */
const unquoted = new Set(['boilerplate'])

type FindingCardProps = { finding: Finding; index: number; isCurrent: boolean; onGo: (index: number) => void }

function FindingCard({ finding, index, isCurrent, onGo }: FindingCardProps) {
  const { icon, hue } = looks[finding.severity]
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li ref={card} id={`finding-${index}`} className={isCurrent ? 'finding on' : 'finding'} aria-current={isCurrent}>
      <p className="finding-head">
        <span className={`st ${hue}`}>
          <Icon name={icon} />
          {t(`severity.${finding.severity}`)}
        </span>
        <span className="mono q">{finding.check}</span>
        {finding.line !== undefined && (
          <span className="small q end nowrap">{t('finding.line', { line: finding.line })}</span>
        )}
      </p>
      {finding.phrase !== '' && !unquoted.has(finding.check) && (
        <button type="button" className="phrase press" onClick={() => onGo(index)} title={t('finding.show')}>
          <bdi>{showControls(finding.phrase)}</bdi>
        </button>
      )}
      <p>
        <bdi>{showControls(finding.why)}</bdi>
      </p>
      {finding.mend !== '' && (
        <p className="q2">
          <span className="q">{t('finding.mend')}</span> <bdi>{showControls(finding.mend)}</bdi>
        </p>
      )}
      {finding.fix !== undefined && (
        <p className="quick-fix">
          <span className="q">{t('finding.fix')}</span>{' '}
          <ins className="press">
            <bdi>{finding.fix === '' ? t('finding.fix.nothing') : showControls(finding.fix)}</bdi>
          </ins>
          {finding.fix !== '' && <CopyButton text={finding.fix} label={t('finding.fix.copy')} bare />}
        </p>
      )}
    </li>
  )
}

type ArticleFindingsProps = {
  findings: readonly Finding[]
  severity: SeverityChoice
  onSeverity: (severity: SeverityChoice) => void
  current: number | null
  onGo: (index: number) => void
}

const severities = ['all', 'error', 'warning', 'information'] as const

export function ArticleFindings({ findings, severity, onSeverity, current, onGo }: ArticleFindingsProps) {
  if (findings.length === 0)
    return (
      <Empty>
        <p>{t('finding.none')}</p>
      </Empty>
    )
  const of = (choice: SeverityChoice) =>
    choice === 'all' ? findings.length : findings.filter((finding) => finding.severity === choice).length
  return (
    <>
      <p className="sec seg-line" role="group" aria-label={t('finding.severity')}>
        {severities.map((each) => (
          <button
            key={each}
            type="button"
            className="btn"
            aria-pressed={severity === each}
            disabled={of(each) === 0}
            onClick={() => onSeverity(each)}
          >
            {each === 'all' ? t('filter.all') : t(`severity.${each}`)} {count(of(each))}
          </button>
        ))}
      </p>
      <ol className="findings">
        {findings.map((finding, index) =>
          severity === 'all' || finding.severity === severity ? (
            <FindingCard key={index} finding={finding} index={index} isCurrent={current === index} onGo={onGo} />
          ) : null,
        )}
      </ol>
    </>
  )
}
