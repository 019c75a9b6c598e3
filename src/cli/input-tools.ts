// What reading a file for import needs from beyond its room: text of PDFs, and a program that reads pictures.

import type { InputTools } from '../desk/import/read-input.ts'
import { now } from '../tools.ts'
import { readPdfPrint } from './read-pdf-print.ts'
import { readPictureText } from './read-picture.ts'

/** The tools of an import on this machine. */
export const inputTools: InputTools = {
  now,
  readPdf: readPdfPrint,
  readPicture: (bytes) => readPictureText(bytes),
}
