// What goes to a thread of `dragoman copies` and what comes back.

import type { SketchedDocument } from '../understand/copies/sketch-document.ts'

export type CopiesTask = { readonly lines: readonly { readonly number: number; readonly json: string }[] }

export type SketchedLine =
  | { readonly kind: 'sketched'; readonly number: number; readonly document: SketchedDocument }
  | { readonly kind: 'bad'; readonly number: number; readonly reason: string }
