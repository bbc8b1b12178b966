import type { Client } from '../../fetch/index.ts'
import type { Store } from '../../store/open.ts'
import type { LoadSummary, Reporter } from '../load-reporter.ts'
import { openReadingPool } from '../reading-pool.ts'
import { createTell } from '../tell.ts'
import { type VisitOptions, visit } from './visit.ts'

/** Visits each address once, all at the same time: each host is asked one after the other all the same. */
export async function visitAll(
  store: Store,
  client: Client,
  addresses: readonly string[],
  reporter: Reporter,
  options: Omit<VisitOptions, 'read'> & Partial<Pick<VisitOptions, 'read'>>,
): Promise<LoadSummary> {
  const tell = createTell(reporter)
  // pages are read in one thread, and stored in this one
  const pool = openReadingPool(options.read ? 0 : 1)
  try {
    const all = { read: pool.read, ...options }
    await Promise.all([...new Set(addresses)].map((address) => visit(store, client, address, tell, all)))
  } finally {
    await pool.close()
  }
  reporter.end(tell.summary)
  return tell.summary
}
