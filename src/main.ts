import { enableCompileCache } from 'node:module'

// what was compiled at the last start is a third of the time of this one
enableCompileCache()
const [{ startService }, { readConfig }, { endWithNpm }] = await Promise.all([
  import('./service.ts'),
  import('./model/config.ts'),
  import('./threads/end-with-npm.ts'),
])
try {
  endWithNpm()
  await startService(readConfig(process.env))
} catch (error) {
  process.stderr.write(`article-facts: ${(error as Error).message}\n`)
  process.exit(1)
}
