import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    dir: 'test',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // the sources are read once for each process instead of once for each file: a third of the time
    isolate: false,
    // most tests wait for the commands and services that they start: one more process than Vitest takes by itself has work to do
    maxWorkers: '100%',
    // and compiled once for all the commands and services that the tests start
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/compiled') },
  },
})
