// What reading a file for import needs from other rooms: the reader's PDF text, and a program that reads pictures.

import type { Config } from '../config.ts'
import type { InputTools } from '../desk/import/read-input.ts'
import { readPage } from '../read/read-page.ts'

/** The tools of an import on this machine. */
export function inputTools(config: Config, now: () => number): InputTools {
  return {
    now,
    async readPdf(bytes) {
      const reading = await readPage(bytes, {
        url: 'file:///import.pdf',
        contentType: 'application/pdf',
        budgetMs: config.pageBudgetSeconds * 1000 * 4,
        now: now(),
      })
      if (reading.text.trim() === '') return { kind: 'unreadable', reason: reading.reason ?? 'The PDF holds no text.' }
      return { kind: 'text', text: reading.text, notes: reading.reason === null ? [] : [reading.reason] }
    },
    readPicture: async () => null,
  }
}
