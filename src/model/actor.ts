import { z } from 'zod'

export const ActorKind = z
  .enum(['person', 'organization', 'place', 'event'])
  .meta({ id: 'ActorKind', description: 'Kind of actor. New kinds may be added.', example: 'person' })
export type ActorKind = z.infer<typeof ActorKind>

const degrees = (most: number) => z.number().min(-most).max(most)

export const Location = z
  .object({
    country: z.string().length(2).describe('ISO 3166-1 code of the country.'),
    region: z.string().optional().describe('ISO 3166-2 code, of a region or of what is inside one: `CA-ON`.'),
    latitude: degrees(90).optional().describe('Degrees, north of the equator.'),
    longitude: degrees(180).optional().describe('Degrees, east of Greenwich.'),
  })
  .meta({
    id: 'Location',
    description: 'Where a place is. Given only where the article leaves no doubt which place of that name it means.',
    example: { country: 'NO', latitude: 59.91273, longitude: 10.74609 },
  })
export type Location = z.infer<typeof Location>

/** What is known of places beyond their name, on actors and on their mentions. */
export const placeFields = {
  sameAs: z.string().optional().describe('The same place elsewhere: a city at GeoNames, a country or region at ISO.'),
  location: Location.optional(),
}

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
    ...placeFields,
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
