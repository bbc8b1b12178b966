import { createHash, type Hash } from 'node:crypto'
import type { Snapshot } from '../database.ts'
import { nextArticles, readBatch, toLines } from './batch.ts'
import { articleTables, type Columns, type Row, rowsOfTable, wholeTables } from './tables.ts'

/** What a comparison of two databases found: rows of each table, and one hash of all that is the same in both. */
export type Verdict = {
  readonly counts: ReadonlyMap<string, number>
  readonly hash: string
  /** Tables in which they differ, with the first article where they do. */
  readonly differences: readonly string[]
}

type Sum = { rows: number; readonly hash: Hash }
const sum = (): Sum => ({ rows: 0, hash: createHash('sha256') })
function add(to: Sum, line: string): void {
  to.rows++
  to.hash.update(line).update('\n')
}

/** Rows that are read at a time. */
const atOnce = 500

/**
 * Reads both databases to their ends and compares them, table by table, by numbers of rows and SHA-256 of what stands in them.
 * @param onArticles called with how many articles were compared
 */
export async function compareStores(
  source: Snapshot,
  target: Snapshot,
  columns: Columns,
  onArticles: (count: number) => void,
): Promise<Verdict> {
  const counts = new Map<string, number>()
  const differences: string[] = []
  const whole = createHash('sha256')
  const sums = articleTables.map((table) => ({
    table,
    one: sum(),
    other: sum(),
    first: undefined as number | undefined,
  }))
  for (let behind = -1; ; ) {
    const numbers = [await nextArticles(source, behind), await nextArticles(target, behind)] as const
    const articles = numbers[0].length ? numbers[0] : numbers[1]
    if (articles.length === 0) break
    // those that stand between these, in the copy alone, too
    const last = articles.at(-1)!
    const all = [...new Set([...articles, ...numbers[1].filter((seq) => seq < last)])].sort((a, b) => a - b)
    const [one, other] = [await readBatch(source, columns, all), await readBatch(target, columns, all)]
    for (const each of sums) {
      const lines = [toLines(one, each.table), toLines(other, each.table)] as const
      for (const line of lines[0]) add(each.one, line)
      for (const line of lines[1]) add(each.other, line)
      if (each.first === undefined && lines[0].join('\n') !== lines[1].join('\n')) each.first = all[0]!
    }
    behind = last
    onArticles(articles.length)
  }
  for (const { table, one, other, first } of sums) conclude(table.name, one, other, first)
  for (const table of wholeTables) {
    const both = [sum(), sum()] as const
    for (const [i, store] of [source, target].entries())
      for await (const rows of store.each<Row>(rowsOfTable(table, columns), atOnce))
        for (const row of rows) add(both[i]!, JSON.stringify(row))
    conclude(table.name, both[0], both[1])
  }
  return { counts, hash: whole.digest('hex'), differences }

  function conclude(name: string, one: Sum, other: Sum, first?: number): void {
    counts.set(name, one.rows)
    const digest = one.hash.digest('hex')
    whole.update(`${name} ${one.rows} ${digest}\n`)
    if (one.rows === other.rows && digest === other.hash.digest('hex')) return
    const where = first === undefined ? '' : `, from article number ${first} on`
    differences.push(`${name}: ${one.rows} rows here, ${other.rows} in the copy${where}`)
  }
}
