import { fork } from 'node:child_process'

/** A process that dies sooner than so many milliseconds after its start would die again. */
const tooSoon = 5_000

/**
 * Runs this very command in processes of one worker each; one that dies is replaced. A process for each, for reading takes a core, and so
 * does storing what was read.
 * @param settings environment variables that are theirs: a password is not to be seen among their arguments
 * @returns whether all have ended well
 */
export async function runProcesses(
  count: number,
  settings: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<boolean> {
  const args = withoutOption(process.argv.slice(2), '--db')
  let isWell = true
  const run = async (): Promise<void> => {
    const begun = performance.now()
    const child = fork(process.argv[1]!, [...args, '--workers', '1'], { env: { ...process.env, ...settings } })
    const stop = () => child.kill('SIGTERM')
    signal.addEventListener('abort', stop)
    const [code, how] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.once('exit', (...ended) => resolve(ended)),
    )
    signal.removeEventListener('abort', stop)
    if (code === 0 || signal.aborted) return
    process.stderr.write(`article-facts: worker ${child.pid} exited (${how ?? code})\n`)
    if (performance.now() - begun > tooSoon || how !== null) return run()
    isWell = false
  }
  await Promise.all(Array.from({ length: count }, run))
  return isWell
}

/** Arguments without an option and its value. */
export function withoutOption(args: readonly string[], option: string): string[] {
  return args.filter((arg, i) => arg !== option && !arg.startsWith(`${option}=`) && args[i - 1] !== option)
}
