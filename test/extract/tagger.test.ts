import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const mark = /\{(?<name>[^|}]+)\|(?<kind>\w+)\}/g
const lines = readFileSync(join(import.meta.dirname, 'samples/names.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))

/** Names found and right (span and kind), of those marked and of those given. Demonyms count neither way. */
function score(): { right: number; marked: number; given: number; misses: string[] } {
  const misses: string[] = []
  let [right, marked, given] = [0, 0, 0]
  for (const line of lines) {
    const wanted = new Map<number, string>()
    let text = ''
    let at = 0
    for (const match of line.matchAll(mark)) {
      text += line.slice(at, match.index)
      wanted.set(text.length + match.groups!.name!.length, `${match.groups!.name} ${match.groups!.kind}`)
      text += match.groups!.name
      at = match.index + match[0].length
    }
    text += line.slice(at)
    marked += wanted.size
    for (const claim of extractClaims(text).claims) {
      if (
        claim.type !== 'actor' ||
        (claim.kind === 'place' && !claim.name.includes(claim.surface) && claim.confidence > 0.96)
      )
        continue
      given++
      const want = wanted.get(claim.end)
      if (want?.endsWith(` ${claim.kind}`) && claim.surface.endsWith(want.slice(0, want.lastIndexOf(' ')))) right++
      else misses.push(`${claim.surface} (${claim.kind}) for ${want}`)
    }
  }
  return { right, marked, given, misses }
}

it('reads nine in ten names of a sample that its weights have not seen, with their kind', () => {
  const { right, marked, given, misses } = score()
  expect(right / marked, misses.join('; ')).toBeGreaterThan(0.88)
  expect(right / given, misses.join('; ')).toBeGreaterThan(0.88)
})

it('gives the same for the same text, whatever was read before', () => {
  expect(score()).toEqual(score())
})
