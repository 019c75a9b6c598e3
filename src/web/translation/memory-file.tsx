// The memory as TMX, in and out: first what would be learnt, then the deed. A large file says how far it is.

import { useState } from 'react'
import type { MemoryImported } from '../../server/shapes/memory.ts'
import { FileImport } from '../parts/file-import.tsx'
import { count, t } from '../text/t.ts'
import { sayPair } from './say-pair.ts'
import { sendWithProgress } from './send-with-progress.ts'

function Plan({ result }: { result: MemoryImported }) {
  const { units, passedOver, fresh, changed, same, pairs } = result
  return (
    <>
      <p role="status">
        {t('memory.sum', { units, fresh, changed, same })} {passedOver > 0 && t('memory.passedOver', { n: passedOver })}
      </p>
      <ul className="lines small">
        {pairs.slice(0, 50).map(({ from, to, units: n }) => (
          <li key={`${from}>${to}`}>
            {sayPair(from, to)}: {count(n)}
          </li>
        ))}
      </ul>
    </>
  )
}

export function MemoryFile() {
  const [sent, setSent] = useState<number | null>(null)
  const send = async (file: File, dryRun: boolean): Promise<MemoryImported> => {
    setSent(0)
    try {
      return await sendWithProgress<MemoryImported>(`/api/memory/tmx?dryRun=${dryRun}`, file, setSent)
    } finally {
      setSent(null)
    }
  }
  const words = sent === null ? '' : t('memory.sent', { percent: Math.round(sent * 100) })
  return (
    <section className="sec glossary-files">
      <h2>{t('memory.inOut')}</h2>
      <p className="q2">
        {t('memory.file.words')}{' '}
        <a href="/api/memory/tmx" download="memory.tmx">
          {t('memory.out')}
        </a>
      </p>
      <FileImport
        accept=".tmx,.xml"
        label={t('memory.file.choose')}
        send={send}
        plan={(result) => <Plan result={result} />}
        wanted={({ fresh, changed }) => fresh + changed}
        words={{
          take: (n) => t('memory.take', { n }),
          did: ({ learnt }) => t('memory.did.learnt', { n: learnt }),
          done: t('glossary.file.done'),
        }}
      />
      {sent !== null && (
        <p className="used" role="status">
          <progress value={sent} max={1} aria-label={words} /> {words}
        </p>
      )}
    </section>
  )
}
