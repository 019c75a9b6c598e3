// What an excerpt rests on and in what state it is, and the deeds that can be done to what is selected in it.

import type { ReactNode } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { StateMark } from '../../reader/translation-state.tsx'
import { readSignature } from '../../shell/signature.ts'
import { t } from '../../text/t.ts'
import { standingOf, type Draft } from './draft.ts'
import type { Editing } from './use-editing.ts'
import type { Work } from './work.ts'

type ToolProps = { name: string; keys?: string; disabled: boolean; run: () => unknown; children?: ReactNode }

/** The selection stays where it is while a deed is chosen. */
function Tool({ name, keys, disabled, run, children }: ToolProps) {
  return (
    <button
      type="button"
      className="btn"
      disabled={disabled}
      title={name}
      onPointerDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children ?? name} {keys !== undefined && <kbd>{keys}</kbd>}
    </button>
  )
}

type HeadProps = { work: Work; draft: Draft; editing: Editing; busy: boolean; onClose: () => void }

/** The words of a translation that a person wrote or changed here are said to be so, beside their state. */
function Standing({ work, draft }: Pick<HeadProps, 'work' | 'draft'>) {
  const { state, by } = standingOf(work.page, draft, readSignature())
  const { retold } = draft
  const former = work.kept?.translation
  const isKept = retold !== null && !retold.isOfView && !retold.edited && former
  const shown = isKept ? { state: former.state, by: former.by ?? '' } : { state, by }
  if (retold === null) return <StateMark state="none" />
  return (
    <>
      <StateMark state={shown.state} by={shown.by} />
      {retold.edited && (
        <span className="st">
          <Icon name="pencil" />
          {t('excerpt.byHand')}
        </span>
      )}
    </>
  )
}

export function EditorHead({ work, draft, editing, busy, onClose }: HeadProps) {
  const idle = editing.picked === null || editing.isFixed
  return (
    <header className="excerpt-head">
      <h2>{t('excerpt.act')}</h2>
      <span className={draft.elsewhere === null ? 'st good' : 'st wait'}>
        <Icon name="seal" />
        {t(draft.elsewhere === null ? 'excerpt.anchored' : 'excerpt.elsewhere')}
      </span>
      <Standing work={work} draft={draft} />
      <div className="excerpt-tools" role="toolbar" aria-label={t('excerpt.tools')}>
        <Tool name={t('excerpt.elide')} keys="e" disabled={idle} run={editing.elide} />
        <Tool name={t('excerpt.insert')} keys="i" disabled={idle} run={editing.beginInsert} />
        <Tool name={t('excerpt.narrow')} keys="n" disabled={idle} run={editing.narrow} />
        <Tool name={t('excerpt.case')} keys="h" disabled={idle} run={editing.changeCase}>
          <bdi dir="ltr" aria-hidden="true">
            [H]e
          </bdi>
          <span className="unseen">{t('excerpt.case')}</span>
        </Tool>
        <Tool name={t('act.undo')} keys="u" disabled={work.past.length === 0} run={editing.undo}>
          <Icon name="back" label={t('act.undo')} flip />
        </Tool>
        <Tool name={t('excerpt.redo')} keys="U" disabled={work.future.length === 0} run={editing.redo}>
          <Icon name="forward" label={t('excerpt.redo')} flip />
        </Tool>
        <button type="button" className="btn" onClick={onClose}>
          {t('act.cancel')} <kbd>Esc</kbd>
        </button>
        <button type="submit" className="btn main-act" disabled={busy}>
          {t('excerpt.keepIt')} <kbd>Enter</kbd>
        </button>
      </div>
    </header>
  )
}
