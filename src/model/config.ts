import { isIP } from 'node:net'
import { z } from 'zod'

const file = z
  .string()
  .min(1)
  .refine(
    (value) => !/^(?:mysql|mariadb|mongodb|https?):/i.test(value),
    'must be the path of an SQLite file, or postgres://USER@HOST/DATABASE',
  )
  .transform((value) => value.replace(/^(?:sqlite|file):(?:\/\/)?/i, ''))

const isNetwork = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/')
  const family = isIP(address)
  return (
    family > 0 &&
    more === undefined &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  )
}

const flag = z.enum(['true', 'false'])
const count = z.coerce.number().int().min(0)

/** Settings of the process, each from the environment variable of its name; docs/commands.md is made from them. */
export const Config = z.object({
  DATABASE_URL: file
    .default('data/article-facts.db')
    .describe(
      'Path of the SQLite file, which is created if missing, or `postgres://USER:PASSWORD@HOST:PORT/DATABASE` (PostgreSQL 15 or later).',
    ),
  READ_DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:/i, 'must be postgres://USER@HOST/DATABASE')
    .optional()
    .describe(
      'A read-only standby of the PostgreSQL server of DATABASE_URL. Reads go there while it is reachable and at most 30 seconds behind; otherwise to DATABASE_URL.',
    ),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on.'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port to listen on; 0 for any free port.'),
  WORKERS: count
    .min(1)
    .max(256)
    .default(1)
    .describe(
      'Number of server processes; more than one use more cores. Each has its own rate limits, exports and response cache.',
    ),
  BODY_LIMIT: z.coerce
    .number()
    .int()
    .min(1024)
    .max(1024 ** 3)
    .default(2 * 1024 * 1024)
    .describe('Largest request body in bytes.'),
  BASE_PATH: z
    .string()
    .transform((value) => value.replace(/\/+$/, ''))
    .refine(
      (value) => value === '' || (/^(?:\/[\w.~-]+)+$/.test(value) && !/\/\.{1,2}(?:\/|$)/.test(value)),
      'must be a path such as /facts',
    )
    .optional()
    .describe('Path of the service behind a proxy, such as `/facts`; X-Forwarded-Prefix takes precedence.'),
  ADMIN_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .optional()
    .describe('Second port, on HOST, for /livez, /readyz and /metrics (Prometheus).'),
  READ_REQUIRES_KEY: flag
    .default('false')
    .describe('Whether reading requires a key with the scope `read`. Writing always requires a key.'),
  CORS_ORIGIN: z
    .string()
    .default('*')
    .describe(
      'Origins (CORS) that may read: `*` for all, `none`, or a comma-separated list; only listed origins may write.',
    ),
  CACHE_CONTROL: z
    .string()
    .regex(/^[\w\s=,-]+$/, 'must be directives such as `public, max-age=60`')
    .default('private, no-cache')
    .describe('`Cache-Control` header of reads under /v1.'),
  RATE_LIMIT: count
    .max(1e9)
    .default(6000)
    .describe('Requests per minute for each key, or for each address without a key; 0 for no limit.'),
  TRUST_PROXY: z
    .string()
    .refine(
      (value) => value.split(',').every((one) => isNetwork(one.trim())) || /^(?:true|false)$/.test(value),
      'must be true, false, or addresses and networks such as 10.0.0.0/8 with commas between',
    )
    .default('false')
    .describe(
      'Proxies whose X-Forwarded-* headers count: addresses and networks with commas between. `true` believes every client, whatever it says.',
    ),
  QUERY_TIMEOUT: count.max(600_000).default(5000).describe('Time limit of a query in milliseconds; 0 for no limit.'),
  RESPONSE_CACHE: count
    .max(1024 ** 3)
    .default(16 * 1024 * 1024)
    .describe('Size of the response cache in bytes; any write to the database empties it. 0 turns it off.'),
  TASK_TIMEOUT: count
    .max(600_000)
    .default(20_000)
    .describe('Time limit of an extraction or a write in milliseconds; 0 for no limit.'),
  SHUTDOWN_TIMEOUT: count
    .min(1000)
    .max(600_000)
    .default(10_000)
    .describe(
      'Milliseconds that a stopping service waits for running requests; texts that are still being read after half of it are refused with 503.',
    ),
  EXTRACT_LIMIT: count
    .max(1e12)
    .default(10 * 1024 * 1024)
    .describe(
      'Bytes per minute that each key, or each address without a key, may send to /v1/extract; 0 for no limit.',
    ),
  STREAMS: count
    .max(1000)
    .default(5)
    .describe('Maximum number of open change streams for each key, or for each address without a key; 0 for none.'),
  STREAM_HEARTBEAT: count
    .min(100)
    .max(600_000)
    .default(15_000)
    .describe('Interval in milliseconds at which an idle change stream sends a comment.'),
  MCP: flag
    .default('false')
    .describe(
      'Whether assistants may connect at /mcp (Model Context Protocol). They can do what the API allows, no more.',
    ),
  MCP_HOSTS: z
    .string()
    .default('localhost')
    .describe(
      'Host names by which /mcp may be called, with commas between; `*` for any. `localhost`, `127.0.0.1` and `[::1]` always may.',
    ),
  FETCH: z
    .string()
    .refine(
      (value) =>
        value === 'none' ||
        value.split(',').every((one) => /^(?:\*|(?:\*\.)?[\w.-]+|\[[\da-f:]+\])$/i.test(one.trim())),
      'must be none, * or host names with commas between, such as example.org,*.example.com',
    )
    .default('none')
    .describe(
      'Hosts whose pages `POST /v1/articles` fetches by `url`, with commas between: `example.org`, `*.example.org` for all below it, `*` for any; `none` turns it off.',
    ),
  FETCH_PRIVATE: flag
    .default('false')
    .describe('Whether the hosts of FETCH may be addresses of this machine or of private networks.'),
  FETCH_CONTACT: z
    .string()
    .max(200)
    .optional()
    .describe('Page or mail address that the User-Agent gives to the operators of the servers it fetches from.'),
  EXPORTS: count.min(1).max(100).default(4).describe('Maximum number of concurrent exports.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('warn')
    .describe('Minimum level of log lines (JSON on standard error).'),
  PAGE: flag.default('true').describe('Whether to build the web page at start if it is missing or out of date.'),
  SEEDS: flag.default('true').describe('Whether to load the articles of seeds/ at start.'),
})
export type Config = z.infer<typeof Config>

/** Reads the settings; empty variables count as absent. @throws {Error} with one line that names every invalid one and what it may be */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in Config.shape && value !== ''),
  )
  const result = Config.safeParse(given)
  if (result.success) return result.data
  const reasons = new Map(result.error.issues.map(({ path, message }) => [path[0] as keyof Config, message]))
  throw new Error(
    [...reasons]
      .map(([name, message]) => `${name}=${given[name]}: ${describeAllowed(Config.shape[name]) || message}`)
      .join('; '),
  )
}

/** What a setting may be: one of some words, or a number within bounds; empty where its schema says it in words of its own. */
export function describeAllowed(schema: z.ZodType): string {
  const { enum: words, minimum, maximum } = jsonSchemaOf(schema)
  if (words) return `must be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
  if (minimum === undefined) return ''
  return `must be a whole number, ${maximum === undefined || maximum > 1e12 ? `${minimum} or more` : `${minimum} to ${maximum}`}`
}
const jsonSchemaOf = (schema: z.ZodType) => {
  const inner =
    schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
  return z.toJSONSchema(inner, { unrepresentable: 'any' }) as {
    readonly enum?: readonly string[]
    readonly minimum?: number
    readonly maximum?: number
  }
}
