// For tests: a small digest of our own, read by the importer, under invented names.

import { createHash } from 'node:crypto'
import { importText } from '../import/import-text.ts'
import type { ImportedFile } from './save-import.ts'

export const harbourArticle = `Northern Harbours See Wave of Strikes at Onset of Grain Dispute

Dock workers gather at the gates of Port Ansel.

“We will not load a single ship [until the ministry answers].”

Strikes have closed four northern harbours of Veltria since the grain dispute began. According to the first excerpted article from the Veltrian daily The Harbour Post, Interior Minister Marta Oduya called the strikes unlawful.[i] The Veltrian Dockers Union (VDU) denies it. The Ostmark Corps, a private military company, guards two of the ports.

Sources:

“Docker wey sey no (Dockers Say No),” The Harbour Post (Veltrian daily close to the unions), 4 October 2023. https://harbour-post.example/2023/10/04/dockers-say-no

The dockers of Port Ansel have stopped work. “We will not load a single ship until the ministry answers,” said Karl Brenn, the head of the Veltrian Dockers Union.

“Ministry Answers Strikers,” Ostmark Wire (state-run news agency), 6 October 2023. https://tinyurl.com/y7abcde9

Marta Oduya said that the strikes were unlawful and that the state would not be blackmailed.

Notes:

[i] For more on the grain dispute, see: Ines Halloran, “Hill Forts of Veltria Rearmed After Long Neglect,” OE Watch, 08-2023. https://watch.example/2023/hill-forts-of-veltria-rearmed-after-long-neglect/

Image Information:

Image: Dock workers in Port Ansel.
Source: Lena Faro, https://commons.example/wiki/File:Docks.jpg
Attribution: CC BY-SA 4.0
`

export const fortsArticle = `Hill Forts of Veltria Rearmed After Long Neglect

A fort above the Ansel valley.

“The forts will speak again.”

Veltria has rearmed five hill forts on its border with Ostmark. According to the excerpted article from the Ostmark news agency Ostmark Wire, Defence Minister Joran Vael inspected them.[i] The Veltrian Dockers Union has protested.

Sources:

“Форты снова вооружены (Forts Armed Again),” Ostmark Wire (state-run news agency), 12 August 2023. https://ostmark-wire.example/news/forts

Defence Minister Joran Vael said: “The forts will speak again.”

Notes:

[i] See also: Tomas Reel, “Northern Harbour Towns See Wave of Strikes at Start of Grain Dispute,” OE Watch, 10-2023.

Image Information:

Image: A fort above the Ansel valley.
Source: https://commons.example/wiki/File:Fort.jpg
Attribution: CC BY 4.0
`

export const veltriaIndex = `Legacy Articles On Veltria

2024-01-03 Northern Harbours See Wave of Strikes at Onset of Grain Dispute (Tomas Reel)
2024-01-03 Veltria Sells Its Last Destroyer (Tomas Reel)

2023-11-08 Veltria Buys Radar From Ostmark (Ines Haloran)
2023-10-17 Hill Forts of Veltria Rearmed After Long Neglect (Ines Halloran)

2023-03-01 More Ostmark (Ines Halloran)
2023-03-01 More Ostmark (Ines Halloran)
2023-01-01 Veltria Counts Its Fishermen (Ines Halloran and Tomas Reel
2022-12-01 More Ostmark (Ines Halloran)
`

/** A file as the importer hands it on. */
export function importedFile(name: string, text: string): ImportedFile {
  const bytes = Buffer.from(text)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { name, digest, size: bytes.length, charset: 'utf-8', text, ...importText(text) }
}
