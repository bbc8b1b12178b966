import { readConfig } from './model/config.ts'
import { startService } from './service.ts'
import { endWithNpm } from './threads/end-with-npm.ts'

try {
  endWithNpm()
  await startService(readConfig(process.env))
} catch (error) {
  process.stderr.write(`article-facts: ${(error as Error).message}\n`)
  process.exit(1)
}
