import sql from 'sql-template-tag'
import { compareStories, readStory, type Story } from '../compare/story.ts'
import { dayNumber, sameNews as daysOfNews } from '../compare/time.ts'
import type { Claim } from '../model/claim/index.ts'
import type { Reading, Writing } from './database.ts'

/** Articles of the same days that are looked at for each name, and those whose figures are compared: more tell the same news again. */
const mostOfName = 40
const mostCompared = 12

/** An article that tells the same news as another, with the names it has most often. */
export type SameNews = { readonly article: number; readonly names: readonly string[] }

/**
 * Notes what an article is about.
 * @param claims those that are compared
 * @param published day of the article; without one, it is of no news
 * @returns that, and the articles that tell the same news, those first that have most in common
 */
export async function insertStory(
  tx: Writing,
  article: number,
  claims: readonly Claim[],
  published: string | undefined,
): Promise<{ story: Story; sameNews: SameNews[] }> {
  const story = readStory(claims)
  if (published === undefined) return { story, sameNews: [] }
  const day = dayNumber(published)
  const sameNews = await findSameNews(tx, story, day)
  await tx.insert('stories', [{ article, names: JSON.stringify(story.names), words: JSON.stringify(story.words) }])
  if (story.names.length)
    await tx.insert(
      'story_names',
      story.names.map((name) => ({ name, day, article })),
    )
  return { story, sameNews }
}

export async function removeStory(tx: Writing, article: number): Promise<void> {
  await tx.run(sql`delete from story_names where article = ${article}`)
  await tx.run(sql`delete from stories where article = ${article}`)
}

async function findSameNews(reading: Reading, story: Story, day: number): Promise<SameNews[]> {
  const articles = new Set<number>()
  for (const name of story.names)
    for (const { article } of await reading.all<{ article: number }>(
      sql`select article from story_names where name = ${name} and day between ${day - daysOfNews} and ${day + daysOfNews}
        order by day desc, article desc limit ${mostOfName}`,
    ))
      articles.add(article)
  const rows = await reading.all<{ article: number; names: string; words: string }>(
    sql`select article, names, words from stories where article ${reading.dialect.anyOf([...articles])}`,
  )
  return rows
    .map((row) => {
      const other: Story = { names: JSON.parse(row.names), words: JSON.parse(row.words) }
      return { article: row.article, names: other.names, common: compareStories(story, other) }
    })
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common || a.article - b.article)
    .slice(0, mostCompared)
}
