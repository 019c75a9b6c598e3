/** A SHA-256 in groups of four, eight a line; its first and last group stand out. Copying gives it whole. */
export function Digest({ hex, label = 'SHA-256' }: { hex: string; label?: string }) {
  const groups = hex.match(/.{1,4}/g) ?? []
  return (
    <span
      className="digest"
      dir="ltr"
      role="img"
      aria-label={`${label} ${hex}`}
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', hex)
        event.preventDefault()
      }}
    >
      {groups.map((group, index) =>
        index === 0 || index === groups.length - 1 ? <b key={index}>{group}</b> : <span key={index}>{group}</span>,
      )}
    </span>
  )
}
