/** How a message went. `reason` is a sentence for a person. */
export type SendResult = { readonly kind: 'sent' } | { readonly kind: 'not-sent'; readonly reason: string }
