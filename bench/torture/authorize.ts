import { createKey } from '../../src/store/keys.ts'
import { openStore } from '../../src/store/open.ts'

/** The header of a new key that may do everything with a database. */
export async function authorize(file: string): Promise<string> {
  const store = await openStore(file)
  const { token } = await createKey(store, { name: 'tester', scopes: ['admin'], at: new Date().toISOString() })
  await store.close()
  return `Bearer ${token}`
}
