import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Config } from '../model/config.ts'
import { name, version } from '../model/program.ts'
import { createApp } from '../serve/app.ts'
import type { Send } from '../serve/mcp/ask.ts'
import { injectInto } from '../serve/mcp/inject.ts'
import { createMcpServer } from '../serve/mcp/server.ts'
import { may } from '../serve/plugins/access.ts'
import { findKey } from '../store/keys.ts'
import { openStore } from '../store/open.ts'
import { startTasks } from '../threads/index.ts'

// Standard output belongs to the protocol: nothing else may write there.

/** Milliseconds that a service elsewhere may take for a response. */
const patience = 60_000
const report = (error: Error) => process.stderr.write(`article-facts: ${error.message}\n`)

/** Serves assistants over a database: the service as `article-facts serve` runs it, without a port. Ends when standard input does. */
export async function serveOverDatabase(config: Config, token: string | undefined, link: string): Promise<void> {
  const store = await openStore(config.DATABASE_URL, config.READ_DATABASE_URL)
  const key = token === undefined ? undefined : await findKey(store, token, new Date().toISOString())
  const { tasks, close } = startTasks(config.DATABASE_URL, config.TASK_TIMEOUT, store.refresh)
  const app = await createApp({
    store,
    tasks,
    // whoever starts it is its only client
    config: { ...config, RATE_LIMIT: 0, EXTRACT_LIMIT: 0, MCP: 'false' },
    logger: { level: config.LOG_LEVEL, stream: process.stderr },
  })
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const send = injectInto(app, { headers })
  serveStdio(() => createMcpServer(send, link, (scope) => !!key && may(key, scope)), { onerror: report })
  process.stdin.once('close', async () => {
    await app.close()
    await close()
    await store.close()
  })
}

/** Serves assistants over a service that runs elsewhere. */
export function serveOverService(address: string, token: string | undefined, link: string): void {
  const send: Send = async ({ method, url, body }, signal) => {
    const response = await fetch(address + url, {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': `${name}/${version} mcp`,
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    }).catch((error: Error) => {
      throw new Error(`${address} cannot be reached: ${(error.cause as Error | undefined)?.message ?? error.message}`)
    })
    if (!/\bjson\b/.test(response.headers.get('content-type') ?? ''))
      throw new Error(`${address} is no service of article-facts`)
    return { status: response.status, body: await response.json() }
  }
  // what the key allows is for the service to say
  serveStdio(() => createMcpServer(send, link, () => token !== undefined), { onerror: report })
}
