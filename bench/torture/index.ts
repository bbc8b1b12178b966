// Everything that could be lost, and is not: each script ends with counts of what was tried and what was lost, which has to be nothing.
//   npm run torture                  some of all of it, in about an hour
//   npm run torture -- kill disk     these alone, at full length: all together take some hours, most of them growth
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

type Run = { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> }
type Part = { readonly name: string; readonly full?: Run; readonly inAnHour?: Run }

const script = (name: string) => join(import.meta.dirname, `${name}.ts`)
// all operations of the document on both engines
const fuzz = 'node_modules/vitest/vitest.mjs run --config test/vitest.config.ts test/fuzz.test.ts --testTimeout 900000'
const requests = (cases: number): Run => ({
  args: fuzz.split(' '),
  env: { LONG_TESTS: '1', FUZZ_CASES: String(cases) },
})
const parts: readonly Part[] = [
  { name: 'kill', full: { args: [script('kill'), '1000', '50'] }, inAnHour: { args: [script('kill'), '300', '10'] } },
  { name: 'disk' },
  { name: 'clients' },
  { name: 'feed', full: { env: { FEED_SECONDS: '600' } }, inAnHour: { env: { FEED_SECONDS: '240' } } },
  { name: 'flood' },
  // 100,000 requests and more on each engine
  { name: 'requests', full: requests(4400), inAnHour: requests(400) },
  { name: 'soak', full: { args: [script('soak'), '10'] }, inAnHour: { args: [script('soak'), '5'] } },
  { name: 'texts', full: { args: [script('texts'), '10'] }, inAnHour: { args: [script('texts'), '5'] } },
  { name: 'growth', inAnHour: { env: { GROWTH_SIZES: '32,256', GROWTH_BUDGET: '2' } } },
]
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name))
if (unknown.length) {
  console.error(`there is no ${unknown.join(', ')}: ${parts.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}
const lost = parts
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  .filter(({ name, full, inAnHour }) => {
    console.log(`== ${name}`)
    const { args = [script(name)], env = {} } = (wanted.length ? full : inAnHour) ?? {}
    // what is set by whoever runs it goes first
    return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...env, ...process.env } }).status !== 0
  })
  .map(({ name }) => name)
console.log(lost.length ? `LOST in ${lost.join(', ')}` : 'nothing was lost')
process.exitCode = lost.length ? 1 : 0
