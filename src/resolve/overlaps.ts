import type { Mention } from '../model/mention.ts'
import { spanAt } from '../model/segment.ts'
import type { TimexExpression } from '../model/timex.ts'

/**
 * Figures and dates compete for their words: the longest span stays, then the one that came first in the list (the order of the
 * pattern tables, dates before figures). Actors and quotes may overlap anything, but a bare number inside a name is part of the name.
 */
export function dropOverlaps(mentions: readonly Mention[]): Mention[] {
  const names = mentions.filter((mention) => mention.type === 'actor').sort((a, b) => a.start - b.start)
  const persons = names.filter((name) => name.type === 'actor' && name.kind === 'person')
  /** A nickname in its marks, a month that is somebody's name: strictly inside a person's name. */
  const inPerson = (mention: Mention) => {
    const name = spanAt(persons, mention.start)
    return (
      name !== undefined &&
      name.start <= mention.start &&
      mention.end <= name.end &&
      mention.end - mention.start < name.end - name.start
    )
  }
  const inName = (mention: Mention) => {
    const name = spanAt(names, mention.start)
    return name !== undefined && name.start <= mention.start && mention.end <= name.end
  }
  const dates = mentions.filter((mention) => mention.type === 'date').sort((a, b) => a.start - b.start)
  const days = dates.filter((date) => date.type === 'date' && tellsDay(date.expression))
  const ranked = mentions
    .map((mention, order) => ({ mention, order, length: mention.end - mention.start }))
    .filter(({ mention }) => mention.type === 'figure' || (mention.type === 'date' && !inPerson(mention)))
    .filter(
      ({ mention }) =>
        !(
          mention.extractor === 'figure.count' &&
          (inName(mention) || isBareIn(mention, dates) || beginsInside(mention, days))
        ),
    )
    .sort((a, b) => b.length - a.length || a.order - b.order)
  const taken: Mention[] = []
  const occupied = new Uint8Array(ranked.reduce((end, { mention }) => Math.max(end, mention.end), 0))
  for (const { mention } of ranked) {
    let free = true
    for (let i = mention.start; i < mention.end && free; i++) free = occupied[i] === 0
    if (!free) continue
    occupied.fill(1, mention.start, mention.end)
    taken.push(mention)
  }
  return [
    ...mentions.filter((mention) => mention.type === 'actor' || (mention.type === 'quote' && !inPerson(mention))),
    ...taken,
  ]
}

/** `the September 11 attacks`: the number is a day's, whatever it could count. */
function beginsInside(mention: Mention, days: readonly Mention[]): boolean {
  const day = spanAt(days, mention.start)
  return day !== undefined && day.start < mention.start && mention.start < day.end
}
const tellsDay = (expression: TimexExpression): boolean =>
  (expression.form === 'calendar' && expression.day !== undefined && expression.month !== undefined) ||
  (expression.form === 'range' && tellsDay(expression.to))

/** A number that counts nothing gives way to any date it shares words with (`about 2019`). */
function isBareIn(mention: Mention, dates: readonly Mention[]): boolean {
  if (mention.type !== 'figure' || mention.unit !== undefined) return false
  const date = spanAt(dates, mention.end - 1)
  if (date?.type !== 'date' || date.start >= mention.end || date.end <= mention.start) return false
  // `an average of 12 years`: the number is the duration's, whatever bounds it
  if (date.expression.form === 'duration') return mention.start < date.start && mention.end < date.end
  return true
}
