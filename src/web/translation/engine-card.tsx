// One engine: where it is, what it may do, what it has cost, how it answered last; asked now, moved, or left out.

import { useState, type ReactNode } from 'react'
import type { EngineView } from '../../server/shapes/engine.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { useNow } from '../shell/now.ts'
import { languageName } from '../text/languages.ts'
import { sayDistance } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { EngineTrial } from './engine-trial.tsx'
import { sayMoney } from './say-money.ts'
import { sayList, sayPair } from './say-pair.ts'
import { useArrange } from './use-arrange.ts'

type Look = { icon: IconName; hue: string; words: string }

function lookOf({ engine, isOff, isUsedUp, trouble, answeredAt }: EngineView, now: number): Look {
  if (isOff) return { icon: 'pause', hue: 'q', words: t('engine.state.off') }
  if (engine === 'human') return { icon: 'person', hue: 'q', words: t('engine.state.people') }
  if (isUsedUp) return { icon: 'gap', hue: 'warn', words: t('engine.state.usedUp') }
  if (trouble !== null && trouble.at >= (answeredAt ?? 0))
    return {
      icon: 'cross',
      hue: 'stop',
      words: t('engine.state.trouble', { when: sayDistance(Math.min(trouble.at, now), now) }),
    }
  if (answeredAt === null) return { icon: 'ring', hue: 'q', words: t('engine.state.never') }
  return {
    icon: 'tick',
    hue: 'good',
    words: t('engine.state.answered', { when: sayDistance(Math.min(answeredAt, now), now) }),
  }
}

type UsedProps = { spent: number; budget: number | null; say: (n: number) => string; bare?: (n: number) => string }

/** A bar that says its numbers too. @param bare the number without its unit */
function Used({ spent, budget, say, bare = say }: UsedProps) {
  if (budget === null) return <>{t('engine.spent.noBudget', { spent: say(spent) })}</>
  const words = t('engine.spent.of', {
    spent: bare(spent),
    budget: say(budget),
    percent: budget === 0 ? '100' : `${Math.min(100, Math.round((spent / budget) * 100))}`,
  })
  return (
    <span className="used">
      <meter min={0} max={Math.max(budget, 1e-9)} value={Math.min(spent, budget)} aria-label={words} />
      <bdi>{words}</bdi>
    </span>
  )
}

function pairWords(pair: string): string {
  const [from = '*', to = '*'] = pair.split('>')
  return sayPair(from, to, (tag) => (tag === '*' ? t('engine.anyLanguage') : languageName(tag)))
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="pair">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Facts({ engine, now }: { engine: EngineView; now: number }) {
  const { endpoint, model, pairs, spent, budget, trouble, pricePerMillion } = engine
  return (
    <dl className="kv">
      <Fact name={t('engine.where')}>
        {endpoint === null ? t('engine.here') : <bdi className="mono">{showControls(endpoint)}</bdi>}
      </Fact>
      {model !== null && (
        <Fact name={t('engine.model')}>
          <bdi className="mono">{showControls(model)}</bdi>
        </Fact>
      )}
      <Fact name={t('engine.pairs')}>{pairs.length === 0 ? t('engine.pairs.all') : sayList(pairs.map(pairWords))}</Fact>
      {engine.engine !== 'human' && (
        <Fact name={t('engine.spent')}>
          <Used
            spent={spent.characters}
            budget={budget.characters}
            say={(n) => t('engine.characters', { n })}
            bare={count}
          />
          {(pricePerMillion !== null || budget.money !== null) && (
            <p>
              <Used spent={spent.money} budget={budget.money} say={sayMoney} />
            </p>
          )}
          <p className="q">{t('engine.requests', { n: spent.requests })}</p>
          {spent.lost > 0 && <p className="q">{t('engine.lost', { n: spent.lost })}</p>}
        </Fact>
      )}
      <Fact name={t('engine.trouble')}>
        {trouble === null ? (
          t('engine.trouble.none')
        ) : (
          <>
            <bdi>{showControls(trouble.reason)}</bdi>{' '}
            <span className="q">{sayDistance(Math.min(trouble.at, now), now)}</span>
          </>
        )}
      </Fact>
    </dl>
  )
}

type EngineCardProps = { engine: EngineView; at: number; all: readonly EngineView[]; month: string; to: string }

export function EngineCard({ engine, at, all, month, to }: EngineCardProps) {
  const now = useNow()
  const [trying, setTrying] = useState(false)
  const { arrange, busy } = useArrange(all)
  const { icon, hue, words } = lookOf(engine, now)
  const name = engineTitle(engine)
  return (
    <section className="sec engine" aria-label={name}>
      <h2>
        <span className="q">{count(at + 1)}</span> <bdi>{name}</bdi>
        <span className={`st ${hue}`}>
          <Icon name={icon} />
          {words}
        </span>
        <span className="end small q">{month}</span>
      </h2>
      <Facts engine={engine} now={now} />
      <p className="act-line">
        {engine.engine !== 'human' && (
          <button type="button" className="btn" aria-expanded={trying} onClick={() => setTrying(!trying)}>
            <Icon name="play" flip />
            {t('engine.try')}
          </button>
        )}
        <button
          type="button"
          className="btn"
          disabled={busy || at === 0}
          aria-label={t('engine.up.label', { name })}
          onClick={() => void arrange({ kind: 'move', name: engine.name, by: -1, title: name })}
        >
          <Icon name="up" />
          {t('engine.up')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={busy}
          aria-label={t(engine.isOff ? 'engine.on.label' : 'engine.off.label', { name })}
          onClick={() => void arrange({ kind: engine.isOff ? 'on' : 'off', name: engine.name, title: name })}
        >
          <Icon name={engine.isOff ? 'play' : 'pause'} flip={engine.isOff} />
          {t(engine.isOff ? 'engine.on' : 'engine.off')}
        </button>
      </p>
      {trying && <EngineTrial engine={engine.name} to={to} />}
    </section>
  )
}

/** What an engine is called: its kind, and its number where there are several of one kind. */
function engineTitle({ engine, name }: Pick<EngineView, 'engine' | 'name'>): string {
  const number = name.slice(engine.length).replace('-', ' ')
  return `${t(`engine.kind.${engine}`)}${number}`
}
