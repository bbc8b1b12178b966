// `npm run build` runs this behind the compiler: the package then has the version of the rules that its sources have.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtRules, readRules } from './rules-version.ts'

writeFileSync(join(import.meta.dirname, '../../dist', builtRules), `${JSON.stringify(readRules())}\n`)
