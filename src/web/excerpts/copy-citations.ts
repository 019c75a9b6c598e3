// Citations on the clipboard: as text and, where the other program takes it, as HTML with Robust Links.

import type { ExportFormat } from '../../server/shapes/excerpt-collection.ts'
import type { CitationForm } from '../../server/shapes/citation.ts'
import { wordsOf } from '../api/ask.ts'
import { sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

/** What the desk hands out of the excerpts named, in this order. */
async function askExport(excerpts: readonly string[], as: ExportFormat, form: CitationForm): Promise<Blob> {
  const body = JSON.stringify({ excerpts, as, form })
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/api/excerpts/export', { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(answer.statusText)
  return answer.blob()
}

const textOf = async (excerpts: readonly string[], as: ExportFormat, form: CitationForm) =>
  (await (await askExport(excerpts, as, form)).text()).trim()

/** @param as `html` puts both on the clipboard: a plain editor takes the text, any other the links */
export async function copyCitations(
  excerpts: readonly string[],
  form: CitationForm,
  as: 'text' | 'html' | 'csl',
): Promise<void> {
  try {
    const text = await textOf(excerpts, as === 'csl' ? 'csl' : 'citations', form)
    if (as === 'html' && 'ClipboardItem' in window) {
      const html = new Blob([await textOf(excerpts, 'citations-html', form)], { type: 'text/html' })
      const plain = new Blob([text], { type: 'text/plain' })
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': plain })])
    } else await navigator.clipboard.writeText(text)
    sayWords(t('collection.copied', { n: excerpts.length, text: text.slice(0, 80) }))
  } catch (error) {
    sayWords(error instanceof DOMException ? t('copy.failed') : wordsOf(error))
  }
}

const endings: Readonly<Record<ExportFormat, string>> = {
  jsonld: 'jsonld',
  html: 'html',
  markdown: 'md',
  citations: 'txt',
  'citations-html': 'html',
  csl: 'json',
  ris: 'ris',
}

/** Hands the excerpts named over as a file. */
export async function downloadExport(excerpts: readonly string[], as: ExportFormat, form: CitationForm): Promise<void> {
  try {
    const address = URL.createObjectURL(await askExport(excerpts, as, form))
    const link = document.createElement('a')
    link.href = address
    link.download = `excerpts.${endings[as]}`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  } catch (error) {
    sayWords(wordsOf(error))
  }
}
