// In: how many deeds may be under way. Out: a turnstile for them, first come first served.

/** Runs what it is given at most `most` at a time. */
export function limitParallel(most: number): <Result>(deed: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0

  return async (deed) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await deed()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
