// One line of the inbox: state, language, title over lead, outlet over descriptor, time.

import { Link } from '@tanstack/react-router'
import type { ItemRow } from '../../server/shapes/item.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside } from '../parts/outside.tsx'
import { directionOf } from '../text/languages.ts'
import { sayClock, sayInstant } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { ItemMark, missingTextWords } from './item-state.tsx'
import { hourOf } from './list-lines.ts'

/** The outlet's name; with `asPrinted` in its own script where that is known. */
export function OutletName({
  outlet,
  asPrinted = false,
  language = null,
}: {
  outlet: ItemRow['outlet']
  asPrinted?: boolean
  language?: string | null
}) {
  const printed = asPrinted ? outlet.nameAsPrinted : null
  if (printed === null)
    return (
      <span className="outlet-name b">
        <Outside text={outlet.name} />
      </span>
    )
  return (
    <span className="outlet-name b press">
      <Outside text={printed} lang={language} dir={directionOf(language)} />
    </span>
  )
}

export function ItemTitle({
  item,
  ranges = [],
}: {
  item: ItemRow
  ranges?: readonly { start: number; end: number }[]
}) {
  if (item.title === null) return <bdi className="mono q">{item.url}</bdi>
  return <Outside text={item.title} lang={item.language} dir={item.direction} ranges={ranges} />
}

/** A line cut short is cut at the end of its own direction; in lists its start stands at the interface's edge. */
const writtenAs = (item: ItemRow) => ({ dir: item.direction, ...(item.language ? { lang: item.language } : {}) })

function SecondLine({ item }: { item: ItemRow }) {
  const missing = missingTextWords(item)
  if (missing !== null)
    return (
      <div
        className={item.state === 'failed' || item.state === 'refused' ? 'o clip desk-words stop' : 'o clip desk-words'}
      >
        <bdi>{missing}</bdi>
      </div>
    )
  if (item.lead === null) return <div className="o clip desk-words">{t('item.noText')}</div>
  return (
    <div className="o clip" {...writtenAs(item)}>
      <Outside text={item.lead} dir={item.direction} />
    </div>
  )
}

function Hour({ item }: { item: ItemRow }) {
  const at = hourOf(item)
  if (at === null)
    return (
      <span className="q" title={t('time.dayOnly')}>
        –<span className="unseen">{t('time.dayOnly')}</span>
      </span>
    )
  const sooner = at === item.seenAt && item.publishedAt === null
  return (
    <time
      dateTime={new Date(at).toISOString()}
      className={sooner ? 'q' : ''}
      title={sooner ? t('time.seen', { at: sayInstant(at) }) : sayInstant(at)}
    >
      {sayClock(at)}
    </time>
  )
}

/** How many others say the same; the reader shows which. */
function Copies({ item }: { item: ItemRow }) {
  const others = (item.group?.members ?? 1) - 1
  if (others < 1) return null
  return (
    <span className="row-copies small q2" title={t('item.copies', { n: others })}>
      <i aria-hidden="true" className="origin" />
      {Array.from({ length: Math.min(3, others) }, (_, index) => (
        <i key={index} aria-hidden="true" />
      ))}
      <span aria-hidden="true">{count(others)}</span>
      <span className="unseen">{t('item.copies', { n: others })}</span>
    </span>
  )
}

type ItemLineProps = { item: ItemRow; asPrinted: boolean }

export function ItemLine({ item, asPrinted }: ItemLineProps) {
  return (
    <>
      <span role="gridcell" className="mark-cell">
        <ItemMark item={item} />
      </span>
      <span role="gridcell" className="tags">
        <LanguageMark language={item.language} />
      </span>
      <div role="gridcell" className="ti">
        <div className="t clip" {...(item.title === null ? {} : writtenAs(item))}>
          <Link to="/items/$id" params={{ id: item.id }} tabIndex={-1}>
            <ItemTitle item={item} />
          </Link>
        </div>
        <SecondLine item={item} />
      </div>
      <div role="gridcell" className="out">
        <span className="clip">
          <OutletName outlet={item.outlet} asPrinted={asPrinted} language={item.language} />
        </span>
        <Descriptor statement={item.outlet.descriptor} />
      </div>
      <span role="gridcell" className="tm">
        <Hour item={item} />
        <Copies item={item} />
        {item.versions > 1 && (item.group?.members ?? 1) < 2 && (
          <span className="versions small q">{t('item.versions', { n: item.versions })}</span>
        )}
      </span>
    </>
  )
}
