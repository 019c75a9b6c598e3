// Moving the boundaries between blocks: by mouse or by keys, with the fields that would change beside; saved as a revision.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleBlock, ArticleBlockKind } from '../../domain/article.ts'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import { ask, isRefusal } from '../api/ask.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { useKeys } from '../shell/keys.ts'
import { t } from '../text/t.ts'
import { articleQuestion, askAnew } from './archive-questions.ts'
import { BlockBoundary } from './block-boundary.tsx'
import { blockKinds, dropBoundary, joinBlock, moveBoundary, setBlockKind, splitBlock } from './edit-blocks.ts'
import { EditConflict } from './edit-conflict.tsx'
import { FieldsPreview, useTrial } from './fields-preview.tsx'
import type { PageMarks } from './marked-text.tsx'
import { blockName, OriginalText } from './original-text.tsx'
import { printOf } from './print-of.ts'
import { lineNumberAt } from './split-lines.ts'
import { useBlockEdits } from './use-block-edits.ts'

type Edits = ReturnType<typeof useBlockEdits>
type BlockHeadProps = { blocks: readonly ArticleBlock[]; index: number; edits: Edits; marks: PageMarks }

function BlockHead({ blocks, index, edits, marks }: BlockHeadProps) {
  const block = blocks[index]
  if (!block) return null
  const name = blockName(block)
  return (
    <p className="block-name">
      <select
        aria-label={t('edit.kind', { name })}
        value={block.kind}
        onChange={(event) => edits.change(setBlockKind(blocks, index, event.target.value as ArticleBlockKind))}
      >
        {blockKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`block.${kind}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn bare"
        aria-label={`${t('edit.split')}: ${name}`}
        onClick={() => edits.change(splitBlock(marks.file, blocks, index))}
      >
        {t('edit.split')}
      </button>
      {index > 0 && (
        <button
          type="button"
          className="btn bare"
          aria-label={`${t('edit.join')}: ${name}`}
          onClick={() => edits.change(joinBlock(blocks, index))}
        >
          {t('edit.join')}
        </button>
      )}
    </p>
  )
}

function useSave(article: ArticleDetail, edits: Edits, onDone: () => void) {
  const client = useQueryClient()
  const show = async (saved: ArticleDetail) => {
    client.setQueryData(articleQuestion(article.id).queryKey, saved)
    await askAnew(client)
  }
  const undo = (revision: number) => async () =>
    show(await ask<ArticleDetail>(`/api/articles/${article.id}/undo`, { method: 'POST', body: { revision } }))
  return useMutation({
    mutationFn: ({ revision, why }: { revision: number; why: string }) =>
      ask<ArticleDetail>(`/api/articles/${article.id}/revisions`, {
        method: 'POST',
        body: { revision, blocks: edits.blocks, ...(why === '' ? {} : { why }) },
      }),
    onSuccess: async (saved) => {
      sayDeed(t('edit.did', { title: saved.title ?? t('article.untitled') }), undo(saved.revision))
      await show(saved)
      onDone()
    },
  })
}

type BlockEditorProps = { article: ArticleDetail; marks: PageMarks; onDone: () => void }

export function BlockEditor({ article, marks, onDone }: BlockEditorProps) {
  const edits = useBlockEdits(printOf(article).blocks)
  const save = useSave(article, edits, onDone)
  const trial = useTrial(article, edits.blocks)
  const [why, setWhy] = useState('')
  const { blocks } = edits
  const [firstLine = 1] = article.lines
  const lineAt = (offset: number) => lineNumberAt(marks.file.text, marks.file.start, firstLine, offset)
  const send = (revision: number) => save.mutate({ revision, why: why.trim() })
  useKeys([
    { key: 'u', name: 'edit.key.undo', run: edits.undo },
    { key: 'Escape', name: 'edit.key.cancel', run: () => !edits.isChanged && onDone() },
  ])
  const boundary = (index: number) => {
    const [above, below] = [blocks[index - 1], blocks[index]]
    if (!above || !below) return null
    const { file } = marks
    return (
      <BlockBoundary
        above={blockName(above)}
        below={blockName(below)}
        line={lineAt(below.start)}
        lines={[lineAt(above.start), lineAt(below.end)]}
        words={file.text.slice(below.start - file.start, below.start - file.start + 60).split('\n')[0] ?? ''}
        onStep={(step) => edits.change(moveBoundary(file, blocks, index, step))}
        onDrop={(offset) => edits.change(dropBoundary(file, blocks, index, offset))}
        onRemove={() => edits.change(joinBlock(blocks, index))}
      />
    )
  }
  const isConflict = isRefusal(save.error) && save.error.problem !== 'away' && save.error.problem.status === 409
  return (
    <div className="block-editor">
      <div className="edit-text">
        <p className="small q2 edit-words">{t('edit.words')}</p>
        <OriginalText
          blocks={blocks}
          firstLine={firstLine}
          marks={marks}
          before={boundary}
          heading={(index) => <BlockHead blocks={blocks} index={index} edits={edits} marks={marks} />}
        />
      </div>
      <aside className="edit-side" aria-label={t('edit.fields')}>
        <h2>{t('edit.fields')}</h2>
        <div role="status">
          <FieldsPreview
            before={printOf(article)}
            after={edits.isChanged ? trial.data : undefined}
            error={edits.isChanged ? trial.error : null}
          />
        </div>
        {isConflict && (
          <EditConflict id={article.id} mine={trial.data} onTheirs={onDone} onMine={(revision) => send(revision)} />
        )}
        {save.error && !isConflict && <Failed error={save.error} />}
        <div className="field">
          <label htmlFor="edit-why">{t('edit.why')}</label>
          <input
            id="edit-why"
            value={why}
            maxLength={2000}
            dir="auto"
            onChange={(event) => setWhy(event.target.value)}
          />
        </div>
        <p className="act-line">
          <button
            type="button"
            className="btn main-act"
            disabled={!edits.isChanged || save.isPending}
            onClick={() => send(article.revision)}
          >
            <Icon name="tick" />
            {t('edit.save')}
          </button>
          <button type="button" className="btn" disabled={!edits.isChanged} onClick={edits.undo}>
            {t('edit.undo')} <kbd>u</kbd>
          </button>
          <button type="button" className="btn" onClick={onDone}>
            {t('act.cancel')}
          </button>
        </p>
      </aside>
    </div>
  )
}
