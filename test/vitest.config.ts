import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { isLost } from '../src/store/postgres/errors.ts'
import { LongestFirst } from './longest-first.ts'

const shared = {
  dir: 'test',
  setupFiles: [join(import.meta.dirname, 'seed.ts')],
  // TEST_RETRIES=1 tries a test that failed once more, and the log names it: what a busy machine killed is no fault, what fails twice is. A
  // property that failed is one, whatever else it passes
  retry: { count: Number(process.env.TEST_RETRIES ?? 0), condition: /^(?!Property failed)/ },
  // nothing is timed: a machine that is slow or busy takes longer, and what hangs ends all the same
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000 } },
  // the sources are read once for each process instead of once for each file: a third of the time
  isolate: false,
  // and by Node itself, which takes their types away, as it does for users: nothing is mocked that would want them rewritten
  experimental: { viteModuleRunner: false, nodeLoader: false },
  // and compiled once for all the commands and services that the tests start
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compiled') },
}

/** What both engines have to take: all that speaks to the service alone. By default those that go through most of the SQL. */
const usual = [
  'postgres/*',
  'store/views',
  'serve/{added-claims,claims-of-articles,comparisons,media-types,paging,parquet,questions,quote-comparisons,relevance,reviews,search}',
]
const all = [...usual, 'fuzz', 'cli/web', 'serve/{figure-fields,places,refusals,take-away}']
const onBoth = process.env.LONG_TESTS ? all : usual

export default defineConfig({
  test: {
    // most tests wait for the commands and services that they start: one more process than Vitest takes by itself has work to do
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // what the service does too: postgres.js asks a connection that opens for its types, and nobody waits for the answer when the server goes
    onUnhandledError: (error) => (isLost(error) ? false : undefined),
    projects: [
      { test: { ...shared, name: 'sqlite', exclude: ['**/postgres/**', '**/node_modules/**'] } },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: onBoth.map((name) => `${name}.test.ts`),
          globalSetup: [join(import.meta.dirname, 'start-postgres.ts')],
        },
      },
    ],
  },
})
