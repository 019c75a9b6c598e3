import type { FoundFeed } from '../../server/shapes/discovery.ts'
import { Outside } from '../parts/outside.tsx'
import { directionOf, languageTag } from '../text/languages.ts'
import { sayDay, sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'

function Samples({ feed }: { feed: FoundFeed }) {
  const [language = null] = feed.languages
  return (
    <ul className="samples">
      {feed.samples.slice(0, 4).map((sample) => (
        <li key={sample.url}>
          {sample.title ? (
            <Outside text={sample.title} lang={language} dir={directionOf(language)} className="press" />
          ) : (
            <bdi dir="ltr" className="mono">
              {sample.url}
            </bdi>
          )}
          {sample.publishedAt !== null && <span className="q small"> {sayDay(sample.publishedAt)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** What one address holds, before anything is subscribed to. */
export function FoundFeedLine({
  feed,
  chosen,
  onChoose,
}: {
  feed: FoundFeed
  chosen: boolean
  onChoose: (chosen: boolean) => void
}) {
  const newest = feed.newestAt === null ? t('found.noDates') : t('found.newest', { at: sayMoment(feed.newestAt) })
  return (
    <li className="found-feed">
      <label>
        <input
          type="checkbox"
          checked={chosen || feed.subscribed}
          disabled={feed.subscribed}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span>
          <b className="b">{feed.title ? <Outside text={feed.title} /> : t(`feed.kind.${feed.kind}`)}</b>
          {feed.subscribed && <span className="small q"> · {t('found.subscribed')}</span>}
          {feed.recommended && !feed.subscribed && <span className="small good"> · {t('found.recommended')}</span>}
        </span>
      </label>
      <div className="found-more">
        <bdi dir="ltr" className="mono q2 wrap">
          {feed.url}
        </bdi>
        <p className="small q2">
          {t(`feed.kind.${feed.kind}`)} · {t('found.count', { n: feed.count })} · {newest}
          {feed.languages.map((tag) => (
            <span key={tag}>
              {' '}
              · <span className="tag">{languageTag(tag)}</span>
            </span>
          ))}{' '}
          · <bdi>{feed.how}</bdi>
        </p>
        <Samples feed={feed} />
        {feed.notes.map((note) => (
          <p key={note} className="small warn">
            <bdi>{note}</bdi>
          </p>
        ))}
      </div>
    </li>
  )
}
