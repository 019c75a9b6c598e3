// Kysely over node:sqlite. One connection; transactions queue for it.
// Writers begin IMMEDIATE, because a read that turns into a write half-way fails when another connection wrote in between.

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { storeError } from './store-error.ts'
import { withoutNul } from './without-nul.ts'

const PRAGMAS =
  'pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -16000; pragma temp_store = memory; pragma wal_autocheckpoint = 4000'

/** Opens the records of a home in one SQLite file (WAL, full sync), made if missing. */
export function openSqlite(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { timeout: 15_000, enableForeignKeyConstraints: true })
    database.exec(PRAGMAS)
    return database
  } catch (error) {
    throw storeError(error)
  }
}

export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function sqliteDriver(database: DatabaseSync): Driver {
  const connection = sqliteConnection(database)
  let lastInLine: Promise<void> = Promise.resolve()
  let leave: () => void = () => undefined
  const run = async (text: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(text))
  }

  return {
    init: async () => undefined,
    async acquireConnection() {
      const before = lastInLine
      const turn = Promise.withResolvers<void>()
      lastInLine = turn.promise
      await before
      leave = turn.resolve
      return connection
    },
    releaseConnection: async () => leave(),
    // A snapshot to read from must not keep writers out.
    beginTransaction: (_, { accessMode }) => run(accessMode === 'read only' ? 'begin' : 'begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: async () => {
      // A full disk makes SQLite roll back by itself; a second rollback would hide the first error.
      if (database.isTransaction) await run('rollback')
    },
    savepoint: (_, name) => run(`savepoint ${name}`),
    rollbackToSavepoint: (_, name) => run(`rollback to ${name}`),
    releaseSavepoint: (_, name) => run(`release ${name}`),
    destroy: async () => database.close(),
  }
}

const STATEMENTS_KEPT = 300

function sqliteConnection(database: DatabaseSync): DatabaseConnection {
  const statements = new Map<string, { statement: StatementSync; reads: boolean }>()

  function prepare(text: string): { statement: StatementSync; reads: boolean } {
    const known = statements.get(text)
    if (known) return known
    const statement = database.prepare(text)
    const prepared = { statement, reads: statement.columns().length > 0 }
    if (statements.size >= STATEMENTS_KEPT) statements.clear()
    statements.set(text, prepared)
    return prepared
  }

  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const { statement, reads } = prepare(sql)
        const values = withoutNul(parameters) as SQLInputValue[]
        if (reads) return { rows: statement.all(...values) as Row[] }
        const { changes, lastInsertRowid } = statement.run(...values)
        return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
      } catch (error) {
        throw storeError(error)
      }
    },
    async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
      // A statement of its own: the cached one may be asked again while this one is still being read.
      for (const row of database.prepare(sql).iterate(...(withoutNul(parameters) as SQLInputValue[])))
        yield { rows: [row as Row] }
    },
  }
}
