// Takes a home for working on it, alone: its folder, and its database when that is a PostgreSQL.

import { lockHome, makeHome, type HomeLock } from './home-lock.ts'

export type TakenHome = Pick<HomeLock, 'announce'> & { release(): Promise<void> }

/**
 * @throws DeskError `home-in-use` when another process works on the home or its database,
 * `conflict` when the database is another home's, `bad-config` or `network` when it cannot be reached
 */
export async function takeHome({
  home,
  postgres,
}: {
  home: string
  postgres?: string | undefined
}): Promise<TakenHome> {
  await makeHome(home)
  const lock = lockHome(home)
  try {
    // The driver is not loaded on a laptop.
    const held = postgres ? await (await import('./hold-database.ts')).holdDatabase(postgres, home) : undefined
    const release = async (): Promise<void> => {
      await held?.release()
      lock.release()
    }
    return { announce: lock.announce, release }
  } catch (error) {
    lock.release()
    throw error
  }
}
