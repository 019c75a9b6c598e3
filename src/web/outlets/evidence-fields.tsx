// What everything stated carries: from when to when, on what evidence, by whom.

import { Field } from '../parts/field.tsx'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim()
const anId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What the fields hold, as the API asks for it; a signature that is left out is the desk's own. */
export function evidenceOf(form: FormData) {
  const signedBy = textOf(form, 'signedBy')
  const captures = [...new Set(textOf(form, 'captures').match(anId) ?? [])]
  return {
    validFrom: textOf(form, 'validFrom') || null,
    ...(textOf(form, 'validUntil') ? { validUntil: textOf(form, 'validUntil') } : {}),
    evidence: textOf(form, 'evidence') || null,
    ...(captures.length > 0 ? { captures } : {}),
    ...(signedBy ? { signedBy } : {}),
  }
}

export function EvidenceFields() {
  return (
    <>
      <Field label={t('statement.validFromField')} hint={t('statement.validFrom.hint')}>
        {(id) => <input id={id} name="validFrom" type="date" />}
      </Field>
      <Field label={t('statement.validUntilField')} hint={t('statement.validUntil.hint')}>
        {(id) => <input id={id} name="validUntil" type="date" />}
      </Field>
      <Field label={t('statement.evidence')} hint={t('statement.evidence.hint')}>
        {(id) => <input id={id} name="evidence" dir="auto" maxLength={4096} />}
      </Field>
      <Field label={t('statement.captures')} hint={t('statement.captures.hint')}>
        {(id) => <input id={id} name="captures" dir="ltr" className="mono" maxLength={4096} />}
      </Field>
      <Field label={t('statement.signedBy')}>
        {(id) => (
          <input
            id={id}
            name="signedBy"
            dir="auto"
            required
            defaultValue={readSignature()}
            maxLength={200}
            autoComplete="name"
          />
        )}
      </Field>
    </>
  )
}
