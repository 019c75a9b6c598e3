// What a copy altered, added and dropped; of a translation, which passage answers which, side by side.

import { useQuery } from '@tanstack/react-query'
import type { CopyDifferences, CopyItem } from '../../server/shapes/copy.ts'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { t, type PhraseKey } from '../text/t.ts'
import { differencesQuestion } from './copies-questions.ts'

type Changes = NonNullable<CopyDifferences['changes']>
type Sides = { readonly copy: CopyItem; readonly of: CopyItem }

const written = ({ direction, language }: CopyItem) => ({ dir: direction, ...(language ? { lang: language } : {}) })

function Passages({
  name,
  texts,
  of,
  mark,
}: {
  name: PhraseKey
  texts: readonly string[]
  of: CopyItem
  mark?: 'ins' | 'del'
}) {
  if (texts.length === 0) return null
  const Mark = mark ?? 'span'
  return (
    <section>
      <h3 className="small q">{t(name)}</h3>
      {texts.map((text, index) => (
        <p key={index} {...written(of)}>
          <Mark>{showControls(text)}</Mark>
        </p>
      ))}
    </section>
  )
}

function Altered({ altered, copy, of }: Sides & { altered: Changes['altered'] }) {
  if (altered.length === 0) return null
  return (
    <section>
      <h3 className="small q">{t('copies.altered')}</h3>
      {altered.map((change, index) => (
        <div key={index} className="altered">
          <p {...written(of)}>{showControls(change.original)}</p>
          <p {...written(copy)}>{showControls(change.copy)}</p>
          <p className="small">
            {change.words.map((word, at) => (
              <span key={at} className="word">
                {word.dropped !== '' && <del {...written(of)}>{showControls(word.dropped)}</del>}{' '}
                {word.added !== '' && <ins {...written(copy)}>{showControls(word.added)}</ins>}
              </span>
            ))}
          </p>
        </div>
      ))}
    </section>
  )
}

function SameLanguage({ changes, copy, of }: Sides & { changes: Changes }) {
  const { added, dropped, altered, furniture, more } = changes
  const isSame = added.length + dropped.length + altered.length === 0
  return (
    <>
      {isSame && <p className="small q">{t('copies.unchanged')}</p>}
      <Altered altered={altered} copy={copy} of={of} />
      <Passages name="copies.added" texts={added} of={copy} mark="ins" />
      <Passages name="copies.dropped" texts={dropped} of={of} mark="del" />
      <Passages name="copies.furniture" texts={furniture} of={copy} />
      {more > 0 && <p className="small q">{t('copies.left', { n: more })}</p>}
    </>
  )
}

function SideBySide({ passages, copy, of }: Sides & { passages: NonNullable<CopyDifferences['passages']> }) {
  const cell = (text: string | null, item: CopyItem) =>
    text === null ? (
      <td className="q small">{t('copies.nothing')}</td>
    ) : (
      <td>
        <Outside text={text} lang={item.language} dir={item.direction} />
      </td>
    )
  return (
    <table className="side-by-side" aria-label={t('copies.passages')}>
      <thead>
        <tr>
          <th scope="col">{t('copies.original')}</th>
          <th scope="col">{t('copies.copy')}</th>
        </tr>
      </thead>
      <tbody>
        {passages.map((pair, index) => (
          <tr key={index}>
            {cell(pair.original, of)}
            {cell(pair.copy, copy)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function CopyChanges({ copy, of }: Sides) {
  const { data, error, refetch } = useQuery(differencesQuestion(copy.id, of.id))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting rows={2} />
  return (
    <div className="copy-changes">
      {data.changes && <SameLanguage changes={data.changes} copy={copy} of={of} />}
      {data.passages && <SideBySide passages={data.passages} copy={copy} of={of} />}
    </div>
  )
}
