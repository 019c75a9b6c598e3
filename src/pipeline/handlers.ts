// The corridor between the rooms. A job name without a handler does not compile.

import type { JobName, JobOf, Job } from '../domain/job.ts'
import { collectFeed, type CollectTools } from '../collect/collect-feed.job.ts'
import { preserveEntry, type PreserveEntryTools } from '../preserve/preserve-entry.job.ts'
import { preserveImage, type PreserveImageTools } from '../preserve/preserve-image.job.ts'
import { preserveFile, type PreserveFileTools } from '../preserve/preserve-file.job.ts'
import { preserveItem, type PreserveTools } from '../preserve/preserve-item.job.ts'
import { reanchorReading, type ReanchorTools } from '../desk/excerpts/reanchor-excerpts.job.ts'
import { indexMove, type IndexMoveTools } from '../read/index-move.job.ts'
import { indexReading, type IndexTools } from '../read/index-reading.job.ts'
import { indexTranslation, type IndexTranslationTools } from '../read/index-translation.job.ts'
import { readCapture, type ReadTools } from '../read/read-capture.job.ts'
import type { Deed } from '../store/deed.ts'
import { translateReading, type TranslateReadingTools } from '../translate/translate-reading.job.ts'
import { compareItems, type CompareTools } from '../understand/compare-items.job.ts'
import { deliverAlert, type DeliverTools } from '../watch/deliver-alert.job.ts'
import { watchItems, type WatchTools } from '../watch/watch-items.job.ts'

export type HandlerTools = CollectTools &
  PreserveTools &
  PreserveFileTools &
  ReadTools &
  IndexTools &
  IndexTranslationTools &
  CompareTools &
  TranslateReadingTools &
  WatchTools &
  IndexMoveTools &
  ReanchorTools &
  PreserveEntryTools &
  PreserveImageTools &
  DeliverTools

const handlers: { readonly [Name in JobName]: (tools: HandlerTools, data: JobOf<Name>['data']) => Promise<Deed> } = {
  'collect.feed': collectFeed,
  'preserve.item': preserveItem,
  'preserve.file': preserveFile,
  'preserve.entry': preserveEntry,
  'preserve.image': preserveImage,
  'read.capture': readCapture,
  'index.reading': indexReading,
  'index.translation': indexTranslation,
  'understand.copies': compareItems,
  'translate.reading': translateReading,
  'watch.items': watchItems,
  'watch.deliver': deliverAlert,
  'index.move': indexMove,
  'desk.reanchor': reanchorReading,
}

/** Does one job. */
export function handleJob(tools: HandlerTools, job: Job): Promise<Deed> {
  switch (job.name) {
    case 'collect.feed':
      return handlers[job.name](tools, job.data)
    case 'preserve.item':
      return handlers[job.name](tools, job.data)
    case 'preserve.file':
      return handlers[job.name](tools, job.data)
    case 'preserve.entry':
      return handlers[job.name](tools, job.data)
    case 'preserve.image':
      return handlers[job.name](tools, job.data)
    case 'read.capture':
      return handlers[job.name](tools, job.data)
    case 'index.reading':
      return handlers[job.name](tools, job.data)
    case 'index.translation':
      return handlers[job.name](tools, job.data)
    case 'understand.copies':
      return handlers[job.name](tools, job.data)
    case 'translate.reading':
      return handlers[job.name](tools, job.data)
    case 'watch.items':
      return handlers[job.name](tools, job.data)
    case 'watch.deliver':
      return handlers[job.name](tools, job.data)
    case 'index.move':
      return handlers[job.name](tools, job.data)
    case 'desk.reanchor':
      return handlers[job.name](tools, job.data)
  }
}
