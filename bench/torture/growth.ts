// Texts and markup that are hostile to the rules, at doubling sizes from 64 KB to 4 MB: no exception, and the processor time of a doubling
// at most 2.2-fold. The forms are made anew from what the rules themselves look for: see growth/.
//   GROWTH_SEED=7 GROWTH_FORMS=1000 npm run torture -- growth     other mixtures, and more of them
//   GROWTH_SIZES=16,256 GROWTH_BUDGET=2                           from 16 to 256 KB, at most 2 seconds a form
//   GROWTH_ONLY=markdown                                          forms whose name or reader has the word
//   GROWTH_RANGE=0,100                                            the first hundred of them: a long run in slices
import { resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Piscina } from 'piscina'
import { Choices, type Form } from './growth/form.ts'
import { knownMarkup, mixMarkup } from './growth/markup.ts'
import { proseForms } from './growth/prose.ts'
import type { Growth, GrowthJob } from './growth/read-form.ts'
import { knownTexts, mixText, simpleTexts } from './growth/texts.ts'
import { readVocabularies } from './growth/vocabulary.ts'
import { Report } from './report.ts'

const linear = 2.2
const seed = Number(process.env.GROWTH_SEED ?? 1)
const count = Number(process.env.GROWTH_FORMS ?? 400)
const budget = 1000 * Number(process.env.GROWTH_BUDGET ?? 12)
const [smallest = 64, largest = 4096] = (process.env.GROWTH_SIZES ?? '64,4096').split(',').map(Number)
const sizes: number[] = []
for (let size = 1024 * smallest; size <= 1024 * largest; size *= 2) sizes.push(size)

const choices = new Choices(seed)
const vocabularies = readVocabularies()
const only = process.env.GROWTH_ONLY
const range = (process.env.GROWTH_RANGE ?? '').split(',').filter(Boolean).map(Number)
const all: Form[] = [
  ...proseForms(seed),
  ...knownTexts(),
  ...knownMarkup(),
  ...simpleTexts(),
  ...Array.from({ length: count }, (_, i) => (i % 3 === 2 ? mixMarkup(choices) : mixText(choices, vocabularies))),
].filter(({ name, reader }) => !only || name.includes(only) || reader.includes(only))
const forms = all.slice(range[0], range[1])
if (!forms.length) throw new Error('no form is called so')

const report = new Report(`growth (seed ${seed})`)
const pool = new Piscina<GrowthJob, Growth>({
  filename: resolve(import.meta.dirname, 'growth/read-form.ts'),
  maxThreads: 1,
  resourceLimits: { maxOldGenerationSizeMb: 3072 },
})
pool.on('error', () => {})
const bar = new SingleBar({ format: 'forms [{bar}] {value}/{total} | {eta_formatted} left', hideCursor: true })
bar.start(forms.length, 0)
type Result = Growth & { readonly form: Form }
const results: Result[] = []
const told = ({ form, growth, times, broken }: Result) =>
  `${growth.toFixed(2).padStart(8)}  ${times.map((time) => Math.round(time)).join(' ')} ms  ${form.name.slice(0, 200).replaceAll('\n', '⏎')}${broken ? `: ${broken}` : ''}`
for (const form of forms) {
  // a form that never ends is ended; on a busy machine one that does end may take its time
  const signal = AbortSignal.timeout(6 * budget + 120_000)
  const result: Growth = await pool
    .run({ form, sizes, budget }, { signal })
    .catch((error: Error) => ({ times: [], growth: Number.POSITIVE_INFINITY, broken: error.message }))
  results.push({ form, ...result })
  // said at once where no bar would be broken by it: who stops a long run has what it found
  if (!process.stdout.isTTY) console.log(told(results.at(-1)!))
  bar.increment()
}
bar.stop()
await pool.destroy()

report.tried('forms', forms.length)
if (forms.length < all.length) report.tried('of', all.length)
results.sort((a, b) => b.growth - a.growth)
console.log(
  `\n${sizes[0]! / 1024} to ${sizes.at(-1)! / 1024} KB: the worst growths for a doubling (at most ${linear} is linear)\n`,
)
for (const result of results.slice(0, 12)) console.log(told(result))
for (const result of results) report.holds(told(result).trim(), result.growth <= linear && result.broken === undefined)
const slowest = results.reduce((a, b) =>
  (b.times.at(-1) ?? 0) / 2 ** b.times.length > (a.times.at(-1) ?? 0) / 2 ** a.times.length ? b : a,
)
console.log(`\nslowest by its length: ${told(slowest)}`)
report.end()
