import { tellsBody } from '../../text/body-nouns.ts'
import { wordBefore } from './context.ts'

// What stands beside a name and says that a body bears it.

/** Words behind an apposition's head noun. */
const behindHead =
  /\s(?:of|at|for|in|on|with|from|by|to|and|which|that|who|whose|is|are|was|has|had|said|says|owned|based|behind|\p{Ll}+ing)(?=\s|$)/u
/** What a body does, and `it` with what bodies intend. */
const speaksOfIt =
  /^\s(?:said|says|announced|confirmed|warned|added|admitted)\s(?:(?:on|in|late|early)\s)?(?:\p{L}+\s){0,2}?(?:that\s)?it\s(?:would|will|had|has|plans?|planned|expects?|expected|intends|intended|aims?|aimed|hopes|hoped|no\slonger|does|did|could|is\s\p{Ll}+ing|was\s\p{Ll}+ing)\b/u

/** What only a firm has: `X had revenue of`, `X posted a net loss`, `X employs 300 people`, `X’s closing price`, `X shares fell`. */
const keepsBooks =
  /^(?:[’']s\s(?:\p{Ll}+\s){0,2}(?:shares?|shareholders|stockholders|closing\sprice)\b)|^\s(?:shares\s(?:rose|fell|jumped|dropped|climbed|slid|gained|closed|traded)\b|share\sprice\b|employs\s(?:more\sthan\s|about\s|some\s)?\d|(?:had|posted|reported|booked)\s(?:an?\s)?(?:(?:annual|quarterly|net|operating|record|total)\s){0,2}(?:revenues?|turnover|earnings|profits?|loss)\b)/u
/** `shares of X rose`, `shareholders of X`. */
const sharesOf = /\b(?:shares|shareholders|stockholders)\s(?:of|in)\s(?:the\s)?$/i

const count =
  '(?:(?:about|some|around|nearly|almost|over|up\\sto|(?:more|fewer)\\sthan)\\s)?\\d[\\d,.]*\\s(?:(?:million|billion|thousand)\\s)?'
const deeds = [
  // `cut 3,000 jobs`, `hired 40 engineers`
  `(?:(?:has|had|will|would)\\s)?(?:cut|cuts|cutting|axed|axes|shed|sheds|hired|hires|employs|employed|laid\\soff|lays\\soff)\\s${count}(?:\\p{Ll}+\\s){0,2}(?:jobs|posts|staff|workers|employees|engineers|people|roles|positions)`,
  // `has 80 million customers`
  `(?:has|had|serves|served)\\s${count}(?:\\p{Ll}+\\s){0,2}(?:users|customers|subscribers|clients|stores|shops|branches|outlets|employees|staff|factories|plants|passengers)`,
  // `sold 50,000 cars`
  `(?:(?:has|had)\\s)?(?:sold|shipped|delivered|produced|made|built)\\s${count}(?:\\p{Ll}+\\s){0,2}(?:cars|vehicles|trucks|units|phones|handsets|barrels|tonnes|tons)`,
  // `cut its outlook`, `sold its stake`
  `(?:(?:has|had|will|would)\\s)?(?:\\p{Ll}+(?:ed|s)|cut|sold|put|built|took|made|lost|won|kept)\\s(?:(?!(?:from|of|by|in|on|at|to|with|for)\\s)\\p{Ll}+\\s){0,2}its\\s\\p{Ll}`,
  // `raised $4 million`, `acquired Tanor for $40 million`
  `(?:has\\s)?raised\\s(?:about\\s|some\\s)?[$€£]\\d`,
  `(?:has\\s)?(?:acquired|acquires)\\s\\p{Lu}`,
  `(?:polls?|surveys?)\\s`,
]
/** What only bodies do, and what they have and persons have not. */
const actsAsBody = new RegExp(`^\\s(?:${deeds.join('|')})`, 'u')
/** `X, which makes lamps`, `X, whose shares fell`. */
const describedAsBody =
  /^,\swhich\s(?:\p{Ll}+\s)?(?:makes?|sells?|operates?|owns?|runs|employs|provides|supplies|builds|produces|manages|regulates|represents|offers|publishes)\s|^,\swhose\s(?:shares?|stock|customers|products|board)\s/u

/** `the Ministry of Hajj and X said it would`: the last word of a longer name. */
const endsList = /\p{Lu}[\p{L}-]+\s(?:and|&)\s$/u

/** `X, the Kenyan telecoms company,`; `chipmaker X`; `X said it would`; `X cut 300 jobs`: what stands beside the name says that a body bears it. */
export function bodyContext(before: string, after: string): boolean {
  if (namesBody(before, after) || (!endsList.test(before) && (speaksOfIt.test(after) || actsAsBody.test(after))))
    return true
  if (after.startsWith(' share') && /\b(?:each|every|per)\s$/.test(before)) return true
  return isCalledBody(before)
}

/** The same, where it leaves no doubt: `X, a maker of satellites,`; `the think tank X.`; `X shares fell`; `wrote on X`. */
export function namesBody(before: string, after: string): boolean {
  if (after.startsWith(', ')) {
    const phrase = /^,\s(?:an?|the|[\p{Lu}][\p{L}]+[’']s)\s(?<phrase>[^,.;:()“”"\n]*)/u.exec(after)?.groups?.phrase
    const head = phrase?.split(behindHead, 1)[0]?.trim().split(/\s+/).at(-1)
    // `..., the company said`
    if (
      head &&
      tellsBody(head) &&
      !/^\s(?:said|says|is|are|was|has|had)\b/.test(phrase!.slice(phrase!.indexOf(head) + head.length))
    )
      return true
  }
  if (keepsBooks.test(after) || describedAsBody.test(after) || sharesOf.test(before) || onPlatform.test(before))
    return true
  return /^(?:[.,;:)]|[’']s\s|$)/.test(after) && isCalledBody(before)
}

/** `chipmaker X`, `the think tank X`. */
function isCalledBody(before: string): boolean {
  const beside = wordBefore(before, 1)
  return beside !== undefined && (tellsBody(beside) || (beside === 'tank' && wordBefore(before, 2) === 'think'))
}

/** `wrote on X`, `a video that spread on X`: where people post is a platform. */
const onPlatform =
  /\b(?:wrote|writes|posted|posts?|posting|tweeted|shared|spread|circulat(?:ed|ing)|viral|trending|trended|streamed|followers|accounts?|messages?|statement|videos?|clips?)\s(?:(?:widely|online|quickly|later|earlier)\s)?on\s$/
