import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { Readable } from 'node:stream'
import { vi } from 'vitest'
import { run } from '../../src/cli/run.ts'

/** Where a command would have ended its process. */
class Exit extends Error {}

/**
 * What a command does and prints, in this process: to start one that reads texts takes a second and a half. What a process promises (signals,
 * pipes, its own end) is tested where one is started.
 * @param args without the program's name @param input of its standard input @param env what differs in its environment
 */
export async function runHere(args: readonly string[], input = '', env: Record<string, string> = {}) {
  const printed = { stdout: '', stderr: '' }
  let status: number | undefined
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      // whoever ends says nothing more
      if (status === undefined) printed[name] += text
      return true
    }),
  )
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    status ??= Number(code ?? 0)
    throw new Exit()
  })
  const stdin = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(input)]) as never)
  // what runs in the background would leave the tests there
  const priority = vi.spyOn(os, 'setPriority').mockImplementation(() => {})
  syncBuiltinESMExports()
  const { exitCode } = process
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  process.exitCode = undefined
  try {
    await run(['node', 'article-facts', ...args])
    status ??= Number(process.exitCode ?? 0)
  } catch (error) {
    if (!(error instanceof Exit)) throw error
  } finally {
    for (const spy of [...spies, exit, stdin, priority]) spy.mockRestore()
    syncBuiltinESMExports()
    vi.unstubAllEnvs()
    process.exitCode = exitCode
  }
  return { status, ...printed, lines: printed.stdout.split('\n').filter(Boolean) }
}
