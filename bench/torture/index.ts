// Everything that could be lost, and is not: each script ends with counts of what was tried and what was lost, which has to be nothing.
//   npm run torture                  all of it (about an hour)
//   npm run torture -- kill disk     these alone
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const scripts = ['kill', 'disk', 'clients', 'feed', 'flood', 'requests', 'soak', 'texts', 'growth'] as const
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(scripts as readonly string[]).includes(name))
if (unknown.length) {
  console.error(`there is no ${unknown.join(', ')}: ${scripts.join(', ')}`)
  process.exit(1)
}
const lost = scripts
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .filter((name) => {
    console.log(`== ${name}`)
    // all operations of the document, 100,000 requests in all
    const [args, env] =
      name === 'requests'
        ? [
            [
              'node_modules/vitest/vitest.mjs',
              'run',
              '--config',
              'test/vitest.config.ts',
              'test/fuzz.test.ts',
              '--testTimeout',
              '900000',
            ],
            { FUZZ_CASES: '4400' },
          ]
        : [[join(import.meta.dirname, `${name}.ts`)], {}]
    return spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status !== 0
  })
console.log(lost.length ? `LOST in ${lost.join(', ')}` : 'nothing was lost')
process.exitCode = lost.length ? 1 : 0
