// The text of a reading, each block drawn as what it is, numbered in the spine beside it.

import { createElement, type ReactNode } from 'react'
import type { ReadingRecord } from '../../server/shapes/item.ts'
import { Outside, showControls } from '../parts/outside.tsx'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { groupBlocks, type BlockGroup, type NumberedBlock } from './block-groups.ts'

function Table({ rows }: { rows: readonly (readonly string[])[] }) {
  return (
    <div className="table-room" tabIndex={0} role="group" aria-label={t('reader.table')}>
      <table>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column}>
                  <Outside text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function drawBlock({ block, text }: NumberedBlock): ReactNode {
  if (block.kind === 'heading')
    return createElement(`h${Math.min(6, Math.max(2, block.level ?? 2))}`, {}, showControls(text))
  if (block.kind === 'quotation') return <blockquote>{showControls(text)}</blockquote>
  if (block.kind === 'caption') return <p className="caption">{showControls(text)}</p>
  if (block.kind === 'preformatted') return <pre>{text}</pre>
  return <p>{showControls(text)}</p>
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
      <span className="g" aria-hidden="true">
        <b>{part.number}</b>
      </span>
      <div className="x" {...spoken}>
        {children}
      </div>
    </div>
  )
}

function Group({ group, current }: { group: BlockGroup; current: number }) {
  if (group.kind === 'single')
    return (
      <Numbered part={group.first} current={current}>
        {drawBlock(group.first)}
      </Numbered>
    )
  if (group.kind === 'table')
    return (
      <Numbered part={group.first} current={current}>
        <Table rows={group.rows} />
      </Numbered>
    )
  return (
    <ul className="block-list">
      {group.items.map((item) => (
        <li key={item.number}>
          <Numbered part={item} current={current}>
            <p className="list-item">{showControls(item.text)}</p>
          </Numbered>
        </li>
      ))}
    </ul>
  )
}

/** @param current the number of the block that j and k stand on; 0 = none */
export function Blocks({
  reading,
  current = 0,
}: {
  reading: Pick<ReadingRecord, 'text' | 'blocks'>
  current?: number
}) {
  return groupBlocks(reading).map((group) => <Group key={group.first.number} group={group} current={current} />)
}
