import { readdirSync, readFileSync } from 'node:fs'
import driver from 'postgres'
import { median } from './measure.ts'
import { cpuOf, type Server } from './servers.ts'

/** Requests a round, at least this many, and then until they have taken so many microseconds: the clock of processes ticks every 10 ms. */
const least = 3
const enough = 100_000
const most = 200

export type Grown = { readonly name: string; readonly servers: readonly { server: Server; paths: readonly string[] }[] }

/**
 * The processor time of a request by the size of what is asked, in milliseconds, round by round in turn; one request at a time.
 * @param beside microseconds that the processes of a database server have had
 */
export async function measureGrowth({ servers }: Grown, rounds: number, beside: () => number): Promise<number[]> {
  const times: number[][] = servers.map(() => [])
  for (let round = -1; round < rounds; round++)
    for (const [i, { server, paths }] of servers.entries()) {
      const used = () => cpuOf(server) + beside()
      const before = used()
      let n = 0
      while (n < least || (n < most && used() - before < enough)) {
        const response = await fetch(server.address + paths[n++ % paths.length]!)
        const body = await response.text()
        if (!response.ok) throw new Error(`${paths[0]}: ${response.status} ${body}`)
      }
      if (round >= 0) times[i]!.push((used() - before) / n / 1000)
    }
  return times.map(median)
}

/** Asks for the processor time of a PostgreSQL server on this machine, with all its processes, those that have ended too (Linux). */
export async function watchPostgres(address: string): Promise<() => number> {
  const admin = driver(address, { max: 1, onnotice: () => {} })
  const [row] = await admin<{ pid: number }[]>`select pg_backend_pid() as pid`
  const head = statOf(row!.pid).parent
  await admin.end()
  return () => {
    let ticks = statOf(head).withChildren
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const { parent, own } = statOf(Number(pid))
        if (parent === head) ticks += own
      } catch {
        // it has ended
      }
    return ticks * 10_000
  }
}

function statOf(pid: number) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').map(Number)
  const own = fields[11]! + fields[12]!
  return { parent: fields[1]!, own, withChildren: own + fields[13]! + fields[14]! }
}
