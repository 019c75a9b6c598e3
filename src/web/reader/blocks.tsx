// The text of a reading, each block drawn as what it is, numbered in the spine beside it.

import { createElement, useMemo, type ReactNode } from 'react'
import type { ReadingRecord } from '../../server/shapes/item.ts'
import { lightRanges, type Range } from '../parts/outside.tsx'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { SpineExcerpts } from './excerpts-spine.tsx'
import type { Lit } from './use-find.ts'
import { groupBlocks, type BlockGroup, type NumberedBlock } from './block-groups.ts'

type Light = { readonly ranges: readonly Range[]; readonly here: Range | null }
const unlit: Light = { ranges: [], here: null }

/** The cells of a row with their places in the text of the table, where a tab stands between them. */
function placeCells(rows: readonly (readonly string[])[]): { cell: string; start: number }[][] {
  let at = 0
  return rows.map((cells) =>
    cells.map((cell) => {
      const start = at
      at += cell.length + 1
      return { cell, start }
    }),
  )
}

/** The ranges that lie wholly in a piece, counted from its beginning. */
function within({ ranges, here }: Light, start: number, length: number): Light {
  const shift = (range: Range) => ({ start: range.start - start, end: range.end - start })
  const inside = (range: Range) => range.start >= start && range.end <= start + length
  return { ranges: ranges.filter(inside).map(shift), here: here && inside(here) ? shift(here) : null }
}

function Table({ rows, light }: { rows: readonly (readonly string[])[]; light: Light }) {
  return (
    <div className="table-room" tabIndex={0} role="group" aria-label={t('reader.table')}>
      <table>
        <tbody>
          {placeCells(rows).map((cells, row) => (
            <tr key={row}>
              {cells.map(({ cell, start }, column) => {
                const { ranges, here } = within(light, start, cell.length)
                return (
                  <td key={column}>
                    <bdi dir="auto">{lightRanges(cell, ranges, here)}</bdi>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function drawBlock({ block, text }: NumberedBlock, { ranges, here }: Light): ReactNode {
  const shown = lightRanges(text, ranges, here)
  if (block.kind === 'heading') return createElement(`h${Math.min(6, Math.max(2, block.level ?? 2))}`, {}, shown)
  if (block.kind === 'quotation') return <blockquote>{shown}</blockquote>
  if (block.kind === 'caption') return <p className="caption">{shown}</p>
  if (block.kind === 'preformatted') return <pre>{shown}</pre>
  return <p>{shown}</p>
}

function Numbered({ part, current, children }: { part: NumberedBlock; current: number; children: ReactNode }) {
  const own = part.block.language
  const spoken = own ? { lang: own, dir: directionOf(own) } : {}
  const on = part.number === current
  return (
    <div
      className={on ? 'block on' : 'block'}
      data-block={part.number}
      tabIndex={-1}
      {...(on ? { 'aria-current': 'true' as const } : {})}
    >
      <span className="g">
        <b aria-hidden="true">{part.number}</b>
        <SpineExcerpts block={part.number} />
      </span>
      <div className="x" {...spoken}>
        {children}
      </div>
    </div>
  )
}

function lightOf(lit: Lit | undefined, number: number): Light {
  const ranges = lit?.byBlock.get(number)
  return ranges ? { ranges, here: lit?.block === number ? lit.current : null } : unlit
}

type GroupProps = { group: BlockGroup; current: number; lit: Lit | undefined }

function Group({ group, current, lit }: GroupProps) {
  const { first } = group
  if (group.kind === 'single')
    return (
      <Numbered part={first} current={current}>
        {drawBlock(first, lightOf(lit, first.number))}
      </Numbered>
    )
  if (group.kind === 'table')
    return (
      <Numbered part={first} current={current}>
        <Table rows={group.rows} light={lightOf(lit, first.number)} />
      </Numbered>
    )
  return (
    <ul className="block-list">
      {group.items.map((item) => {
        const { ranges, here } = lightOf(lit, item.number)
        return (
          <li key={item.number}>
            <Numbered part={item} current={current}>
              <p className="list-item">{lightRanges(item.text, ranges, here)}</p>
            </Numbered>
          </li>
        )
      })}
    </ul>
  )
}

type BlocksProps = { reading: Pick<ReadingRecord, 'text' | 'blocks'>; current?: number; lit?: Lit | undefined }

/** @param current the number of the block that j and k stand on; 0 = none @param lit what was found in them */
export function Blocks({ reading, current = 0, lit }: BlocksProps) {
  const groups = useMemo(() => groupBlocks(reading), [reading])
  return groups.map((group) => <Group key={group.first.number} group={group} current={current} lit={lit} />)
}
