import { z } from 'zod'

const file = z
  .string()
  .min(1)
  .refine(
    (value) => !/^(?:postgres|postgresql|mysql|https?):/i.test(value),
    'must be the path of an SQLite file (other databases are not supported yet)',
  )
  .transform((value) => value.replace(/^(?:sqlite|file):(?:\/\/)?/i, ''))

/** Settings of the process, each from the environment variable of its name; README.md lists them, and a test compares the two. */
export const Config = z.object({
  DATABASE_URL: file.default('data/article-facts.db').describe('Path of the SQLite file; it is made when missing.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on.'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('Port to listen on; 0 takes any free one.'),
  BODY_LIMIT: z.coerce
    .number()
    .int()
    .min(1024)
    .max(1024 ** 3)
    .default(2 * 1024 * 1024)
    .describe('Largest request body in bytes.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('warn')
    .describe('Least level of log lines (JSON on standard error).'),
  SEEDS: z.enum(['true', 'false']).default('true').describe('Whether to load the articles of seeds/ at start.'),
})
export type Config = z.infer<typeof Config>

/** Reads the settings; empty variables count as absent. @throws {Error} with one line that names every wrong one */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in Config.shape && value !== ''),
  )
  const result = Config.safeParse(given)
  if (result.success) return result.data
  throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
}
