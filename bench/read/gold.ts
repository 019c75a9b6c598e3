// In: a folder with `gold.json` and pages. Out: the pages with their answers.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** What a person says is on a page; absent = not asked. */
export type Answer = {
  readonly url?: string
  readonly file?: string
  readonly title?: string | null
  readonly authors?: readonly string[]
  readonly publishing_date?: string | null
  readonly date?: string | null
  readonly articleBody?: string
  /** Other texts that are right as well. */
  readonly articleBodyAlt?: readonly string[]
  /** Pieces that must, and must not, be in the text. */
  readonly with?: readonly string[]
  readonly without?: readonly string[]
  readonly lang?: string
}

export type Gold = Readonly<Record<string, Answer>>

/** What a reader said of a page. */
export type Said = {
  readonly title: string | null
  readonly articleBody: string
  readonly authors: readonly string[]
  readonly published: string | null
}

export function readGold(folder: string): Gold {
  return JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold
}

/** The bytes of a page, unpacked; null when the folder lacks it. */
export function readPageFile(folder: string, id: string, answer: Answer): Uint8Array | null {
  for (const name of [answer.file, `${id}.html.gz`, `${id}.html`]) {
    if (!name) continue
    for (const path of [join(folder, 'html', name), join(folder, name)]) {
      if (!existsSync(path)) continue
      const bytes = readFileSync(path)
      return name.endsWith('.gz') ? gunzipSync(bytes) : bytes
    }
  }
  return null
}
