// A person moves a boundary between blocks, or takes such a move back. Each makes a revision; none is ever changed.
// The document is read again from the new boundaries; nothing is learnt for other documents.

import type { ArticleBlock, ArticleId, ArticleKind, ArticlePrint } from '../../domain/article.ts'
import type { Article } from '../../domain/article-record.ts'
import { DeskError } from '../../domain/errors.ts'
import { findImport } from '../../store/article-imports.ts'
import { markUnjoined } from '../../store/article-joins.ts'
import { replaceParts } from '../../store/article-parts.ts'
import { addRevision, findPrint, listRevisions } from '../../store/article-revisions.ts'
import { findArticle } from '../../store/articles.ts'
import type { Db } from '../../store/db.ts'
import { recordNames } from '../authorities/record-names.ts'
import { printFromBlocks } from '../import/print-from-blocks.ts'
import { checkBlocks } from './check-blocks.ts'
import { makeParts } from './make-parts.ts'
import { readOwners } from './read-owners.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { tryTransaction } from '../../store/try-transaction.ts'

export type Signature = { readonly signedBy: string; readonly now: number; readonly why?: string | null }

export type BoundaryMove = {
  readonly articleId: ArticleId
  /** The revision that the person looked at. */
  readonly revision: number
  /** All blocks of the document as they shall be. */
  readonly blocks: readonly ArticleBlock[]
  readonly kind?: ArticleKind
}

/**
 * Makes a revision from new boundaries. Returns its number.
 *
 * @throws DeskError `not-found`; `bad-input` when the blocks overlap, lie outside, or leave out text that was in the
 * document; `conflict` when the revision is no longer the latest
 */
export async function moveBoundaries(db: Db, move: BoundaryMove, signature: Signature): Promise<number> {
  return inTransaction(db, (tx) => moveWithin(tx, move, signature))
}

/** What `look` sees when the boundaries were moved; nothing of it is kept. Fails like `moveBoundaries`. */
export async function tryBoundaries<Seen>(
  db: Db,
  move: BoundaryMove,
  signature: Signature,
  look: (tx: Db) => Promise<Seen>,
): Promise<Seen> {
  return tryTransaction(db, async (tx) => {
    await moveWithin(tx, move, signature)
    return look(tx)
  })
}

async function moveWithin(tx: Db, move: BoundaryMove, signature: Signature): Promise<number> {
  const { article, text } = await load(tx, move.articleId)
  const blocks = [...move.blocks].sort((a, b) => a.start - b.start)
  checkBlocks(blocks, article.print.blocks, text)
  const print = printFromBlocks(text, blocks, move.kind ?? article.kind)
  const deed = { deed: 'boundary-moved' as const, after: move.revision, basedOn: move.revision }
  return save(tx, { article, text, print }, deed, signature)
}

/**
 * Goes one step back: adds a revision that says what stood before the latest change that was not undone.
 *
 * @throws DeskError `not-found`, `conflict` when there is nothing to go back to or the revision is no longer the latest
 */
export async function undoRevision(
  db: Db,
  { articleId, revision }: { readonly articleId: ArticleId; readonly revision: number },
  signature: Signature,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { article, text } = await load(tx, articleId)
    const revisions = await listRevisions(tx, articleId)
    const basedOf = new Map(revisions.map(({ number, basedOn }) => [number, basedOn]))
    const before = basedOf.get(revision) ?? null
    if (before === null) {
      throw new DeskError('conflict', 'There is nothing to undo: this is how the article was brought in.')
    }
    const print = await findPrint(tx, articleId, before)
    if (!print) throw new DeskError('internal', `Revision ${before} of the article is not there.`)
    const deed = { deed: 'undone' as const, after: revision, basedOn: basedOf.get(before) ?? null }
    return save(tx, { article, text, print }, deed, signature)
  })
}

async function load(tx: Db, id: ArticleId): Promise<{ article: Article; text: string }> {
  const article = await findArticle(tx, id)
  const file = article && (await findImport(tx, article.fileId))
  if (!article || !file)
    throw new DeskError('not-found', 'There is no such article here. Go back to the list and look again.')
  return { article, text: file.text }
}

async function save(
  tx: Db,
  { article, text, print }: { article: Article; text: string; print: ArticlePrint },
  { deed, after, basedOn }: { deed: 'boundary-moved' | 'undone'; after: number; basedOn: number | null },
  { signedBy, now, why = null }: Signature,
): Promise<number> {
  const { id } = article
  const number = await addRevision(tx, after, { articleId: id, print, deed, basedOn, signedBy, signedAt: now, why })
  await replaceParts(tx, id, makeParts(id, print, await readOwners(tx)))
  await recordNames(tx, [{ id, title: print.title?.text ?? '', print, text }], now)
  await markUnjoined(tx)
  return number
}
