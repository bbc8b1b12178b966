import { z } from 'zod'

type JsonSchema = { readonly [key: string]: unknown }
type Definitions = Readonly<Record<string, JsonSchema>>
type Standard = z.ZodObject['~standard']

/** What is below so many levels is listed as an object, and no more. */
const mostLevels = 1

const briefs = new WeakMap<z.ZodObject, JsonSchema>()

/**
 * An output for the list of tools, which models are given whole at the beginning of each conversation: the fields that a model works with, of
 * the claims in them only that they are objects. Their fields are those of the API, and in the text of a result they stand in words. What a tool gives
 * is held to the whole schema.
 */
export function briefOutput(output: z.ZodObject): { readonly '~standard': Standard } {
  const { validate, vendor, version, types } = output['~standard']
  const brief = (): JsonSchema => {
    const known = briefs.get(output)
    if (known) return known
    const whole = z.toJSONSchema(output, { io: 'output' }) as JsonSchema
    const made = cut(whole, 0, (whole.$defs ?? {}) as Definitions)
    briefs.set(output, made)
    return made
  }
  return { '~standard': { validate, vendor, version, types, jsonSchema: { input: brief, output: brief } } as Standard }
}

function cut(schema: JsonSchema, level: number, definitions: Definitions): JsonSchema {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    return cut(Object.hasOwn(definitions, name) ? definitions[name]! : {}, level, definitions)
  }
  const { type, properties, required, items, enum: values, description } = schema
  if (type === 'array') return { type, items: cut(items as JsonSchema, level, definitions) }
  if (type !== undefined && type !== 'object')
    return { type, ...(values !== undefined && { enum: values }), ...(description !== undefined && { description }) }
  const options = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined
  if (options) {
    // a union of objects, such as a claim of any type; or a value that may be missing
    const types = new Set(
      options.flatMap((option) => (cut(option, level, definitions).type as string | string[]) ?? []),
    )
    return types.size === 1 ? { type: [...types][0] } : types.size ? { type: [...types] } : {}
  }
  if (type === undefined) return {}
  if (level > mostLevels || !properties) return { type }
  return {
    type,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, cut(property as JsonSchema, level + 1, definitions)]),
    ),
    ...(required !== undefined && { required }),
  }
}
