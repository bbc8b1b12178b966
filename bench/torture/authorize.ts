import { createKey } from '../../src/store/keys.ts'
import { openStore } from '../../src/store/open.ts'

/** The header of a new key that may do everything with a database. */
export function authorize(file: string): string {
  const store = openStore(file)
  const { token } = createKey(store, { name: 'tester', scopes: ['admin'], at: new Date().toISOString() })
  store.close()
  return `Bearer ${token}`
}
