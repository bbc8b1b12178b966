import type { Cue } from './cues.ts'

/** A document that shows something: `Rents fell, the survey found`. */
export const isShown = (text: string, cue: Cue): boolean =>
  documentary.test(text.slice(cue.start, cue.end)) && isDocument(text.slice(cue.source.start, cue.source.end))

/** `the poll shows Clinton leads`: what documents do without `that`. */
const documentary =
  /^(?:shows?|showed|indicates?|indicated|suggests?|suggested|reveals?|revealed|finds?|found|reports?|reported|confirms?|confirmed)$/i

const isDocument = (words: string) =>
  /(?:^|\s)(?:polls?|surveys?|stud(?:y|ies)|reports?|data|figures|results?|documents?|records?|research|analys[ie]s|papers?|emails?|e-mails?|statistics|numbers|tests?|filings?|memos?|letters?|media|agency|news|newspapers?|outlets?)$/i.test(
    words,
  )
