import { type DayCustom, findDays } from './day-forms.ts'
import type { TextLengths } from './text-lengths.ts'

/** A day that stands on a page as a line of its own, or in an element made for days. */
export type Stamp = {
  readonly day: string
  /** The element's attribute, or the line. */
  readonly value: string
  readonly label: 'published' | 'updated' | undefined
  /** How much like the stamp of the page's own article it looks; see `weigh`. */
  readonly weight: number
}

/** Longest line that can be a stamp, in code units: one with a byline and a section beside the day. */
const longestLine = 140
/** Days of one line that are looked at. */
const mostDays = 4
const unseen = /^(?:script|style|noscript|template|svg|select|textarea|iframe|button|option)$/
/** Names of parts of a page that are about other articles, or are other people's words. */
const apartNames =
  /(?:^|[\s_-])(?:comments?|kommentare?|related|sidebar|side-bar|widget|teasers?|recommend(?:ed|ations)?|popular|most-read|trending|recent|latest|archives?|footer|copyright|breadcrumbs?|menu|navi?|navigation|calendar|events?|cookies?|next|previous|prev|pagination|pager|tweet)(?:$|[\s_-])/i
const dayNames =
  /date|datum|fecha|time|published|posted|pub-?day|created|timestamp|stamp|byline|\bmeta|-meta|meta-|\binfo\b|-info|submitted|release|entry-top|single-author|author/i
const published =
  /\b(?:posted|published|publication|created|written|filed|issued|released|veröffentlicht|erstellt|erschienen|publiziert|datum|eingestellt|geschrieben|gepostet|publiée?|mise? en ligne|parue?|rédigée?|publicad[oa]|fecha|pubblicato|gepubliceerd|geplaatst|opublikowano|dodano|utworzono|publicerad|publisert|julkaistu|yayınlanma|publikováno|vydáno|közzétéve|objavljeno)(?!\p{L})|опубликован|дата|date\s*:|投稿日|公開日|発表|发布|發布|时间|입력/iu
const updated =
  /\b(?:updated?|modified|revised|edited|changed|last|aktualisiert|geändert|änderung|aktualisierung|stand|bearbeitet|mise? à jour|modifiée?|actualizad[oa]|aggiornato|bijgewerkt|gewijzigd|aktualizacja|uppdaterad|oppdatert|päivitetty|güncelleme)(?!\p{L})|обновлен|更新|수정/iu
const notPublication =
  /©|\(c\)|copyright|\b(?:born|geboren|deadline|bis zum|until|valid|gültig|registered|joined|mitglied|member since|beiträge|version)\b/iu

/**
 * Days on a page, in its order: lines that are little more than a day, with what words beside it say of it, and elements with a day in an attribute.
 * @param heading the title of the article, where the page shows it: what stands near it is of the article
 */
export function findStamps(
  body: Element,
  heading: Element | undefined,
  lengthOf: TextLengths,
  custom: DayCustom,
): Stamp[] {
  const around = new Set<Node>()
  for (let node: Node | null | undefined = heading; node; node = node.parentNode) around.add(node)
  const whole = lengthOf(body)
  const lines: (Omit<Stamp, 'weight'> & {
    at: number
    apart: boolean
    named: boolean
    own: boolean
    linked: boolean
  })[] = []
  let at = 0
  let headingAt: number | undefined
  const add = (value: string, words: string, context: Context, given?: string) => {
    const days = findDays(given ?? words, custom).slice(0, mostDays)
    if (days.length === 0) return false
    if (notPublication.test(words)) return true
    const rest = given === undefined ? days.reduce((sum, { start, end }) => sum - (end - start), words.length) : 0
    // `Updated: March 5, 2024 | Published: March 1, 2024`: of each what stands before it
    let behind = 0
    for (const { day, start, end } of given === undefined ? days : days.slice(0, 1)) {
      const label = labelOf(given === undefined ? words.slice(behind, start) : words)
      lines.push({
        day,
        value: days.length > 1 ? words.slice(start, end) : value,
        label,
        at,
        own: rest < 40,
        ...context,
      })
      behind = end
    }
    return true
  }
  type Context = { apart: boolean; named: boolean; linked: boolean }
  const walk = (element: Element, context: Context): void => {
    const tag = element.localName
    if (unseen.test(tag)) return
    if (element === heading) headingAt = at
    const length = lengthOf(element)
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    const isAround = around.has(element)
    const inner: Context = {
      apart:
        !isAround &&
        (context.apart ||
          tag === 'aside' ||
          tag === 'nav' ||
          (tag === 'footer' && !element.closest('article')) ||
          (length < whole / 2 && apartNames.test(names))),
      named:
        (context.named && length <= longestLine) || (length <= longestLine && dayNames.test(names)) || tag === 'time',
      linked: context.linked || (tag === 'a' && !isAround && !/date|time/i.test(names)),
    }
    const begun = at
    if (tag === 'time' || tag === 'abbr') {
      const given = element.getAttribute('datetime') ?? element.getAttribute('title') ?? ''
      if (given && add(given, lineAround(element, lengthOf), inner, given)) {
        at = begun + length
        return
      }
    }
    if (length > 0 && length <= longestLine) {
      const words = element.textContent!.replace(/\s+/g, ' ').trim()
      if (/\d/.test(words) && add(words, words, inner)) {
        at = begun + length
        return
      }
    }
    for (const child of Array.from(element.childNodes)) {
      if (child.nodeType === 1) walk(child as Element, inner)
      else if (child.nodeType === 3) {
        const words = child.textContent!.trim()
        if (length > longestLine && words.length >= 6 && words.length <= longestLine && /\d/.test(words))
          add(words, words.replace(/\s+/g, ' '), inner)
        at += words.length
      }
    }
    at = Math.max(at, begun + length)
  }
  walk(body, { apart: false, named: false, linked: false })
  return lines.map(({ day, value, label, ...line }) => ({ day, value, label, weight: weigh(line, label, headingAt) }))
}

type Line = { at: number; apart: boolean; named: boolean; own: boolean; linked: boolean }

function weigh({ at, apart, named, own, linked }: Line, label: Stamp['label'], heading: number | undefined): number {
  let weight = label === 'published' ? 4 : label === 'updated' ? -2 : 0
  if (named) weight += 2
  if (own) weight += 1
  if (apart) weight -= 5
  if (linked) weight -= 2
  if (heading === undefined) return weight
  const distance = at - heading
  if (distance >= 0) return weight + (distance < 400 ? 3 : distance < 1500 ? 2 : distance < 6000 ? 0 : -1)
  return weight + (distance > -150 ? 2 : distance > -500 ? 0 : -2)
}

/** What the words before a day, or around it, say. */
function labelOf(before: string): Stamp['label'] {
  const last = (pattern: RegExp) => before.search(pattern)
  const isPublished = last(published)
  const isUpdated = last(updated)
  if (isUpdated >= 0 && isUpdated > isPublished) return 'updated'
  return isPublished >= 0 ? 'published' : undefined
}

/** The line that an element stands in, if it is short. */
function lineAround(element: Element, lengthOf: TextLengths): string {
  const parent = element.parentElement
  return (parent && lengthOf(parent) <= longestLine ? parent : element).textContent!.replace(/\s+/g, ' ').trim()
}
