import type { TextSpan } from '../model/claim/base.ts'
import type { Claim } from '../model/claim/index.ts'
import { ProblemError, type ProblemField } from '../model/problem.ts'
import type { Reading } from './database.ts'
import { hasActor } from './read.ts'

/**
 * What a schema cannot say of what people write: its actors exist, and the words of a source, a measure or a baseline are those of the text.
 * @param within JSON pointer to where the fields stand in the request
 * @param isNewActor whether the actor of a mention is one that nobody had found
 * @throws {ProblemError} invalid-body, which names each field at fault
 */
export async function checkFields(
  reading: Reading,
  text: string,
  claim: Claim,
  within: string,
  isNewActor = false,
): Promise<void> {
  const errors: ProblemField[] = []
  const actor = async (field: string, id: string | undefined) => {
    if (id !== undefined && !(await hasActor(reading, id)))
      errors.push({ pointer: `${within}/${field}`, code: 'not-found', detail: `there is no actor "${id}"` })
  }
  const words = (field: string, { start, end }: TextSpan, surface: string | undefined) => {
    if ([...text].slice(start, end).join('') !== surface)
      errors.push({
        pointer: `${within}/${field}`,
        code: 'invalid',
        detail: `the text does not say this from ${start} to ${end}`,
      })
  }
  if (claim.type === 'actor' && !isNewActor) await actor('actorId', claim.actorId)
  if (claim.type === 'figure') await actor('subject/actorId', claim.subject?.actorId)
  if (claim.type !== 'quote') await actor('attributedTo/actorId', claim.attributedTo?.actorId)
  if (claim.type === 'figure') {
    const { measure, measureSpan, baseline } = claim
    if (measureSpan) words('measureSpan', measureSpan, measure)
    if (baseline) words('baseline/surface', baseline, baseline.surface)
  }
  if (claim.type === 'quote' && claim.source) {
    await actor('source/actorId', claim.source.actorId)
    words('source/surface', claim.source, claim.source.surface)
  }
  if (errors.length)
    throw new ProblemError(
      'invalid-body',
      `The ${within === '' ? 'claim is' : 'corrections are'} invalid: ${errors[0]!.detail}.`,
      errors,
    )
}
