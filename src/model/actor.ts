import { z } from 'zod'

export const ActorKind = z
  .enum(['person', 'organization', 'place', 'event'])
  .meta({ id: 'ActorKind', description: 'What sort of thing is named. New kinds may be added.', example: 'person' })
export type ActorKind = z.infer<typeof ActorKind>

export const Actor = z
  .object({
    id: z
      .string()
      .describe(
        'Stable: the same thing named in several articles has one id. Persons are the same where full name and affiliation (or role) agree; others of that name stay apart, and a filter by name finds them all.',
      ),
    kind: ActorKind,
    name: z.string().describe('Fullest name without title.'),
    aliases: z.array(z.string()).describe('All the forms it is mentioned by.'),
    role: z.string().optional(),
    affiliation: z.string().optional(),
    mentionCount: z.int().min(0).describe('Mentions in bodies of articles.'),
    articleCount: z.int().min(0).describe('Articles that mention it.'),
  })
  .meta({
    id: 'Actor',
    description: 'A person, organisation, place or event: the thing meant, as against one mention of it.',
    example: {
      id: 'act_1a2b3c4d5e6f7a8b',
      kind: 'person',
      name: 'Ada Berg',
      aliases: ['Ada Berg', 'Mayor Berg'],
      role: 'Mayor',
      mentionCount: 4,
      articleCount: 1,
    },
  })
export type Actor = z.infer<typeof Actor>
