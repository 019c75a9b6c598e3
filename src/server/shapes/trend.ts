// How often a query is met over time, by who speaks or in what language.

import { z } from '@hono/zod-openapi'
import { countShape, isoDayShape } from './plain.ts'
import { queryProblemShape, totalShape } from './search.ts'

export const trendsQueryShape = z.object({
  q: z.string().max(2000).default(''),
  by: z.enum(['all', 'outlet', 'alignment', 'language']).default('all'),
  from: isoDayShape,
  to: isoDayShape,
  /** Without it: days up to 92 days, weeks up to two years, else months. */
  unit: z.enum(['day', 'week', 'month']).optional(),
})

export const trendsShape = z
  .object({
    unit: z.enum(['day', 'week', 'month']),
    from: isoDayShape,
    to: isoDayShape,
    /** The first day of each step, in order and without gaps; weeks begin on Monday (ISO 8601). */
    steps: z.array(isoDayShape),
    /** Most first, at most 12; the rest is one series with the key `rest`. */
    series: z.array(
      z.object({
        key: z
          .string()
          .openapi({ description: 'Outlet id, alignment as stated (`none` = not stated), language, `all` or `rest`' }),
        name: z.string(),
        counts: z.array(countShape).openapi({ description: 'One for each step' }),
        total: countShape,
      }),
    ),
    total: totalShape,
    problems: z.array(queryProblemShape),
  })
  .openapi('Trends')

export type TrendsQuery = z.input<typeof trendsQueryShape>
export type Trends = z.infer<typeof trendsShape>
