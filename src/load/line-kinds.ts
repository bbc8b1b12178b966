import type { SectionKind } from '../model/section.ts'
import type { Block } from './blocks.ts'
import { readNames } from './bylines.ts'
import { findDays } from './day-forms.ts'

// Lines of an article that are no body, by their form, in the languages that pages are written in.

/** Longer lines are sentences. */
const longest = 250

const call =
  /^(?:see|read|show|load|view|learn|find out) (?:more|all|also|next|comments)$|^(?:more|related|recommended|similar|popular|latest|trending)(?: (?:stories|articles|posts?|news|content|topics?|links|coverage|reading|for you|on this topic))?$|^(?:continue reading|you (?:may|might) also (?:like|be interested in)|share(?: (?:this|on|via)\b.{0,30})?|tweet|print(?: this page)?|e-?mail|save|listen|comments?|\d+ comments?|leave a (?:comment|reply)|add a comment|post a comment|reply|advertisements?|sponsored(?: content)?|paid content|newsletters?|subscribe(?: now)?|sign (?:up|in)|log in|tags?|topics?|categor(?:y|ies)|back to top|(?:next|previous) (?:article|post|story)|most (?:read|popular|viewed)|get the (?:app|newsletter)|follow us|image credit|source|skip to content)$|^(?:anzeigen?|werbung|teilen|drucken|druckansicht|merken|kommentare?|\d+ kommentare?|kommentar (?:schreiben|verfassen|hinterlassen)|kommentare (?:schreiben|lesen|ansehen|insgesamt)|kommentieren|antworten|weiterlesen|lesen sie (?:auch|mehr)|lies auch|siehe auch|zum thema|mehr (?:anzeigen|lesen|erfahren|dazu|zum thema|infos?)|auch interessant|das könnte (?:sie|dich) auch interessieren|zur startseite|nach oben|themen|schlagw(?:örter|orte)|stichwörter|weitere (?:artikel|beiträge|informationen|themen|inhalte|links)|weiterführende links?|lade weitere inhalte|inhalt laden|bewertungen?|rezept drucken|quellen?|artikel (?:teilen|drucken|kommentieren))$|^(?:publicité|partager|lire la suite|à lire (?:aussi|également)|commentaires?|sur le même (?:sujet|thème)|voir (?:aussi|plus)|publicidad|compartir|leer más|comentarios?|te puede interesar|ver más|más información|relacionad[oa]s|pubblicità|condividi|commenti|continua a leggere|leggi anche|advertentie|delen|reacties|lees (?:ook|meer)|reklama|drukuj|komentarze|udostępnij|czytaj (?:też|także|więcej|dalej)|publicidade|an[uú]ncio|compartilhe|comentários?|leia (?:também|mais)|поделиться|подписывайтесь на наш канал|комментарии|читайте также|реклама|jaa artikkeli|lue myös|mainos|megosztás|(?:view|see) photos?|read full (?:article|story)|representative image|caption|close)$/iu
const pointer =
  /^(?:see also|also read|read also|also on|read more|more on this|more from|related|recommended|watch|lesen sie (?:auch|mehr|hier|dazu)|lies auch|mehr (?:zum thema|dazu|lesen|infos?)|auch interessant|zum thema|siehe auch|à lire aussi|à lire également|lire aussi|lea también|lee también|leggi anche|lees ook|czytaj (?:też|także)|leia também|читайте также)\b\s*[:»>–—-]/iu
const credit =
  /^(?:fotos?|photos?|bild(?:er|quellen?|nachweis)?|beitragsbild|titelbild|image|picture|credits?|cr[ée]dits?(?: photos?)?|fotocredit|illustration|grafik|photo(?:graph)? (?:by|courtesy)|image (?:by|credit|source))\s*(?::|©|\/|\bby\b|\bvon\b|\bcourtesy\b)/iu
/** Buttons to share, one after the other: `FacebookTwitterEmail`. */
const networks =
  /^(?:(?:facebook|twitter|linkedin|e-?mail|whatsapp|pinterest|reddit|instagram|telegram|flipboard|tumblr|messenger|print|copy link)[\s,|]*){2,}$/iu
const address = /^https?:\/\/\S+$/i
/** A day that is written in figures alone, whichever of them is the month. */
const figuresOfDay = /^\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}$/
const counter = /^(?:(?:image|photo|picture|slide|bild|foto)\s*)?\d{1,3}\s*(?:of|von|\/|sur|de)\s*\d{1,3}$/iu
const rights =
  /^(?:©|\(c\)\s|copyright\b)|\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|may not be (?:published|reproduced))/iu
