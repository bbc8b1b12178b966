import { setImmediate } from 'node:timers/promises'
import { constants, zstdCompressSync } from 'node:zlib'
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { z } from 'zod'
import { claimColumns } from '../../model/claim/columns.ts'
import { claimTypes } from '../../model/claim/index.ts'

// Apache Parquet (https://parquet.apache.org): the columns of the CSV, typed. Loaded only where it is asked for.

/** Rows of a row group, which is held in memory: more of them compress better. */
const rowsOfGroup = 1000
/** Columns of a row group that are encoded in one go, before others are served: a few milliseconds. */
const columnsAtOnce = 8
/** The first level takes half the time of the default, and makes files that are no larger. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** The type of a column, by the schemas of the claims that have it. */
function typeOf(paths: readonly string[]): 'integer' | 'number' | 'string' {
  for (const path of paths)
    for (const claim of Object.values(claimTypes)) {
      let schema: z.ZodType | undefined = claim
      for (const name of path.split('.')) schema = (unwrap(schema) as z.ZodObject | undefined)?.shape?.[name]
      const type = schema && (z.toJSONSchema(unwrap(schema)!, { unrepresentable: 'any' }).type as string | undefined)
      if (type === 'integer' || type === 'number') return type
    }
  return 'string'
}

const unwrap = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema instanceof z.ZodUnion
      ? unwrap(schema.options.find((option) => !(option instanceof z.ZodNull)) as z.ZodType)
      : schema

const columns = Object.entries(claimColumns).map(([name, paths]) => ({ name, type: typeOf(paths) }))
const schema: SchemaElement[] = [
  { name: 'claims', num_children: columns.length },
  ...columns.map(
    ({ name, type }): SchemaElement => ({
      name,
      repetition_type: 'OPTIONAL',
      ...(type === 'string'
        ? { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
        : { type: type === 'integer' ? 'INT32' : 'DOUBLE' }),
    }),
  ),
]

/** Some databases give the numbers of JSON as text. */
const toCell = (value: unknown, type: 'integer' | 'number' | 'string') =>
  value === null || value === undefined ? null : type === 'string' ? String(value) : Number(value)

type Cells = Readonly<Record<string, unknown>>

/**
 * The file, piece by piece: memory is that of a row group, and a few hundred bytes for each column of each group before it.
 * @param first rows, which have been read; `c0` and so on, in the order of `claimColumns`
 * @param about what the file should say of itself
 */
export async function* writeParquet(
  first: IteratorResult<Cells[], void>,
  rows: AsyncIterator<Cells[], void>,
  about: Readonly<Record<string, string>>,
): AsyncGenerator<Buffer> {
  const writer = new ByteWriter()
  const file = new ParquetWriter({
    writer,
    schema,
    codec: 'ZSTD',
    compressors: { ZSTD: (input) => zstdCompressSync(input, compression) },
    createdBy: 'article-facts',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  })
  const take = () => {
    const bytes = Buffer.from(writer.getBuffer())
    writer.index = 0
    return bytes
  }
  const emptyGroup = () => columns.map((): unknown[] => [])
  let group = emptyGroup()
  const flush = async () => {
    const rowGroupSize = group[0]!.length
    const columnData = columns.map(({ name }, i) => ({ name, data: group[i]!, offsetIndex: false }))
    const groups = file.row_groups.length
    for (let i = 0; i < columnData.length; i += columnsAtOnce) {
      await file.write({ columnData: columnData.slice(i, i + columnsAtOnce), rowGroupSize })
      await setImmediate()
    }
    // what was written some columns at a time is one group
    const [first, ...others] = file.row_groups.splice(groups)
    for (const part of others) {
      first!.columns.push(...part.columns)
      first!.total_byte_size += part.total_byte_size
      first!.total_compressed_size = (first!.total_compressed_size ?? 0n) + (part.total_compressed_size ?? 0n)
    }
    file.row_groups.push(first!)
    file.num_rows -= BigInt(others.length * rowGroupSize)
    group = emptyGroup()
    return take()
  }
  for (let result = first; !result.done; result = await rows.next()) {
    for (const cells of result.value)
      for (let i = 0; i < columns.length; i++) group[i]!.push(toCell(cells[`c${i}`], columns[i]!.type))
    if (group[0]!.length >= rowsOfGroup) yield await flush()
    // others are served in between
    await setImmediate()
  }
  if (group[0]!.length > 0) yield await flush()
  await file.finish()
  yield take()
}
