import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../model/config.ts'
import { openStore } from '../store/open.ts'
import { createApp } from './app.ts'
import { claimPages, filterPages, problemPages } from './reference.ts'
import { openapiYaml } from './routes/operation.ts'
import { createTasks } from './tasks.ts'

// `npm run openapi`: writes what is generated from the schemas, routes and tables, so that it can be read without running anything.
const root = join(import.meta.dirname, '../..')
const store = await openStore(':memory:')
const app = await createApp({
  store,
  tasks: createTasks(store, () => Promise.reject(new Error('nothing is stored here'))),
  config: readConfig({}),
})
writeFileSync(join(root, 'openapi.yaml'), openapiYaml(app))
writeFileSync(join(root, 'docs/claims.md'), claimPages())
writeFileSync(join(root, 'docs/filters.md'), filterPages())
writeFileSync(join(root, 'docs/problems.md'), problemPages())
await app.close()
await store.close()