const filing =
  /^(?:this (?:entry|post) was (?:posted|published)|posted (?:in|on|by)\b|filed (?:under|in)\b|categor(?:y|ies)\s*:|tags?\s*:|tagged\b|topics\s*:|bookmark the permalink|(?:der|dieser) (?:beitrag|artikel|eintrag) wurde\b|erstellt (?:am|von)\b|veröffentlicht (?:in|am|von|unter)\b|abgelegt unter\b|kategorien?\s*:|schlagw(?:örter|orte)\s*:|stichw(?:örter|orte)\s*:|aufrufe\s*:|views?\s*:|rating\s*:|publi[ée]e? (?:le|dans|par)\b|(?:geschätzte )?lese(?:zeit|dauer)\b|reading time\b|\d+\s*min(?:ute[ns]?)?\.?\s*(?:read|lesezeit|de lecture)|etiquetas\s*:|categorías?\s*:)/iu
const offer =
  /\b(?:newsletters?|inbox|e-?mail alerts?|notifications?)\b.*\b(?:sign(?:ing)? up|subscribe|subscrib|register|delivered|get|receive)\b|\b(?:sign(?:ing)? up|subscribe|abonnier\w*|melde\w* (?:dich|sie sich)|inscri\w+|suscr\w+|iscri\w+)\b.*\b(?:newsletter|inbox|boletín|alerts?)\b/iu
const byline =
  /^(?:(?:written|reported|words|story|text|posted)\s+)?(?:by|von|par|por|di|door|text|autor(?:in)?|auteur)\s*:?\s+\p{Lu}[\p{L}\p{M}'’.-]*(?:[\s-]+(?:(?:van|von|de|der|den|la|le|del|di|bin|al)\s+)*\p{Lu}[\p{L}\p{M}'’.-]*){0,4}(?:$|\s*[,|•·/–—-]|\s+(?:and|und|et|y|e|for|in|am|on|&)\s)/iu
const stamp =
  /\b(?:posted|published|first published|updated?|last|modified|created|written|at|on|am|um|uhr|stand|aktualisiert|veröffentlicht|erstellt|publiziert|geändert|vom|le|à|publiée?|mise?|jour|modifiée?|publicado|actualizado|el|a las|pubblicato|aggiornato|alle|ore|il|geplaatst|op|gmt|utc|[ecmp][sd]t|akst|hst|cet|cest|bst|pm|am|ist|\p{L}+day|\p{L}+tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)\b\.?/giu

/** What a line is by its form alone; undefined for body, and for what only its neighbours tell. */
export function kindOfLine({ text, linked, place }: Block): SectionKind | undefined {
  if (text.length > longest || text.includes('\n')) return undefined
  const words = text
    .replace(/\s+/g, ' ')
    .replace(/\s\(\d+\)\s*$/, '')
    .replace(/^[\s»«›‹▶►•*|+\-–—]+|[\s»«›‹▶►:.…→>+|]+$/gu, '')
  if (counter.test(words) || (credit.test(words) && words.length < 160)) return 'caption'
  if (isStamp(text) || figuresOfDay.test(text)) return 'dateline'
  if (networks.test(words) || address.test(text)) return 'boilerplate'
  if (call.test(words) || rights.test(words) || filing.test(words) || offer.test(words)) return 'boilerplate'
  if (pointer.test(text) && (linked > text.length / 3 || !/[.!?]["”’]?$/.test(text))) return 'boilerplate'
  if (words.length <= 120 && !/[.!?]$/.test(text) && byline.test(words) && readNames(words).length > 0)
    return 'boilerplate'
  if (linked >= 0.95 * text.length && /^(?:p|div|strong|h\d) /.test(place) && !/[.!?]["”’]?$/.test(text))
    return 'boilerplate'
  return undefined
}

/** A line that is a day and a time, and words that go with them. */
function isStamp(text: string): boolean {
  if (text.length > 120 || !/\d/.test(text)) return false
  const days = findDays(text)
  if (days.length === 0) return false
  let rest = text
  for (const { start, end } of days.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`
  return (rest.replace(stamp, ' ').match(/[\p{L}]/gu)?.length ?? 0) <= 3
}

/** Blocks with the kinds that their form tells; what follows a heading of such a box in the last part of the text, and is no prose, is of the box. */
export function tellKinds(blocks: readonly Block[]): Block[] {
  let inBox = false
  return blocks.map((block, i) => {
    const { kind, text, linked } = block
    if (kind !== undefined && kind !== 'headline') return block
    const own = kindOfLine(block)
    if (own === 'boilerplate' && (kind === 'headline' || text.length < 60) && i > blocks.length / 2) inBox = true
    else if (inBox && own === undefined && linked < text.length / 2 && (text.length > 120 || /[.!?]["”’]?$/.test(text)))
      inBox = false
    if (own !== undefined) return { ...block, kind: own }
    return inBox ? { ...block, kind: 'boilerplate' as const } : block
  })
}
