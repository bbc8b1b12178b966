import { printable } from './terminal.ts'

/** Ends the command with one readable line on standard error and exit code 1. */
export function fail(message: string): never {
  process.stderr.write(`article-facts: ${message.split('\n').map(printable).join('\n')}\n`)
  process.exit(1)
}
