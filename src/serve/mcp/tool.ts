import { z } from 'zod'
import type { Scope } from '../../model/key.ts'
import type { Ask } from './ask.ts'

/** What a tool gives: the same as data, and in words. */
export type ToolResult = { readonly data: Record<string, unknown>; readonly text: string }

export type Tool = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: z.ZodObject
  readonly output: z.ZodObject
  /** What a key must allow for it; without, it only reads. */
  readonly scope?: Scope
  /** @param base address of the service, for links */
  readonly run: (input: Record<string, unknown>, ask: Ask, base: string) => Promise<ToolResult>
}

export const pick = (parameters: Record<string, z.ZodType>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, parameters[name]!]))

export const limitOf = (most: number, usual: number) =>
  z.int().min(1).max(most).default(usual).describe(`Maximum number of results, 1 to ${most}.`)
