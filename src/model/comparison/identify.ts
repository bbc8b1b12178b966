import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The id of a comparison: the same topic has the same one in any database. */
export const comparisonId = (topic: string): string => `cmp_${hash('sha256', topic, 'hex').slice(0, 16)}`

let known: number | undefined

/** A number that stands for the rules by which figures are compared: another one whenever a file of them is another. */
export function comparisonRules(): number {
  if (known !== undefined) return known
  const files = readdirSync(import.meta.dirname)
    .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
    .sort()
  const text = files.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n')
  known = Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16)
  return known
}
