// One line of the inbox: state, what each line is, translated title over the original, outlet over descriptor, time.

import { Link } from '@tanstack/react-router'
import type { ItemRow } from '../../server/shapes/item.ts'
import { Descriptor } from '../parts/descriptor.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside } from '../parts/outside.tsx'
import { OriginalTitle, TranslatedTitle } from '../parts/page-title.tsx'
import type { TitleOrder } from '../parts/shown-title.ts'
import { TitleTag, TranslationTag } from '../parts/translation-tag.tsx'
import { directionOf } from '../text/languages.ts'
import { sayClock, sayInstant } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { ItemMark, missingTextWords } from './item-state.tsx'
import { hourOf } from './list-lines.ts'
import { lacksTranslation, layRow, type RowLine } from './row-lines.ts'

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

/** A line cut short is cut at the end of its own direction; in lists its start stands at the interface's edge. */
const writtenAs = (item: ItemRow) => ({ dir: item.direction, ...(item.language ? { lang: item.language } : {}) })

type LineProps = { item: ItemRow; line: RowLine }

function Title({ item, line }: LineProps) {
  if (line.kind === 'translation') return <TranslatedTitle of={line.of} />
  return <OriginalTitle page={item} />
}

const titleWrittenAs = (item: ItemRow, line: RowLine) => {
  if (line.kind === 'translation') return { lang: line.of.language, dir: directionOf(line.of.language) }
  return item.title === null ? {} : writtenAs(item)
}

function Lead({ item }: { item: ItemRow }) {
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

function SecondLine({ item, line }: LineProps) {
  if (line.kind === 'lead') return <Lead item={item} />
  return (
    <div className="o clip" {...titleWrittenAs(item, line)}>
      <Title item={item} line={line} />
    </div>
  )
}

/** What a line is: the language it was written in, or what it was translated into and by whom. */
function LineTag({ item, line, lacksFor }: LineProps & { lacksFor: string | null }) {
  if (line.kind === 'translation') return <TitleTag translation={line.of} />
  if (line.kind === 'original') return <LanguageMark language={item.language} />
  return lacksFor === null ? null : <TranslationTag language={lacksFor} state="none" />
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

type ItemLineProps = {
  item: ItemRow
  asPrinted: boolean
  titles: TitleOrder
  /** What the desk translates into. */
  translateTo: string
}

export function ItemLine({ item, asPrinted, titles, translateTo }: ItemLineProps) {
  const [first, second] = layRow(item, titles)
  const lacksFor = lacksTranslation(item, titles, translateTo) ? translateTo : null
  return (
    <>
      <span role="gridcell" className="mark-cell">
        <ItemMark item={item} />
      </span>
      <span role="gridcell" className="tags">
        <LineTag item={item} line={first} lacksFor={null} />
        <LineTag item={item} line={second} lacksFor={lacksFor} />
      </span>
      <div role="gridcell" className="ti">
        <div className="t clip" {...titleWrittenAs(item, first)}>
          <Link to="/items/$id" params={{ id: item.id }} tabIndex={-1}>
            <Title item={item} line={first} />
          </Link>
        </div>
        <SecondLine item={item} line={second} />
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
