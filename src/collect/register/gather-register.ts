// In: the register. Out: its entries as they go into a file.

import { printedOn } from '../../domain/outlet.ts'
import type { Db } from '../../store/db.ts'
import { listFeeds } from '../../store/feeds.ts'
import { listOutlets } from '../../store/outlets.ts'
import { listStatements } from '../../store/statements.ts'
import { statedFields, type RegisterEntry } from './register-entry.ts'

/** Outlets that were merged into others are left out. @param day ISO day for which the spreadsheet's columns are printed */
export async function gatherRegister(db: Db, day: string): Promise<RegisterEntry[]> {
  const feeds = Map.groupBy(await listFeeds(db), (feed) => feed.outletId)
  const statements = Map.groupBy(await listStatements(db), (statement) => statement.outletId)
  const outlets = (await listOutlets(db)).filter(({ mergedInto }) => mergedInto === null)
  return outlets.map((outlet) => {
    const all = statements.get(outlet.id) ?? []
    const printed = printedOn(all, day)
    const stated = statedFields.flatMap((kind) => {
      const one = printed.find((statement) => statement.kind === kind)
      return one ? [[kind, one.value] as const] : []
    })
    return {
      id: outlet.id,
      name: outlet.name,
      ...(outlet.nameAsPrinted === null ? {} : { nameAsPrinted: outlet.nameAsPrinted }),
      homepage: outlet.homepage,
      domains: [...outlet.domains],
      ...(outlet.country === null ? {} : { country: outlet.country }),
      languages: [...outlet.languages],
      names: printed.filter(({ kind }) => kind === 'name').map(({ language, value }) => ({ language, value })),
      ...Object.fromEntries(stated),
      feeds: (feeds.get(outlet.id) ?? []).flatMap(({ kind, url, title, selector }) =>
        kind === 'single' ? [] : [{ kind, url, title, selector }],
      ),
      statements: all
        .filter(({ review }) => review?.verdict !== 'withdrawn')
        .map(({ kind, value, language, validFrom, validUntil, signedBy, signedAt, evidence }) => ({
          kind,
          value,
          language,
          validFrom,
          validUntil,
          signedBy,
          signedAt,
          evidence,
        })),
    }
  })
}
