import { hash } from 'node:crypto'

/** The id of a comparison: the same topic has the same one in any database. */
export const comparisonId = (topic: string): string => `cmp_${hash('sha256', topic, 'hex').slice(0, 16)}`
