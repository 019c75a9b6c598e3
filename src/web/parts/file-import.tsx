// A file from elsewhere, in two steps: first it is shown what would come of it; nothing is written until the person says so.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { sayDeed } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { FileField } from './file-field.tsx'
import { Icon } from './icon.tsx'
import { Failed } from './states.tsx'

type FileImportProps<Result> = {
  /** File endings and media types, with commas. */
  accept: string
  label: string
  /** Sends the file; with `dryRun` the server says what would happen and keeps nothing. */
  send: (file: File, dryRun: boolean) => Promise<Result>
  plan: (result: Result) => ReactNode
  /** How many things would be taken; 0 = there is nothing to take. */
  wanted: (result: Result) => number
  words: { take: (n: number) => string; did: (result: Result) => string; done: string }
  /** Says what was done, where there is a way back; else the words are said. */
  onTaken?: (result: Result) => void
}

export function FileImport<Result>({ accept, label, send, plan, wanted, words, onTaken }: FileImportProps<Result>) {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const look = useMutation({ mutationFn: (chosen: File) => send(chosen, true) })
  const take = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: async (result) => {
      if (onTaken) onTaken(result)
      else sayDeed(words.did(result))
      look.reset()
      await client.invalidateQueries()
    },
  })
  const choose = (chosen: File) => {
    setFile(chosen)
    take.reset()
    look.mutate(chosen)
  }
  return (
    <>
      <FileField accept={accept} label={label} onFile={choose} />
      {look.isPending && <p role="status">{t('opml.looking')}</p>}
      {look.isError && <Failed error={look.error} />}
      {take.isError && <Failed error={take.error} />}
      {look.data && file && (
        <>
          {plan(look.data)}
          <p className="act-line sticky">
            <button
              type="button"
              className="btn main-act"
              disabled={take.isPending || wanted(look.data) === 0}
              onClick={() => take.mutate(file)}
            >
              {words.take(wanted(look.data))}
            </button>
          </p>
        </>
      )}
      {take.isSuccess && (
        <p className="good" role="status">
          <span className="st">
            <Icon name="tick" />
            {words.done}
          </span>
        </p>
      )}
    </>
  )
}
