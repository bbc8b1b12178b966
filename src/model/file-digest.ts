import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * A number that stands for what is in these files: another one whenever any of them is another. 48 bits, so that any database keeps it as an integer
 * and JavaScript as a number.
 */
export function digestFiles(files: readonly string[]): number {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16)
}
