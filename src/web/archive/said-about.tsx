import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { t } from '../text/t.ts'
import { authoritiesQuestion } from './archive-questions.ts'

/** “What have we said about …”: goes to the subject when the name leaves no doubt, else to those that begin so. */
export function SaidAbout() {
  const id = useId()
  const navigate = useNavigate()
  const client = useQueryClient()
  const go = async (name: string) => {
    const answer = await client.fetchInfiniteQuery(authoritiesQuestion(undefined, name)).catch(() => null)
    const found = answer?.pages[0]?.authorities ?? []
    const [first] = found
    const same = found.filter((each) => each.name.localeCompare(name, undefined, { sensitivity: 'base' }) === 0)
    const meant = found.length === 1 ? first : same.length === 1 ? same[0] : undefined
    if (meant) {
      await navigate({ to: '/authorities/$id', params: { id: meant.id }, search: { view: 'said' } })
    } else await navigate({ to: '/authorities', search: { begins: name } })
  }
  return (
    <form
      className="said-about"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
        if (name !== '') void go(name)
      }}
    >
      <label htmlFor={id}>{t('said.ask')}</label>
      <input id={id} name="name" type="search" dir="auto" maxLength={200} placeholder={t('said.example')} />
    </form>
  )
}
