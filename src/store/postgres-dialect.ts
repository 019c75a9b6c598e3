// Kysely over PostgreSQL. int8 comes back as a number: our times and offsets are far below 2^53.

import { PostgresDialect, type Dialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { withoutNul } from './without-nul.ts'

const INT8 = 20
pg.types.setTypeParser(INT8, Number)

/**
 * @param place.url connection string
 * @param place.schema schema to live in; the default is the user's own
 */
export function postgresDialect(place: { url: string; schema?: string }): Dialect {
  const pool = new pg.Pool({
    connectionString: place.url,
    max: 10,
    // On solid-state disks an index is nearly always the better way; the planner's default assumes spinning ones.
    options: `-c random_page_cost=1.1${place.schema ? ` -c search_path=${place.schema}` : ''}`,
  })
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool: cleaned(pool) })
}

/** A pool whose queries carry no NUL. */
function cleaned(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const query = async (sql: string, parameters: readonly unknown[]) =>
        client.query(sql, [...withoutNul(parameters)])
      return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as PostgresPoolClient
    },
  }
}
