// Every word the desk says of its own, in English. Another language is three files of the same keys.

import { deskWords } from './en-desk.ts'
import { readingWords } from './en-reading.ts'
import { shellWords } from './en-shell.ts'

export const english = { ...shellWords, ...readingWords, ...deskWords }
