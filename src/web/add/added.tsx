import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Added } from '../../server/shapes/addition.ts'
import { outletsQuestion } from '../api/questions.ts'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { t } from '../text/t.ts'

/** Which outlet a page or file belongs to; left open, the address decides. */
export function OutletField() {
  const { data } = useQuery(outletsQuestion())
  return (
    <Field label={t('add.whose')} hint={t('add.whose.hint')}>
      {(id) => (
        <select id={id} name="outletId" defaultValue="">
          <option value="">{t('add.whose.byAddress')}</option>
          {data?.outlets.map((outlet) => (
            <option key={outlet.id} value={outlet.id}>
              {outlet.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function AddedLine({ added }: { added: Added }) {
  return (
    <p className="added" role="status">
      <span className="st good">
        <Icon name="tick" />
        {t(added.kind === 'new' ? 'added.new' : 'added.known')}
      </span>{' '}
      <Link to="/items/$id" params={{ id: added.itemId }}>
        {t('added.open')}
      </Link>
    </p>
  )
}
