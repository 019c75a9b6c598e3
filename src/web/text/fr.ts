// French. A key that is not here is said in English.

import type { Catalogue } from './t.ts'

export const french: Catalogue = {} as Catalogue
