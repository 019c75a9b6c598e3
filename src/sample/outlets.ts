// The whole sample press as a table. Adding an outlet is one file in outlets/ and one line here.

import { agenceMeridien } from './outlets/agence-meridien.ts'
import { alManara } from './outlets/al-manara.ts'
import { harbourLedger } from './outlets/harbour-ledger.ts'
import { ofoghShargh } from './outlets/ofogh-shargh.ts'
import { severnyTelegraf } from './outlets/severny-telegraf.ts'
import type { SampleOutlet } from './sample-outlet.ts'

/** Every invented outlet. */
export const sampleOutlets: readonly SampleOutlet[] = [
  alManara,
  ofoghShargh,
  severnyTelegraf,
  agenceMeridien,
  harbourLedger,
]
