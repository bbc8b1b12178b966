import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { claimColumns } from '../../src/model/claim/columns.ts'
import { seeds, startService } from './service.ts'

const { app, get } = await startService(join(seeds, '../docs/tutorial/pages'))
const read = async (url: string, headers = {}) => {
  const response = await app.inject({ url, headers })
  const { rawPayload } = response
  const file = rawPayload.buffer.slice(rawPayload.byteOffset, rawPayload.byteOffset + rawPayload.byteLength)
  return { response, file: file as ArrayBuffer }
}
const rowsOf = (file: ArrayBuffer) =>
  parquetReadObjects({ file, compressors: { ZSTD: (input) => new Uint8Array(zstdDecompressSync(input)) } })

describe('an export as Parquet', () => {
  it('has the rows and columns of the CSV, typed', async () => {
    const { response, file } = await read('/v1/claims/export?format=parquet')
    expect(response.headers['content-type']).toBe('application/vnd.apache.parquet')
    expect(response.headers['content-disposition']).toBe('inline; filename="claims.parquet"')
    const rows = await rowsOf(file)
    const [names, ...lines] = parse((await app.inject('/v1/claims/export?format=csv')).body) as string[][]
    expect(Object.keys(rows[0]!)).toEqual(names)
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(claimColumns))
    // CSV writes a number with all its digits, and guards what could be a formula by an apostrophe
    const plain = (cell: unknown) => (typeof cell === 'number' ? cell : (cell ?? '')) as number | string
    const expected = lines.map((line, i) =>
      line.map((cell, j) =>
        typeof Object.values(rows[i]!)[j] === 'number' ? Number(cell) : cell.replace(/^'(?=[\s=+\-@])/, ''),
      ),
    )
    expect(rows.map((row) => Object.values(row).map(plain))).toEqual(expected)
    const types = Object.fromEntries(
      parquetMetadata(file)
        .schema.slice(1)
        .map(({ name, type }) => [name, type]),
    )
    expect(types).toMatchObject({ id: 'BYTE_ARRAY', start: 'INT32', number: 'DOUBLE', confidence: 'DOUBLE' })
    expect(types).toMatchObject({
      latitude: 'DOUBLE',
      measureStart: 'INT32',
      baselineNumber: 'DOUBLE',
      per: 'BYTE_ARRAY',
    })
    expect(rows.find(({ surface }) => surface === '$24bn')!.number).toBe(24e9)
  })

  it('is chosen by Accept, takes filters, and says where to go on', async () => {
    const { file } = await read('/v1/claims/export?type=quote&section=any', {
      accept: 'application/vnd.apache.parquet',
    })
    const rows = await rowsOf(file)
    const { body } = await get('/v1/quotes?section=any&limit=200')
    expect(rows.map(({ id }) => id)).toEqual(body.items.map(({ id }: { id: string }) => id))
    const about = new Map(parquetMetadata(file).key_value_metadata!.map(({ key, value }) => [key, value]))
    expect(JSON.parse(about.get('leftOut')!)).toEqual(['rejected claims (review=any takes all)'])
    expect((await get(`/v1/changes?after=${about.get('next')}`)).body.items).toEqual([])
  })

  it('is a file of no rows where nothing matches, and refused for lists', async () => {
    const { file } = await read('/v1/claims/export?format=parquet&q=nobodysaysso')
    expect(await rowsOf(file)).toEqual([])
    expect((await get('/v1/claims?format=parquet')).status).toBe(400)
  })
})
