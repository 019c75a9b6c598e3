// How an engine is set up. In the configuration and not here: an engine holds a key, and says to whom texts are sent.

import { useQuery } from '@tanstack/react-query'
import { statusQuestion } from '../api/questions.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { t } from '../text/t.ts'

const examples = {
  libretranslate: { engine: 'libretranslate', endpoint: 'http://localhost:5000' },
  deepl: { engine: 'deepl', keyFile: '/run/secrets/deepl', monthlyCharacters: 500_000, pricePerMillion: 20 },
  openai: {
    engine: 'openai',
    endpoint: 'https://llm.example/v1',
    model: 'any-model',
    keyFile: '/run/secrets/llm',
    pairs: ['fa>en', 'ps>en'],
    monthlyMoney: 25,
    pricePerMillion: 4,
  },
  apertium: { engine: 'apertium', pairs: ['es>en', 'fr>en', 'pt>en'] },
  local: { engine: 'local', folder: '/srv/models', pairs: ['ru>en'] },
  human: { engine: 'human', pairs: ['ps>en'] },
} as const

const kinds = ['libretranslate', 'deepl', 'openai', 'apertium', 'local', 'human'] as const

export function EngineSetup({ isOpen }: { isOpen: boolean }) {
  const { data } = useQuery(statusQuestion())
  const file = data ? `${data.home}/config.json` : 'config.json'
  return (
    <section className="sec">
      <details className="fold" open={isOpen}>
        <summary>{t('engine.setup')}</summary>
        <p className="q2">{t('engine.setup.words')}</p>
        <p className="small">
          <bdi dir="ltr" className="mono wrap">
            {file}
          </bdi>
        </p>
        <ul className="setup-list">
          {kinds.map((kind) => {
            const text = `"engines": [${JSON.stringify(examples[kind])}]`
            return (
              <li key={kind}>
                <h3>{t(`engine.kind.${kind}`)}</h3>
                <p className="small q2">{t(`engine.setup.${kind}`)}</p>
                <p className="example">
                  <code dir="ltr" className="mono wrap">
                    {text}
                  </code>
                  <CopyButton text={text} label={t('engine.setup.copy')} bare />
                </p>
              </li>
            )
          })}
        </ul>
        <p className="small q2">{t('engine.setup.why')}</p>
      </details>
    </section>
  )
}
