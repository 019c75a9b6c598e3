// Whether a page is translated as it is read, and into what: the outlet's policy, then the desk's settings, then the
// configuration. What it may cost is bounded by the budgets of the engines, whoever asks them.

import type { Policy } from '../domain/policy.ts'
import type { Db } from './db.ts'
import { readSettings } from './settings.ts'

export type ConfiguredTranslation = {
  /** BCP 47. */
  readonly to: string
  readonly isAutomatic: boolean
  readonly hasEngines: boolean
}

/** The language to translate a page of this policy into; null = only when a person asks. */
export async function findAutomaticTarget(
  db: Db,
  { translate }: Pick<Policy, 'translate'>,
  configured: ConfiguredTranslation | undefined,
): Promise<string | null> {
  if (!configured?.hasEngines || translate === 'never') return null
  const { to, automatic } = (await readSettings(db)).translation
  const isWanted = translate === 'always' || (automatic ?? configured.isAutomatic)
  return isWanted ? (to ?? configured.to) : null
}
