import { useId, type ReactNode } from 'react'

type FieldProps = { label: string; hint?: string; children: (id: string) => ReactNode }

/** A labelled field with its hint; `children` draws the control with the id given. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <p className="small q">{hint}</p>}
    </div>
  )
}
