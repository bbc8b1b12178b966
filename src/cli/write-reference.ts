import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandPages } from './reference.ts'

// `npm run openapi`: writes the page of commands and settings, beside the pages that the API's contract makes.
writeFileSync(join(import.meta.dirname, '../../docs/commands.md'), commandPages())
