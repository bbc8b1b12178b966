import { resolve } from 'node:path'
import type { LoadJob } from '../store/queue.ts'
import { findFiles } from './files.ts'

/** Files that go into one job, and their bytes: what a worker that is killed leaves to be read again. */
const mostFiles = 20
const mostBytes = 20_000_000

/**
 * What is to be loaded, as jobs: an archive each, files by handfuls, addresses host by host.
 * @param onFailure called for paths that cannot be read here
 */
export async function listJobs(
  paths: readonly string[],
  addresses: readonly string[],
  onFailure: (path: string, reason: string) => void,
): Promise<LoadJob[]> {
  const jobs: LoadJob[] = []
  let handful: string[] = []
  let bytes = 0
  const finish = () => {
    if (handful.length) jobs.push({ paths: handful })
    handful = []
    bytes = 0
  }
  for (const { path, format, size } of await findFiles(paths, onFailure)) {
    if (format === 'archive') {
      jobs.push({ paths: [resolve(path)] })
      continue
    }
    if (handful.length === mostFiles || bytes + size > mostBytes) finish()
    handful.push(resolve(path))
    bytes += size
  }
  finish()
  const byHost = Map.groupBy(new Set(addresses), (address) => new URL(address).host)
  for (const own of byHost.values()) jobs.push({ addresses: own })
  return jobs
}
