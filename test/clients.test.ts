import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { generateApi } from 'swagger-typescript-api'
import { runnerImport } from 'vite'
import { describe, expect, it } from 'vitest'
import { startService } from './serve/service.ts'

const root = join(import.meta.dirname, '..')
const clients = join(import.meta.dirname, 'clients')
const generated = join(clients, 'generated')
const { app } = await startService()
/** As a bundler takes it: what is generated leaves out the ends of files in its imports. */
const runSample = async (name: string, address: string) => {
  const { module } = await runnerImport<{ run: (address: string) => Promise<Record<string, unknown>> }>(
    join(clients, `sample-${name}.ts`),
  )
  return module.run(address)
}

describe('clients generated from openapi.yaml', () => {
  it('compile under strict and work against the running service', async () => {
    rmSync(generated, { recursive: true, force: true })
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/openapi-typescript/bin/cli.js'),
        join(root, 'openapi.yaml'),
        '-o',
        join(generated, 'openapi-typescript.ts'),
      ],
      { stdio: 'ignore' },
    )
    await createClient({
      input: join(root, 'openapi.yaml'),
      output: { path: join(generated, 'hey-api') },
      logs: { level: 'silent' },
    })
    await generateApi({
      input: join(root, 'openapi.yaml'),
      output: join(generated, 'swagger-typescript-api'),
      fileName: 'api.ts',
      extractEnums: false,
      silent: true,
    })
    const compiler = join(root, 'node_modules/@typescript/native/bin/tsc')
    try {
      execFileSync(process.execPath, [compiler, '-p', clients], { encoding: 'utf8' })
    } catch (error) {
      expect.fail((error as { stdout: string }).stdout)
    }
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const heyApi = await runSample('hey-api', address)
    expect(heyApi).toMatchObject({
      exact: '60%',
      title: 'Kazakhstan Juggling Between East and West',
      problem: '/problems/unit-required',
      extracted: ['3% = 3 percent', '2019 = 2019'],
    })
    expect(heyApi.lines).toContain('$24bn = 24000000000 USD')
    expect(heyApi.lines).toContain('Kassym-Jomart Tokayev: which has served us well.')
    expect(await runSample('openapi-fetch', address)).toEqual({
      amounts: [24e9],
      missing: undefined,
      problem: 'Not found',
    })
    expect(await runSample('swagger-typescript-api', address)).toEqual({
      shares: ['60%'],
      quoted: ['Kassym-Jomart Tokayev'],
      problem: '/problems/not-found',
    })
  })
})
