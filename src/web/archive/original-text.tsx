// The text as it was brought in, with its blocks in colours and words. What no block holds is shown too.

import { useState, type ReactNode } from 'react'
import type { ArticleBlock } from '../../domain/article.ts'
import { t } from '../text/t.ts'
import { BlockText } from './block-text.tsx'
import type { PageMarks } from './marked-text.tsx'
import { lineNumberAt } from './split-lines.ts'

/** Blocks drawn at first; an index of thousands of rows is drawn as far as is asked for. */
const MANY = 400

export const blockName = ({ kind, ordinal }: Pick<ArticleBlock, 'kind' | 'ordinal'>) =>
  ordinal === undefined ? t(`block.${kind}`) : `${t(`block.${kind}`)} ${ordinal + 1}`

type Between = (index: number) => ReactNode
type OriginalTextProps = {
  blocks: readonly ArticleBlock[]
  firstLine: number
  marks: PageMarks
  /** Drawn before block `index`, such as its boundary. */
  before?: Between
  /** Drawn in place of the block's name. */
  heading?: Between
  isOn?: (index: number) => boolean
}

export function OriginalText({ blocks, firstLine, marks, before, heading, isOn }: OriginalTextProps) {
  const [shown, setShown] = useState(MANY)
  const { text, start } = marks.file
  const lineAt = (offset: number) => lineNumberAt(text, start, firstLine, offset)
  return (
    <div className="original-text">
      {blocks.slice(0, shown).map((block, index) => {
        const gapStart = blocks[index - 1]?.end ?? start
        const gap = text.slice(gapStart - start, block.start - start)
        return (
          <div key={index} className="original-block-room">
            {gap.trim() !== '' && (
              <section className="original-block left-over">
                <p className="block-name">{t('block.leftOver')}</p>
                <BlockText start={gapStart} end={block.start} line={lineAt(gapStart)} marks={marks} />
              </section>
            )}
            {before?.(index)}
            <section
              className={isOn?.(index) ? 'original-block on' : 'original-block'}
              data-kind={block.kind}
              aria-label={blockName(block)}
            >
              {heading ? heading(index) : <p className="block-name">{blockName(block)}</p>}
              {block.kind === 'chrome' && !heading ? (
                <details className="fold">
                  <summary>{t('block.chrome.show')}</summary>
                  <BlockText start={block.start} end={block.end} line={lineAt(block.start)} marks={marks} />
                </details>
              ) : (
                <BlockText start={block.start} end={block.end} line={lineAt(block.start)} marks={marks} />
              )}
            </section>
          </div>
        )
      })}
      {blocks.length > shown && (
        <p>
          <button type="button" className="btn" onClick={() => setShown(shown + MANY)}>
            {t('block.more', { n: blocks.length - shown })}
          </button>
        </p>
      )}
    </div>
  )
}
