import { z } from 'zod'

/** The part of an article that a claim stands in. Only `body` makes claims of the article's own; lists leave the rest out unless asked. */
export const SectionKind = z
  .enum(['body', 'headline', 'lead', 'dateline', 'caption', 'author-note', 'boilerplate', 'embedded-post'])
  .meta({
    id: 'SectionKind',
    description:
      'Part of an article. `lead` is a summary between title and text that the page sets apart from it; `boilerplate` covers sign-up boxes, read-more links, publisher blurbs and disclaimers. New kinds may be added.',
    example: 'body',
  })
export type SectionKind = z.infer<typeof SectionKind>

export const Section = z
  .object({
    kind: SectionKind,
    start: z.int().min(0).describe('First code point.'),
    end: z.int().min(0).describe('One past the last code point.'),
  })
  .meta({
    id: 'Section',
    description: 'A stretch of the article of one kind.',
    example: { kind: 'body', start: 0, end: 5057 },
  })
export type Section = z.infer<typeof Section>
