import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { generateApi } from 'swagger-typescript-api'
import { describe, expect, it } from 'vitest'
import { startService } from './serve/service.ts'

const root = join(import.meta.dirname, '..')
const clients = join(import.meta.dirname, 'clients')
const generated = join(clients, 'generated')
const { app } = await startService()

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
    const heyApi = await (await import('./clients/sample-hey-api.ts' as string)).run(address)
    expect(heyApi).toMatchObject({
      exact: '60%',
      title: 'Kazakhstan Juggling Between East and West',
      problem: '/problems/unit-required',
      extracted: ['3% = 3 percent', '2019 = 2019'],
    })
    expect(heyApi.lines).toContain('$24bn = 24000000000 USD')
    expect(heyApi.lines).toContain('Kassym-Jomart Tokayev: which has served us well.')
    expect(await (await import('./clients/sample-openapi-fetch.ts' as string)).run(address)).toEqual({
      amounts: [24e9],
      missing: undefined,
      problem: 'Not found',
    })
    expect(await (await import('./clients/sample-swagger-typescript-api.ts' as string)).run(address)).toEqual({
      shares: ['60%'],
      quoted: ['Kassym-Jomart Tokayev'],
      problem: '/problems/not-found',
    })
  })
})
