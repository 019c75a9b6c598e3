// The whole sample press as a table. Adding an outlet is one file in outlets/ and one line here.

import { agenceMeridien } from './outlets/agence-meridien.ts'
import { alManara } from './outlets/al-manara.ts'
import { courrierLiptako } from './outlets/courrier-liptako.ts'
import { diarioDoCais } from './outlets/diario-do-cais.ts'
import { dukouZhoukan } from './outlets/dukou-zhoukan.ts'
import { haijingRibao } from './outlets/haijing-ribao.ts'
import { harbourLedger } from './outlets/harbour-ledger.ts'
import { newsmill } from './outlets/newsmill.ts'
import { ofoghShargh } from './outlets/ofogh-shargh.ts'
import { pereputye } from './outlets/pereputye.ts'
import { rahgozar } from './outlets/rahgozar.ts'
import { severnyTelegraf } from './outlets/severny-telegraf.ts'
import { spogmai } from './outlets/spogmai.ts'
import { ufuq } from './outlets/ufuq.ts'
import { ventanaDelSur } from './outlets/ventana-del-sur.ts'
import { voixDuFleuve } from './outlets/voix-du-fleuve.ts'
import { wartaSamudra } from './outlets/warta-samudra.ts'
import type { SampleOutlet } from './sample-outlet.ts'

/** Every invented outlet. */
export const sampleOutlets: readonly SampleOutlet[] = [
  alManara,
  ufuq,
  ofoghShargh,
  rahgozar,
  spogmai,
  severnyTelegraf,
  pereputye,
  agenceMeridien,
  courrierLiptako,
  voixDuFleuve,
  ventanaDelSur,
  diarioDoCais,
  haijingRibao,
  dukouZhoukan,
  wartaSamudra,
  harbourLedger,
  newsmill,
]
