// The register as a file: what an import did, or would do, row by row.

import { z } from '@hono/zod-openapi'
import { countShape, idShape } from './plain.ts'

export const registerFormatShape = z.enum(['csv', 'json'])

export const registerImportQueryShape = z.object({
  format: registerFormatShape,
  dryRun: z.enum(['true', 'false']).default('false'),
})

export const registerRowShape = z
  .object({
    /** Line of the file for CSV (the first after the header is 2), place in the list from 1 for JSON. */
    line: countShape,
    name: z.string().nullable(),
    outletId: idShape.nullable().openapi({ description: 'Of a known outlet' }),
    kind: z.enum(['new', 'changed', 'same', 'wrong']),
    changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    problems: z.array(z.string()).openapi({ description: 'Why the row cannot be used, for `wrong`' }),
  })
  .openapi('RegisterRow')

export const registerImportShape = z
  .object({
    dryRun: z.boolean(),
    rows: z.array(registerRowShape),
    counts: z.object({ new: countShape, changed: countShape, same: countShape, wrong: countShape }),
    notes: z.array(z.string()),
  })
  .openapi('RegisterImport')

export type RegisterRow = z.infer<typeof registerRowShape>
export type RegisterImport = z.infer<typeof registerImportShape>
