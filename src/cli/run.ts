import { fail } from './failure.ts'
import { program } from './program.ts'

/** Runs the command that the arguments of a process name. @param argv as in `process.argv` */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    // alone it is the whole product: the service, its page and its seeds
    await program.parseAsync(argv.length > 2 ? argv : [...argv, 'serve'])
  } catch (error) {
    // what hinders the database is for the person who runs the command; anything else is a bug, and shows where
    const { code, message } = error as Error & { code?: string }
    if (!code?.startsWith('SQLITE_')) throw error
    fail(
      code.startsWith('SQLITE_BUSY')
        ? 'the database is locked by another process; try again later'
        : `the database cannot be used: ${message}`,
    )
  }
}
