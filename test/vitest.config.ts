import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const shared = {
  dir: 'test',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // the sources are read once for each process instead of once for each file: a third of the time
  isolate: false,
  // and compiled once for all the commands and services that the tests start
  env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compiled') },
}

/** What both engines have to take: all that speaks to the service alone. By default those that go through most of the SQL. */
const usual = [
  'postgres/*',
  'serve/{added-claims,claims-of-articles,comparisons,media-types,paging,questions,quote-comparisons,relevance,reviews,search}',
]
const all = [...usual, 'serve/{figure-fields,places,refusals,take-away}']
const onBoth = process.env.LONG_TESTS ? all : usual

export default defineConfig({
  test: {
    // most tests wait for the commands and services that they start: one more process than Vitest takes by itself has work to do
    maxWorkers: '100%',
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
