// Two versions of a page: what was added, dropped or reworded between them, in one column.

import { useQuery } from '@tanstack/react-query'
import type { BlockChange, ChangePiece, ItemChanges } from '../../server/shapes/item.ts'
import { changesQuestion } from '../api/questions.ts'
import { showControls } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { sayInstant } from '../text/moment.ts'
import { interfaceDirection, t } from '../text/t.ts'

function Pieces({ pieces }: { pieces: readonly ChangePiece[] }) {
  return pieces.map((piece, index) => {
    if (piece.kind === 'added') return <ins key={index}>{showControls(piece.text)}</ins>
    if (piece.kind === 'removed') return <del key={index}>{showControls(piece.text)}</del>
    return <span key={index}>{showControls(piece.text)}</span>
  })
}

function Change({ change }: { change: BlockChange }) {
  if (change.kind === 'reworded')
    return (
      <p className="changed">
        <Pieces pieces={change.pieces} />
      </p>
    )
  if (change.kind === 'added')
    return (
      <p className="changed">
        <ins>{showControls(change.text)}</ins>
      </p>
    )
  if (change.kind === 'removed')
    return (
      <p className="changed">
        <del>{showControls(change.text)}</del>
      </p>
    )
  return <p className="unchanged">{showControls(change.text)}</p>
}

function Summary({ changes }: { changes: ItemChanges }) {
  const number = changes.blocks.filter((block) => block.kind !== 'same').length + (changes.title ? 1 : 0)
  return (
    <p className="small q2" dir={interfaceDirection()}>
      {t('changes.between', { from: sayInstant(changes.from.requestedAt), to: sayInstant(changes.to.requestedAt) })}{' '}
      {changes.sameBytes
        ? t('changes.sameBytes')
        : changes.sameText
          ? t('changes.sameText')
          : t('changes.count', { n: number })}
    </p>
  )
}

export function Changes({ itemId, from, to }: { itemId: string; from: string; to: string }) {
  const { data, error, refetch } = useQuery(changesQuestion(itemId, from, to))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting rows={4} />
  const { direction, language, title } = data.to
  return (
    <div className="scroll">
      <article className="article changes" dir={direction}>
        <div className="article-head">
          <Summary changes={data} />
        </div>
        <div className="text" {...(language ? { lang: language } : {})}>
          <div className="block">
            <span className="g" />
            <h1 className="x">{data.title ? <Pieces pieces={data.title} /> : showControls(title ?? '')}</h1>
          </div>
          {data.blocks.map((change, index) => (
            <div key={index} className="block">
              <span className="g" aria-hidden="true">
                {change.kind === 'same' ? '' : <b>{t(`change.${change.kind}.sign`)}</b>}
              </span>
              <div className="x">
                <Change change={change} />
              </div>
            </div>
          ))}
        </div>
      </article>
    </div>
  )
}
