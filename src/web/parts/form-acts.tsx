import { t } from '../text/t.ts'

type FormActsProps = { act: string; busy: boolean; onCancel: () => void }

/** The foot of a form: the act it is for, and a way out. */
export function FormActs({ act, busy, onCancel }: FormActsProps) {
  return (
    <p className="act-line">
      <button type="submit" className="btn main-act" disabled={busy}>
        {act}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t('act.cancel')}
      </button>
    </p>
  )
}
