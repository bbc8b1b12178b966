import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { extractClaims } from '../../../src/ingest.ts'
import { LoadError, loadArticles } from '../../../src/load/index.ts'
import { type Form, writeForm } from './form.ts'

/** A form, and the sizes in characters to read it at. */
export type GrowthJob = {
  readonly form: Form
  readonly sizes: readonly number[]
  /** Processor time, in milliseconds, that the form may take in all. */
  readonly budget: number
}

/** Processor times in milliseconds of the sizes that were read, and the worst growth of a doubling; `broken` when something else than a LoadError came out. */
export type Growth = { readonly times: readonly number[]; readonly growth: number; readonly broken?: string }

/** What is shorter than this, in milliseconds, is noise. */
const least = 25
const linear = 2.15

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Reads a form at doubling sizes, as far as its budget goes; a size that looks worse than linear is read again, and the best time counts. */
export default async function measureGrowth({ form, sizes, budget }: GrowthJob): Promise<Growth> {
  let spent = 0
  const timeOf = async (size: number) => {
    const text = writeForm(form, size)
    collect()
    const before = process.threadCpuUsage()
    await read(form, text)
    const { user, system } = process.threadCpuUsage(before)
    spent += (user + system) / 1000
    return (user + system) / 1000
  }
  const times: number[] = []
  let growth = 0
  try {
    await timeOf(sizes[0]! / 4)
    for (const [i, size] of sizes.entries()) {
      let time = await timeOf(size)
      for (
        let again = 0;
        i > 0 && again < 4 && time > least && time > linear * Math.max(times[i - 1]!, least / 2);
        again++
      ) {
        if (again > 0 && spent > budget) break
        time = Math.min(time, await timeOf(size))
        times[i - 1] = Math.min(Math.max(times[i - 1]!, await timeOf(sizes[i - 1]!)), 1.5 * times[i - 1]!)
      }
      times.push(time)
      growth = worstGrowth(times)
      if (growth > 3 || spent + 2.2 * time > budget) break
    }
    return { times, growth }
  } catch (error) {
    return { times, growth, broken: `${(error as Error).name}: ${(error as Error).message}` }
  }
}

/** The worst growth of a doubling. What took longer than a text of twice the length was held up by something else: the longer one tells. */
function worstGrowth(times: readonly number[]): number {
  const told = times.map((_, i) => Math.min(...times.slice(i)))
  // a doubling from less than what can be measured counts from there
  const growths = told.map((time, i) => (i > 0 && time > least ? time / Math.max(told[i - 1]!, least / 2) : 0))
  return Math.max(...growths)
}

async function read({ reader }: Form, text: string): Promise<void> {
  if (reader === 'text') {
    extractClaims(text, { publishedAt: '2024-03-01' })
    return
  }
  const format = reader === 'front-matter' ? 'text' : reader
  try {
    await loadArticles({ name: 'form', bytes: new TextEncoder().encode(text), format })
  } catch (error) {
    if (!(error instanceof LoadError)) throw error
  }
}
