import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take long, the longest first, as measured on two cores; without an order of our own, a clone that has no times of an earlier run
 * begins with the files of most bytes, and ends waiting for one of these.
 */
const long = [
  'web/habits',
  'web/tasks',
  'cli/load',
  'store/kill',
  'cli/commands',
  'store/backup',
  'web/reader',
  'shells',
  'main',
  'store/reread',
  'serve/tasks',
  'extract/linear',
  'cli/mcp',
  'cli/web',
  'package',
  'web/review',
  'web/library',
  'web/compare',
  'web/pictures',
  'cli/hostile-files',
  'store/first-version',
  'properties',
  'web/try-it',
  'serve/nginx',
  'serve/heavy',
  'web/take-away',
  'web/long-article',
  'serve/sync',
  'fuzz',
  'store/check',
  'serve/stream',
  'serve/fetch-url',
]
const rankOf = ({ moduleId }: TestSpecification) => {
  const rank = long.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
  return rank < 0 ? long.length : rank
}

/** Files of one engine after the other, for a process is used again only for files of the same; among them the longest first, so that all cores are busy to the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted(
      (a, b) =>
        (a.project.name < b.project.name ? -1 : a.project.name > b.project.name ? 1 : 0) ||
        rankOf(a) - rankOf(b) ||
        (a.moduleId < b.moduleId ? -1 : 1),
    )
  }
}
