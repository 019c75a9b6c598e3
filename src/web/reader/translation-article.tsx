// Original and translation side by side, block by block, so that they stay level and scroll as one.

import { useMemo } from 'react'
import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { interfaceDirection } from '../text/t.ts'
import { useSelectedWords } from './selected-words.ts'
import { useDrafts } from './translation-drafts.ts'
import { PairedHead } from './translation-head.tsx'
import { HistorySheet } from './translation-history.tsx'
import { pairBlocks, type Pair } from './translation-pairs.ts'
import { TranslationRow, type Sides } from './translation-row.tsx'
import { SentenceStrip } from './translation-strip.tsx'
import { TermSheet } from './translation-term.tsx'
import type { SentencePlace } from './translation-deeds.ts'
import type { Lit } from './use-find.ts'
import { useSentences, type SentenceSheet } from './use-sentences.ts'
import '../style/translation.css'

type PairedProps = {
  item: ItemDetail
  reading: ReadingRecord
  view: TranslationView
  sides: Sides
  current: number
  found: Lit
}

const none = { ranges: [], here: null }

const foundIn = (found: Lit, { number }: Pair) => {
  const ranges = found.byBlock.get(number)
  return ranges ? { ranges, here: found.block === number ? found.current : null } : none
}

const noDrafts: ReadonlyMap<SentencePlace, string> = new Map()

/** Those of a row; the same for all that have none, so that they are not drawn again. */
function draftsIn({ sentences }: Pair, all: ReadonlyMap<SentencePlace, string>): ReadonlyMap<SentencePlace, string> {
  return all.size > 0 && sentences.some(({ at }) => all.has(at)) ? all : noDrafts
}

/** A place, for the row that it is in; null for all others, so that they are not drawn again. */
const within = ({ sentences }: Pair, place: SentencePlace | null): number | null =>
  typeof place === 'number' && sentences.some(({ at }) => at === place) ? place : null

export function PairedArticle({ item, reading, view, sides, current, found }: PairedProps) {
  const pairs = useMemo(() => pairBlocks(reading, view.segments), [reading, view])
  const written = useMemo(
    () => ({ dir: reading.direction, ...(reading.language ? { lang: reading.language } : {}) }),
    [reading],
  )
  const first = pairs[Math.max(0, current - 1)]?.sentences[0]?.at ?? 'title'
  const { lit, at, editing, edit, leave, sheet, setSheet, followers } = useSentences(view, first)
  const drafts = useDrafts(view)
  useSelectedWords()
  return (
    <article className={`article paired ${sides}`} dir={interfaceDirection()} data-item={item.id} {...followers}>
      <PairedHead
        {...{ item, reading, view, sides }}
        isEdited={editing === 'title'}
        isLit={lit === 'title'}
        draft={drafts.get('title')}
        onEdit={edit}
        onLeave={leave}
      />
      <div className="text">
        {pairs.map((pair) => (
          <TranslationRow
            key={pair.number}
            pair={pair}
            view={view}
            sides={sides}
            on={pair.number === current}
            lit={within(pair, lit)}
            editing={within(pair, editing)}
            found={foundIn(found, pair)}
            onEdit={edit}
            onLeave={leave}
            written={written}
            drafts={draftsIn(pair, drafts)}
          />
        ))}
      </div>
      {at !== null && editing === null && <SentenceStrip view={view} place={at} onEdit={edit} onSheet={setSheet} />}
      <Sheets {...{ sheet, view, place: at ?? first }} onClose={() => setSheet(null)} />
    </article>
  )
}

type SheetsProps = { sheet: SentenceSheet; view: TranslationView; place: SentencePlace; onClose: () => void }

function Sheets({ sheet, view, place, onClose }: SheetsProps) {
  if (sheet === 'history') return <HistorySheet view={view} place={place} onClose={onClose} />
  return sheet === 'term' ? <TermSheet view={view} onClose={onClose} /> : null
}
