// The two sides of an excerpt under one's hands: the passage in its own script, and its translation.

import { useEffect, useRef } from 'react'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { readSignature } from '../../shell/signature.ts'
import { directionOf, languageName } from '../../text/languages.ts'
import { t } from '../../text/t.ts'
import { originalText, standingOf, startDraft, type Doubt, type Draft, type Page } from './draft.ts'
import { printStrip } from './strip-print.ts'
import { reachOf } from './strip.ts'
import { StripView } from './strip-view.tsx'
import type { Editing } from './use-editing.ts'
import type { Work } from './work.ts'

type SideProps = { work: Work; draft: Draft; editing: Editing }
/** `live`: the page as the reader shows it now. */
type TranslationSideProps = SideProps & { live: Page }

export function OriginalSide({ work, draft, editing, onAnew }: SideProps & { onAnew: () => void }) {
  const { reading } = work.page
  const text = originalText(work.page, draft)
  const name = reading.language ? languageName(reading.language) : t('language.unknown')
  return (
    <section className="excerpt-side side-original">
      <p className="small q side-name">
        {t('reader.original', { language: name })}
        {draft.elsewhere !== null && (
          <button type="button" className="link" onClick={onAnew}>
            {t('excerpt.anew')}
          </button>
        )}
        <CopyButton text={printStrip(text, draft.original)} label={t('excerpt.copy.original')} bare />
      </p>
      <StripView
        label={t('excerpt.original')}
        text={text}
        strip={draft.original}
        language={reading.language}
        direction={reading.direction}
        picked={editing.side === 'original' ? editing.picked : null}
        onPick={(picked) => editing.pick('original', picked)}
        onOpen={editing.open}
        onRemove={editing.remove}
        onFocus={() => editing.focus('original')}
        onPaste={(words) => void editing.findPasted(words)}
      />
    </section>
  )
}

/** The sentences of the translation that the passage touches, as they are in the reader. */
function freshOf(live: Page, draft: Draft) {
  const reach = draft.elsewhere === null ? reachOf(draft.original) : null
  return reach ? (startDraft(live, { side: 'original', ...reach })?.retold ?? null) : null
}

export function TranslationSide(props: TranslationSideProps) {
  const { work, draft, editing } = props
  const { retold } = draft
  const language = work.page.view?.to ?? work.kept?.translation?.language ?? 'en'
  const printed = retold ? printStrip(retold.text, retold.strip) : ''
  const isWriting = editing.writing !== null
  return (
    <section className="excerpt-side side-translation">
      <p className="small q side-name">
        {t('excerpt.translation')} ({languageName(language)}){!isWriting && <Sources {...props} printed={printed} />}
        {retold && <CopyButton text={printed} label={t('excerpt.copy.translation')} bare />}
      </p>
      {isWriting && <Writing editing={editing} language={language} />}
      {!isWriting && retold && (
        <StripView
          label={t('excerpt.translation')}
          text={retold.text}
          strip={retold.strip}
          language={language}
          direction={directionOf(language)}
          picked={editing.side === 'translation' ? editing.picked : null}
          onPick={(picked) => editing.pick('translation', picked)}
          onOpen={editing.open}
          onRemove={editing.remove}
          onFocus={() => editing.focus('translation')}
          onPaste={(words) => editing.setWriting(`${printed} ${words}`.trim())}
        />
      )}
      <Doubts work={work} draft={draft} />
    </section>
  )
}

/** Where the words may come from: a person's own hand, or the translation as the reader has it now. */
function Sources({ work, draft, editing, live, printed }: TranslationSideProps & { printed: string }) {
  const { retold } = draft
  const fresh = freshOf(live, draft)
  const isFresh = retold?.isOfView === true && live.view?.revision === work.page.view?.revision
  return (
    <>
      <button type="button" className="link" onClick={() => editing.setWriting(printed)}>
        <Icon name="pencil" />
        {t(retold ? 'excerpt.write' : 'translation.byHand')}
      </button>
      {fresh && !isFresh && (
        <button type="button" className="link" onClick={() => editing.takeFresh(live, fresh)}>
          {t('excerpt.fromReader')}
        </button>
      )}
    </>
  )
}

function Writing({ editing, language }: { editing: Editing; language: string }) {
  const typed = editing.writing ?? ''
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="excerpt-writing">
      <textarea
        ref={box}
        aria-label={t('excerpt.translation')}
        lang={language}
        dir={directionOf(language)}
        rows={Math.min(8, 2 + Math.ceil(typed.length / 70))}
        maxLength={100_000}
        value={typed}
        onChange={(event) => editing.setWriting(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          editing.setWriting(null)
        }}
      />
      <p className="small q">
        {t('excerpt.write.hint')}{' '}
        <button type="button" className="btn" onClick={editing.endWriting}>
          {t('excerpt.write.done')}
        </button>
      </p>
    </div>
  )
}

/** What a reader of the translation must know: sentences that it lacks; “unreviewed machine translation?”, and why one asks. */
function Doubts({ work, draft }: Pick<SideProps, 'work' | 'draft'>) {
  const { doubts, untold } = standingOf(work.page, draft, readSignature())
  if (draft.retold === null) return null
  return (
    <>
      {untold > 0 && (
        <p className="small st warn">
          <Icon name="gap" />
          {t('excerpt.untold', { n: untold })}
        </p>
      )}
      {doubts.length > 0 && <Asking doubts={doubts} />}
    </>
  )
}

function Asking({ doubts }: { doubts: readonly Doubt[] }) {
  return (
    <div className="small st warn doubts">
      <Icon name="differs" />
      <ul>
        {doubts.some(({ isMachine }) => isMachine) && <li>{t('excerpt.unreviewed')}</li>}
        {doubts.map(({ kind, words }) => (
          <li key={words}>
            {t(`translation.flag.${kind}`)}: <bdi dir="ltr">{words}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
