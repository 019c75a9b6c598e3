/** An address from outside: a link when it is of the web, else only its letters. */
export function OutsideLink({ url }: { url: string }) {
  const words = (
    <bdi dir="ltr" className="mono wrap">
      {url}
    </bdi>
  )
  if (!/^https?:\/\//i.test(url)) return words
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  )
}
