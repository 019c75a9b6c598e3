// Bringing files in, and what each of them held.

import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { saveImports, type ImportedFile } from '../../desk/articles/save-import.ts'
import { DeskError } from '../../domain/errors.ts'
import { bytesAsSource } from '../../lib/byte-source.ts'
import { recordCustody } from '../../preserve/record-custody.ts'
import { findImport, listArticlesOfImport, listImports } from '../../store/article-imports.ts'
import type { Api } from '../api.ts'
import {
  importDetailShape,
  importListShape,
  importQueryShape,
  importResultShape,
  type ImportResult,
} from '../shapes/import.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, notFound, problemAnswer, readId, signedBy } from './route-parts.ts'

const tags = ['imports']

const listRoute = createRoute({
  method: 'get',
  path: '/api/imports',
  operationId: 'listImports',
  tags,
  summary: 'Files brought in, the latest first',
  responses: { 200: jsonAnswer(importListShape, 'The files'), ...problemAnswer },
})

const showRoute = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  operationId: 'readImport',
  tags,
  summary: 'One file: its articles, and the lines that belong to none',
  request: { params: idParamsShape },
  responses: { 200: jsonAnswer(importDetailShape, 'The file'), ...problemAnswer },
})

const textRoute = createRoute({
  method: 'get',
  path: '/api/imports/{id}/text',
  operationId: 'readImportText',
  tags,
  summary: 'The whole text of a file, as it was read',
  request: { params: idParamsShape },
  responses: {
    200: { description: 'The text', content: { 'text/plain': { schema: z.string() } } },
    ...problemAnswer,
  },
})

const fileShape = z
  .custom<File>((value) => value instanceof File, 'Choose a file.')
  .openapi({ type: 'string', format: 'binary' })

const addRoute = createRoute({
  method: 'post',
  path: '/api/imports',
  operationId: 'addImport',
  tags,
  summary: 'Bring files in: texts, saved pages, crawls, Word and PDF files, lists of older pieces',
  description: 'A file whose bytes are here already changes nothing. One that cannot be read is named with the reason.',
  request: {
    query: importQueryShape,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({ file: z.union([fileShape, z.array(fileShape).max(200)]) }),
        },
      },
    },
  },
  responses: { 200: jsonAnswer(importResultShape, 'What came in'), ...problemAnswer },
})

export function addImportRoutes(api: Api, tools: ServerTools): void {
  const { db } = tools

  api.openapi(listRoute, async (c) => {
    const imports = await listImports(db, 500)
    return c.json({ imports: imports.map((one) => ({ ...one, notes: [...one.notes] })) }, 200)
  })

  api.openapi(showRoute, async (c) => {
    const id = readId<'import'>(c.req.valid('param').id)
    const file = await findImport(db, id)
    if (!file) throw notFound('import')
    const { text: _, leftOver, notes, ...head } = file
    const contents = await listArticlesOfImport(db, id)
    const lists = {
      notes: [...notes],
      contents: contents.map(showArticle),
      leftOver: leftOver.map((line) => ({ ...line })),
    }
    return c.json({ ...head, articles: contents.length, ...lists }, 200)
  })

  api.openapi(textRoute, async (c) => {
    const file = await findImport(db, readId<'import'>(c.req.valid('param').id))
    if (!file) throw notFound('import')
    // Text from outside: never anything but text to a browser.
    return c.text(file.text, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="import.txt"',
    })
  })

  api.openapi(addRoute, async (c) => {
    const { file } = c.req.valid('form')
    const dryRun = c.req.valid('query').dryRun === 'true'
    return c.json(await bringIn(tools, Array.isArray(file) ? file : [file], dryRun), 200)
  })
}

async function bringIn(tools: ServerTools, uploads: readonly File[], dryRun: boolean): Promise<ImportResult> {
  const files: ImportedFile[] = []
  const problems: { file: string; reason: string }[] = []
  for (const upload of uploads) {
    const name = nameOf(upload)
    try {
      await readUpload(tools, name, await upload.bytes(), { files, problems })
    } catch (error) {
      if (error instanceof DeskError) problems.push({ file: name, reason: error.message })
      else throw error
    }
  }
  const signature = { signedBy: await signedBy(tools, undefined), now: tools.now(), dryRun }
  const saved = files.length === 0 ? [] : await saveImports({ ...tools, recordCustody }, files, signature)
  return {
    dryRun,
    files: saved.map(({ added, known, ...one }, place) => ({
      ...one,
      added: added.map(showArticle),
      known: known.map(showArticle),
      notes: [...(files[place]?.notes ?? [])],
      leftOver: files[place]?.leftOver.length ?? 0,
      leftOverLines: (files[place]?.leftOver ?? []).slice(0, MOST_LEFT_OVER).map(({ line, text }) => ({ line, text })),
    })),
    problems,
  }
}

const MOST_LEFT_OVER = 200

function showArticle<Article extends { readonly lines: readonly [number, number] }>(article: Article) {
  return { ...article, lines: [...article.lines] }
}

type Found = { readonly files: ImportedFile[]; readonly problems: { file: string; reason: string }[] }

async function readUpload(tools: ServerTools, name: string, bytes: Uint8Array, found: Found): Promise<void> {
  // Loaded when the first file comes: most days of a desk see none.
  const [{ readInput }, { importText }] = await Promise.all([
    import('../../desk/import/read-input.ts'),
    import('../../desk/import/import-text.ts'),
  ])
  for await (const one of readInput(name, bytesAsSource(bytes), tools.importTools)) {
    if (one.kind === 'problem') {
      found.problems.push({ file: one.file, reason: one.reason })
      continue
    }
    const { documents, leftOver } = importText(one.text)
    if (documents.length > 0) found.files.push({ ...one, name: one.file, documents, leftOver })
    else
      found.problems.push({ file: one.file, reason: 'There is no document in it: none of its lines could be placed.' })
  }
}

/** A name for people: no folders, no control characters, not endless. */
function nameOf(upload: File): string {
  const name = (upload.name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').trim()
  return name === '' ? `file-${createHash('sha256').update(upload.name).digest('hex').slice(0, 8)}` : name.slice(0, 200)
}
