// The names of an authority as one term of the glossary, by one act: agreed names need no second typing.

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuthorityTermsWish, GlossaryImported } from '../../server/shapes/glossary.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { useTermDeeds } from '../translation/use-term-deeds.ts'

export function AuthorityTerm({ id, name }: { id: string; name: string }) {
  const { sayUndoable, anew } = useTermDeeds()
  const bring = useMutation({
    mutationFn: () =>
      ask<GlossaryImported>('/api/glossary/authorities', {
        method: 'POST',
        body: { ids: [id] } satisfies AuthorityTermsWish,
      }),
    onSuccess: async ({ deedId, problems, rows }) => {
      if (deedId !== null) sayUndoable(t('authority.term.did', { name }), deedId)
      else sayWords(problems[0]?.reason ?? (rows.length > 0 ? t('authority.term.same') : t('authority.term.none')))
      await anew()
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  return (
    <p className="act-line small">
      <button type="button" className="btn" disabled={bring.isPending} onClick={() => bring.mutate()}>
        {t('authority.term')}
      </button>
      <Link to="/translation" search={{ part: 'glossary', q: name }}>
        {t('desk.part.glossary')}
      </Link>
    </p>
  )
}
