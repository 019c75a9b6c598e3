// In: what a request says of an excerpt. Out: the wish as the desk understands it; what was not said is not there.

import type { ChosenPiece, ExcerptWish } from '../desk/excerpts/make-excerpt.ts'
import type { TranslatedPart } from '../domain/excerpt.ts'
import { definedOnly } from './routes/route-parts.ts'

type Glue = { readonly glued?: 'left' | 'right' | 'both' | undefined }
type MarkWish = ({ readonly kind: 'elision' } & Glue) | ({ readonly kind: 'insertion'; readonly text: string } & Glue)
type PieceWish = { readonly kind: 'range'; readonly start: number; readonly end: number } | MarkWish
type PartWish = { readonly kind: 'words'; readonly text: string } | MarkWish

type ContentWish = {
  readonly pieces?: readonly PieceWish[] | undefined
  readonly translation?:
    | (Pick<NonNullable<ExcerptWish['translation']>, 'language' | 'state' | 'by' | 'at'> & {
        readonly parts?: readonly PartWish[] | undefined
        readonly text?: string | undefined
        readonly edited?: boolean | undefined
      })
    | null
    | undefined
  readonly speaker?: string | null | undefined
  readonly tags?: readonly string[] | undefined
  readonly note?: string | null | undefined
  readonly basket?: string | null | undefined
}

export function readExcerptWish({ pieces, translation, ...fields }: ContentWish): Partial<ExcerptWish> {
  return {
    ...definedOnly(fields),
    ...(pieces && { pieces: pieces.map((piece): ChosenPiece => (piece.kind === 'range' ? piece : readMark(piece))) }),
    ...(translation !== undefined && { translation: translation && readTranslation(translation) }),
  }
}

function readTranslation(wish: NonNullable<ContentWish['translation']>): NonNullable<ExcerptWish['translation']> {
  const { parts, text, edited, ...rest } = wish
  return {
    ...rest,
    ...definedOnly({ text, edited }),
    ...(parts && { parts: parts.map((part): TranslatedPart => (part.kind === 'words' ? part : readMark(part))) }),
  }
}

function readMark({ glued, ...mark }: MarkWish) {
  return glued === undefined ? mark : { ...mark, glued }
}
