import { z } from 'zod'
import { ActorKind, placeFields } from '../actor.ts'
import { exampleBase, saidBase } from './base.ts'

export const ActorClaim = z
  .object({
    type: z.literal('actor'),
    ...saidBase,
    kind: ActorKind,
    actorId: z.string().describe('The actor; mentions of the same actor share it.'),
    name: z.string().describe('Fullest name in the article, without title.'),
    role: z.string().optional().describe('Role, if the article states it: `Minister of Foreign Affairs`.'),
    affiliation: z.string().optional().describe('Affiliation, if the article states it: `Kazakhstan`.'),
    ...placeFields,
  })
  .meta({
    id: 'ActorClaim',
    description: 'One mention of a named person, organization, place or event.',
    example: {
      type: 'actor',
      ...exampleBase,
      surface: 'Mayor Ada Berg',
      start: 169,
      end: 183,
      extractor: 'actor.name',
      confidence: 0.9,
      kind: 'person',
      actorId: 'act_1a2b3c4d5e6f7a8b',
      name: 'Ada Berg',
      role: 'Mayor',
    },
  })
export type ActorClaim = z.infer<typeof ActorClaim>
