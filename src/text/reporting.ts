// Verbs and phrases that report somebody's words or thoughts: the cues of quotations. The list joins the attribution verbs that
// PARC 3.0 and PolNeAR annotate (Pareti 2016; Newell et al. 2018, "An attribution relations corpus for political news").
import { conjugate } from './lexicon.ts'

/** Verbs of saying that a clause may follow without `that`, and that may follow marked words. */
const saying =
  'say add note write tell argue claim insist warn explain state acknowledge admit allege assert caution complain concede contend imply joke lament mention observe predict recall remark stress suggest swear testify tweet quip retort muse exclaim whisper yell shout recount reiterate reveal confirm estimate declare theorize hypothesize surmise retweet'.split(
    ' ',
  )
/** Verbs of saying that need `that` or marked words: with a plain object they report no words. */
const stating =
  'determine discover specify respond reply answer comment agree counter announce report assure deny disclose emphasize emphasise hint indicate maintain pledge point promise propose signal urge vow concur repeat opine post boast sigh laugh counter object protest interject continue conclude clarify elaborate identify detail read advise echo praise inform remind rule order demand stipulate project forecast calculate call describe dub brand characterize characterise term label hail denounce condemn blast slam dismiss criticize criticise cite hold see accuse apologize thank show demonstrate encourage beg implore instruct invite threaten offer blame mock chide fault portray reject rebut underline underscore ask wonder'.split(
    ' ',
  )
/** Verbs of thinking and knowing: only with a clause. */
const thinking =
  'believe think know hope fear expect feel doubt understand realize realise agree decide find learn hear worry guess suspect assume anticipate recognize recognise consider suppose speculate remember foresee'.split(
    ' ',
  )

type Manner = 'saying' | 'stating' | 'thinking'
const forms = new Map<string, Manner>()
const bases = new Set<string>([...saying, ...stating, ...thinking])
for (const [verbs, manner] of [
  [thinking, 'thinking'],
  [stating, 'stating'],
  [saying, 'saying'],
] as const)
  for (const verb of verbs) for (const form of conjugate(verb)) if (!form.includes(' ')) forms.set(form, manner)

/** True for any form of a verb of saying or thinking. */
export const isReportingVerb = (word: string): boolean => forms.has(word.toLowerCase())
/** How a form reports: saying, stating (only with `that` or marks), thinking; undefined for other words. */
export const mannerOf = (word: string): Manner | undefined => forms.get(word.toLowerCase())
/** True for infinitives, which as finite verbs need a plural subject (`they claim`): `the claim` is a noun. */
export const isBaseForm = (word: string): boolean => bases.has(word.toLowerCase()) && word.toLowerCase() !== 'read'

/** Regular expression source: every form of every reporting verb. */
export const reportingSource = [...forms.keys()].sort((a, b) => b.length - a.length).join('|')

const nouns: ReadonlySet<string> = new Set(
  'claim assertion allegation accusation statement announcement warning prediction contention admission assurance insistence belief argument complaint declaration acknowledgment acknowledgement conclusion suggestion revelation confirmation testimony promise pledge vow claims assertions allegations accusations statements announcements warnings predictions assurances arguments complaints conclusions suggestions hopes fears'.split(
    ' ',
  ),
)
/** Regular expression source: the nouns for what somebody says. */
export const nounSource = [...nouns].join('|')

/** A noun for what somebody says: `the ministry’s claim that rents fell`. */
export const isReportingNoun = (word: string): boolean => nouns.has(word)
