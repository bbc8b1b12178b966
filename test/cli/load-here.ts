import { vi } from 'vitest'
import { loadPaths } from '../../src/cli/load-paths.ts'
import { lineReporter } from '../../src/cli/load-reporter.ts'
import { openStore } from '../../src/store/open.ts'

/** What `article-facts load --db DB PATH...` does and prints, in this process: to start one for each load takes a second. */
export async function loadHere(db: string, ...paths: string[]) {
  const printed = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      printed[name] += text
      return true
    }),
  )
  try {
    const store = await openStore(db)
    store.defer()
    try {
      // read in this thread too: what threads change is tested where a command is started
      const { failed } = await loadPaths(store, paths, lineReporter(), 0)
      return { status: failed ? 1 : 0, ...printed }
    } finally {
      await store.close()
    }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
