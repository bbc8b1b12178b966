import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a server for the tests of this project; '' where there is none, undefined in the project of SQLite. */
    postgres?: string
  }
}

/**
 * The server for the project `postgres`: that of CITUS_URL, a database of a coordinator of Citus that knows its workers, or one that is started here.
 * Where there can be none, its tests are skipped, and this says so, unless they must not be.
 */
export default async function setup(project: TestProject): Promise<(() => void) | undefined> {
  const cluster = process.env.CITUS_URL
  if (cluster) {
    project.provide('postgres', cluster)
    return undefined
  }
  process.stderr.write('\nWhat is only of Citus is skipped: CITUS_URL names no cluster.\n')
  try {
    const { address, stop } = await startPostgres()
    project.provide('postgres', address)
    return stop
  } catch (error) {
    if (process.env.POSTGRES_REQUIRED) throw error
    process.stderr.write(`\nThe tests on PostgreSQL are skipped: ${(error as Error).message}\n`)
    project.provide('postgres', '')
    return undefined
  }
}
