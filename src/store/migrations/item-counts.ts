// Counts of items that the database keeps by itself, in the very transaction that changes an item: whoever writes, they
// are right, and reading them costs the same at any number of items.
//
//   item_counts   outlet × language ('' = not known) × state × triage → n
//   item_days     day of arrival (days since 1970, UTC) × feed × outlet × language → n
//
// On SQLite, where one writes at a time, each combination is one row. On PostgreSQL writers would wait for each other at
// such rows, and could lock each other out: there every change adds rows, readers sum, and now and then a writer folds
// what lies there into one row each.

import { PostgresAdapter, sql, type Kysely } from 'kysely'

const DAY_MS = 86_400_000

export async function keepItemCounts(db: Kysely<unknown>): Promise<void> {
  const onPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  await countTable(db, 'item_counts', ['outlet_id', 'language', 'state', 'triage'], onPostgres)
  await countTable(db, 'item_days', ['day', 'feed_id', 'outlet_id', 'language'], onPostgres)
  await countWhatIsThere(db)
  for (const statement of onPostgres ? onPostgresStatements() : onSqliteStatements()) await statement.execute(db)
}

async function countTable(
  db: Kysely<unknown>,
  name: string,
  columns: readonly string[],
  onPostgres: boolean,
): Promise<void> {
  const typed = columns.map((column) => sql.raw(`${column} ${column === 'day' ? 'integer' : 'text'} not null`))
  const key = onPostgres ? sql`` : sql`, primary key (${sql.raw(columns.join(', '))})`
  const end = onPostgres ? sql`` : sql` without rowid`
  await sql`create table ${sql.table(name)} (${sql.join(typed)}, n bigint not null${key})${end}`.execute(db)
  if (columns.includes('feed_id'))
    await db.schema.createIndex(`${name}_feed`).on(name).columns(['feed_id', 'day']).execute()
  if (onPostgres)
    await db.schema
      .createIndex(`${name}_first`)
      .on(name)
      .column(columns[0] ?? '')
      .execute()
}

async function countWhatIsThere(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into item_counts (outlet_id, language, state, triage, n)
    select outlet_id, coalesce(language, ''), state, triage, count(*) from items group by 1, 2, 3, 4`.execute(db)
  await sql`
    insert into item_days (day, feed_id, outlet_id, language, n)
    select seen_at / ${sql.lit(DAY_MS)}, feed_id, outlet_id, coalesce(language, ''), count(*) from items
    group by 1, 2, 3, 4`.execute(db)
}

function onSqliteStatements() {
  const add = (row: 'old' | 'new', n: 1 | -1) =>
    sql.raw(`
    insert into item_counts values (${row}.outlet_id, coalesce(${row}.language, ''), ${row}.state, ${row}.triage, ${n})
      on conflict do update set n = n + excluded.n;
    insert into item_days values
      (${row}.seen_at / ${DAY_MS}, ${row}.feed_id, ${row}.outlet_id, coalesce(${row}.language, ''), ${n})
      on conflict do update set n = n + excluded.n;`)
  return [
    sql`create trigger items_added after insert on items begin ${add('new', 1)} end`,
    sql`create trigger items_removed after delete on items begin ${add('old', -1)} end`,
    sql`create trigger items_changed after update of outlet_id, feed_id, language, state, triage, seen_at on items
      when old.outlet_id <> new.outlet_id or old.feed_id <> new.feed_id or old.language is not new.language
        or old.state <> new.state or old.triage <> new.triage or old.seen_at <> new.seen_at
      begin ${add('old', -1)} ${add('new', 1)} end`,
  ]
}

function onPostgresStatements() {
  return [
    sql`create function fold_item_counts() returns void language plpgsql as $$
      begin
        -- One at a time; whoever comes second leaves it to the first.
        if not pg_try_advisory_xact_lock(hashtext('item_counts'), hashtext(current_schema())) then return; end if;
        with gone as (delete from item_counts returning *)
          insert into item_counts select outlet_id, language, state, triage, sum(n) from gone
          group by 1, 2, 3, 4 having sum(n) <> 0;
        with gone as (delete from item_days returning *)
          insert into item_days select day, feed_id, outlet_id, language, sum(n) from gone
          group by 1, 2, 3, 4 having sum(n) <> 0;
      end $$`,
    sql`create function count_items() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          ${countRows(sql`select *, 1 as by from new_items`)}
        elsif tg_op = 'DELETE' then
          ${countRows(sql`select *, -1 as by from old_items`)}
        else
          ${countRows(sql`select *, 1 as by from new_items union all select *, -1 as by from old_items`)}
        end if;
        if random() < 0.002 then perform fold_item_counts(); end if;
        return null;
      end $$`,
    sql`create trigger items_added after insert on items referencing new table as new_items
      for each statement execute function count_items()`,
    sql`create trigger items_removed after delete on items referencing old table as old_items
      for each statement execute function count_items()`,
    sql`create trigger items_changed after update on items referencing old table as old_items new table as new_items
      for each statement execute function count_items()`,
  ]
}

function countRows(rows: ReturnType<typeof sql>) {
  return sql`
    insert into item_counts
      select outlet_id, coalesce(language, ''), state, triage, sum(by) from (${rows}) as r
      group by 1, 2, 3, 4 having sum(by) <> 0;
    insert into item_days
      select seen_at / ${sql.lit(DAY_MS)}, feed_id, outlet_id, coalesce(language, ''), sum(by) from (${rows}) as r
      group by 1, 2, 3, 4 having sum(by) <> 0;`
}
