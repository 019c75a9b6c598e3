// The register as a file, out and in.

import { createRoute, z } from '@hono/zod-openapi'
import type { HonoRequest } from 'hono'
import { gatherRegister } from '../../collect/register/gather-register.ts'
import { importRegister } from '../../collect/register/import-register.ts'
import { readRegisterCsv, writeRegisterCsv } from '../../collect/register/register-csv.ts'
import { readRegisterJson, writeRegisterJson } from '../../collect/register/register-json.ts'
import { DeskError } from '../../domain/errors.ts'
import { decodeText } from '../../lib/charset.ts'
import type { Api } from '../api.ts'
import { dayOf } from '../present/statements.ts'
import { registerFormatShape, registerImportQueryShape, registerImportShape } from '../shapes/register.ts'
import type { ServerTools } from '../tools.ts'
import { jsonAnswer, problemAnswer, signedBy } from './route-parts.ts'

const tags = ['outlets']

const exportRoute = createRoute({
  method: 'get',
  path: '/api/register',
  operationId: 'exportRegister',
  tags,
  summary: 'The register as a spreadsheet (CSV), or whole, with the history of statements (JSON)',
  request: { query: z.object({ format: registerFormatShape }) },
  responses: {
    200: {
      description: 'The file',
      content: { 'text/csv': { schema: z.string() }, 'application/json': { schema: z.unknown() } },
    },
    ...problemAnswer,
  },
})

const importRoute = createRoute({
  method: 'post',
  path: '/api/register',
  operationId: 'importRegister',
  tags,
  summary: 'Bring in a register',
  description:
    'The body is the file itself, or a form with it as `file`. Rows that cannot be used are left out and named. With `dryRun=true` nothing is kept. What was exported and is imported again changes nothing.',
  request: {
    query: registerImportQueryShape,
    body: {
      required: true,
      content: {
        'text/csv': { schema: z.string() },
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
        },
      },
    },
  },
  responses: { 200: jsonAnswer(registerImportShape, 'Row by row what was done, or would be'), ...problemAnswer },
})

export function addRegisterRoutes(api: Api, tools: ServerTools): void {
  const { db, queue, now } = tools

  api.openapi(exportRoute, async (c) => {
    const { format } = c.req.valid('query')
    const entries = await gatherRegister(db, dayOf(now()))
    const text = format === 'csv' ? writeRegisterCsv(entries) : writeRegisterJson(entries)
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json'
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="register.${format}"` }
    return c.body(text, 200, headers) as never
  })

  api.openapi(importRoute, async (c) => {
    const { format, dryRun: wish } = c.req.valid('query')
    const dryRun = wish === 'true'
    const text = await readFile(c.req)
    const file = format === 'csv' ? readRegisterCsv(text) : readRegisterJson(text)
    if (file.kind === 'not-a-register') throw new DeskError('bad-input', file.reason)
    const rows = await importRegister(db, queue, file.lines, {
      dryRun,
      now: now(),
      signedBy: await signedBy(tools, undefined),
    })
    if (!dryRun) tools.wake()
    const count = (kind: string) => rows.filter((row) => row.kind === kind).length
    const counts = { new: count('new'), changed: count('changed'), same: count('same'), wrong: count('wrong') }
    const shown = rows.map((row) => ({
      ...row,
      changes: row.changes.map((one) => ({ ...one })),
      problems: [...row.problems],
    }))
    return c.json({ dryRun, rows: shown, counts, notes: [...file.notes] }, 200)
  })
}

/** In whatever charset it comes, as the body or as the one file of a form. */
async function readFile(request: HonoRequest): Promise<string> {
  const contentType = request.header('content-type') ?? null
  if (!contentType?.toLowerCase().startsWith('multipart/form-data'))
    return decodeText(new Uint8Array(await request.arrayBuffer()), { contentType, kind: 'text' }).text
  const file = (await request.formData()).get('file')
  if (!(file instanceof File)) throw new DeskError('bad-input', 'Choose the file that holds the register.')
  return decodeText(await file.bytes(), { contentType: null, kind: 'text' }).text
}
