import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'

/** A server in a process of its own. */
export type Server = {
  readonly address: string
  readonly process: ChildProcess
  /** Milliseconds from its start to the line that says that it listens. */
  readonly readyAfter: number
  readonly stop: () => Promise<void>
}

const root = join(import.meta.dirname, '..')

/** Starts a script that prints `listens on http://…`. */
export async function startServer(script: string, env: Record<string, string>, args: string[] = []): Promise<Server> {
  const begun = performance.now()
  const process_ = spawn(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, ...env } })
  const ended = new Promise<void>((resolve) => process_.on('close', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let output = ''
    process_.stderr.on('data', (data) => (output += data))
    process_.on('close', () => reject(new Error(output)))
    process_.stdout.on('data', (data) => {
      output += data
      const found = /listens on (?<address>\S+)/.exec(output)?.groups?.address
      if (found) resolve(found)
    })
  })
  const readyAfter = performance.now() - begun
  const stop = () => {
    process_.kill()
    return ended
  }
  return { address, process: process_, readyAfter, stop }
}

/** Our service over a database that is there already. */
export const startService = (file: string, env: Record<string, string> = {}): Promise<Server> =>
  startServer('src/cli/start.js', {
    DATABASE_URL: file,
    PORT: '0',
    SEEDS: 'false',
    PAGE: 'false',
    RATE_LIMIT: '0',
    EXTRACT_LIMIT: '0',
    ...env,
  })

/** Resident memory in MB (Linux). */
export const residentOf = ({ process: { pid } }: Server): number =>
  Number(/VmRSS:\s+(?<kb>\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!.groups!.kb) / 1024

/** Microseconds of processor time that a server has had, in user and system mode, with all its threads (Linux: ticks of 10 ms). */
export function cpuOf({ process: { pid } }: Server): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** How long requests take, one after another over some connections, in milliseconds, the quickest first. */
export async function timeRequests(
  server: Server,
  paths: readonly string[],
  connections = 4,
  seconds = 5,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  const askOnce = (path: string) =>
    new Promise<void>((resolve, reject) => {
      const begun = performance.now()
      get(server.address + path, { agent }, (response) => {
        response.resume().on('end', () => {
          times.push(performance.now() - begun)
          resolve()
        })
      }).on('error', reject)
    })
  await Promise.all(
    Array.from({ length: connections }, async (_, i) => {
      for (let n = i; performance.now() < until; n += connections) await askOnce(paths[n % paths.length]!)
    }),
  )
  agent.destroy()
  return times.sort((a, b) => a - b)
}
