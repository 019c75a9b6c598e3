// Arabic. A key that is not here is said in English.

import type { Catalogue } from './t.ts'

export const arabic: Catalogue = {} as Catalogue
