import { createRequire } from 'node:module'

/** The name and the version of this program, as package.json has them. */
export const { name, version } = createRequire(import.meta.url)('../../package.json') as {
  name: string
  version: string
}
