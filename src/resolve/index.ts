import type { Claim } from '../model/claim/index.ts'
import type { ActorMention, DateMention, FigureMention, Mention, QuoteMention } from '../model/mention.ts'
import { type SegmentedText, type Span, spanAt } from '../model/segment.ts'
import type { Parser } from '../syntax/index.ts'
import { identifyClaim } from '../text/identifier.ts'
import type { OffsetMap } from '../text/offsets.ts'
import { anchorDates } from './anchor-dates.ts'
import { createAttributor } from './attribute-claims.ts'
import { createReferrer } from './attribute-quotes.ts'
import { bindFigures } from './bind-figures.ts'
import type { Chooser } from './choice/chooser.ts'
import type { Writing } from './date-customs.ts'
import { type LinkedActor, linkActors } from './link-actors.ts'
import { dropOverlaps } from './overlaps.ts'
import type { SameGivenName } from './person-names.ts'
import { plantTrees } from './plant-trees.ts'
import { dropObjects, findReportedSpeech } from './reported-speech.ts'
import { findStandIns } from './stand-ins.ts'

export { type Chooser, chooserVersion, createChooser } from './choice/chooser.ts'
export type { Writing } from './date-customs.ts'

/** What resolving needs besides the mentions: whose claims they become, the day of writing, the way to code points, and the parser. */
export type ResolveContext = Writing & {
  readonly articleId: string
  readonly toCodePoints: OffsetMap
  /** Makes trees of sentences; its weights are read when the first tree is made. */
  readonly parse: Parser
  /** Chooses what figures are of where rules leave it open. */
  readonly chooser: Chooser
  /** Knows short forms of given names. */
  readonly areOneGivenName?: SameGivenName
}

/**
 * Makes claims of mentions, in text order. The order of the steps matters: overlaps go first, so that nothing is bound to a reading
 * that loses; actors are linked before quotes and figures point at them; dates are anchored before figures take their period.
 */
export function resolveMentions(
  mentions: readonly Mention[],
  document: SegmentedText,
  context: ResolveContext,
): Claim[] {
  const kept = dropOverlaps(mentions)
  const trees = plantTrees(context.parse, document, kept)
  const of = <T extends Mention>(type: T['type']) => kept.filter((mention): mention is T => mention.type === type)
  const actors = linkActors(of<ActorMention>('actor'), context.articleId, document.text, context.areOneGivenName)
  const refer = createReferrer(document, actors)
  const dates = anchorDates(of<DateMention>('date'), document, context)
  const figures = bindFigures(of<FigureMention>('figure'), dates, document, trees, refer, actors, context.chooser)
  const marked = dropObjects(of<QuoteMention>('quote'), document, trees)
  const quotes = [...marked, ...findReportedSpeech(document, trees, marked)]
  // what somebody asks for or offers is done, not told
  const quotesAround = createAttributor(quotes.filter((quote) => !isRequest(quote, document.text)))
  const standIns = findStandIns(quotes, document.text)
  const claims: Claim[] = []
  const at = context.toCodePoints
  const base = (mention: Mention) => {
    const sentence = spanAt(document.sentences, mention.start) ?? mention
    const [start, end] = [at(mention.start), at(mention.end)]
    return {
      id: identifyClaim(context.articleId, mention.type, start, end),
      articleId: context.articleId,
      surface: document.text.slice(mention.start, mention.end),
      start,
      end,
      section: spanAt(document.sections, mention.start)?.kind ?? ('body' as const),
      sentence: {
        text: document.text.slice(sentence.start, sentence.end),
        start: at(sentence.start),
        end: at(sentence.end),
      },
      extractor: mention.extractor,
      confidence: mention.confidence,
    }
  }
  /** @param forecaster who says it where no words are quoted */
  const said = (mention: Mention, forecaster?: Span) => {
    const around = quotesAround(mention)
    const quoted = around.map((quote) => ({ source: quote.source!, quote }))
    const [inner] = around
    // `“Analysts expect 5%,” Berg said`: they do; `Analysts had expected more, but Berg said 5%`: he does
    const isInner = forecaster && (!inner || (inner.start <= forecaster.start && forecaster.end <= inner.end))
    const sources = isInner ? [{ source: forecaster, quote: undefined }] : quoted
    for (const { source, quote } of sources) {
      const actor = refer(source, quote ?? around[0]) ?? (quote && refer(standIns.get(quote) ?? source, quote))
      const meant = (!actor && quote && standIns.get(quote)) || source
      const surface = document.text.slice(meant.start, meant.end)
      // a pronoun that nobody is known for names nobody, nor does `44% of voters`: whoever relays those words does
      if (!actor && (isPronoun(surface) || isShare(surface))) continue
      return {
        attributedTo: {
          name: actor?.name ?? surface,
          surface,
          ...(actor && { actorId: actor.actorId }),
          ...(quote && { quoteId: identifyClaim(context.articleId, 'quote', at(quote.start), at(quote.end)) }),
        },
      }
    }
    return {}
  }
  for (const actor of actors)
    for (const mention of actor.mentions)
      claims.push({
        type: 'actor',
        ...base(mention),
        kind: actor.kind,
        actorId: actor.actorId,
        name: actor.name,
        ...pick(actor, 'role', 'affiliation'),
        ...(actor.place && pick(actor.place, 'sameAs', 'location')),
        ...said(mention),
      })
  for (const date of dates)
    claims.push({
      type: 'date',
      ...base(date),
      kind: date.kind,
      ...pick(date, 'iso', 'from', 'to', 'duration', 'modifier'),
      ...said(date),
    })
  /** `“His rate fell to 30%,” said Berg`: whoever he is, not the one who says so. */
  const isOfAnother = ({ subject, start, end }: (typeof figures)[number]): boolean => {
    const [quote] = subject ? quotesAround({ start, end }) : []
    if (!quote?.source || quote.kind !== 'direct') return false
    const words = document.text.slice(quote.start, quote.end)
    return (
      /(?<![\p{L}])(?:he|she|his|her|him)(?![\p{L}])/iu.test(words) &&
      !words.includes(subject!.name.split(' ').at(-1)!) &&
      refer(quote.source, quote)?.actorId === subject!.actorId
    )
  }
  for (const figure of figures)
    claims.push({
      type: 'figure',
      ...base(figure),
      kind: figure.kind,
      ...pick(figure, 'number', 'low', 'high', 'against', 'unit', 'currency', 'per', 'modifier', 'measure'),
      ...(figure.subject &&
        !isOfAnother(figure) && { subject: { actorId: figure.subject.actorId, name: figure.subject.name } }),
      ...(figure.measureSpan && {
        measureSpan: { start: at(figure.measureSpan.start), end: at(figure.measureSpan.end) },
      }),
      ...pick(figure, 'measureHead', 'change', 'how', 'period'),
      ...(figure.baseline && {
        baseline: { ...figure.baseline, start: at(figure.baseline.start), end: at(figure.baseline.end) },
      }),
      ...pick(figure, 'modality'),
      ...said(figure, figure.forecaster),
    })
  for (const quote of quotes) {
    const span = ({ start, end }: Span) => ({ start: at(start), end: at(end) })
    claims.push({
      type: 'quote',
      ...base(quote),
      kind: quote.kind,
      source: quote.source
        ? {
            surface: document.text.slice(quote.source.start, quote.source.end),
            ...span(quote.source),
            ...reference(refer(quote.source, quote)),
          }
        : null,
      ...(quote.cue && { cue: document.text.slice(quote.cue.start, quote.cue.end) }),
      ...(isDenied(quote, document.text) && { polarity: 'denied' as const }),
      ...(quote.parts && {
        parts: quote.parts.map(span),
        content: quote.parts.map(({ start, end }) => document.text.slice(start, end)).join(' '),
      }),
    })
  }
  const order = ['quote', 'actor', 'figure', 'date']
  return unique(claims).sort(
    (a, b) => a.start - b.start || b.end - a.end || order.indexOf(a.type) - order.indexOf(b.type),
  )
}

const isPronoun = (words: string) =>
  /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|one|him|her|his|their|its|them|us|me|others|some|many)$/i.test(
    words,
  )

/** `44 percent of voters`, `six in 10`, `a majority of those polled`: how many say so, not who. */
const isShare = (words: string) =>
  /%|(?<![\p{L}])per\s?cent(?![\p{L}])|^\S+\s(?:in|out\sof)\s(?:\d|ten|five|four|three)|^(?:(?:more\sthan|over|about|nearly|almost)\s)?(?:half|an?\s(?:\S+\s)?(?:majority|third|quarter|fifth))(?![\p{L}])/iu.test(
    words,
  )

/** `denied that ...`, `denied taking ...`: a direct quotation holds what the source does say. */
const isDenied = ({ kind, cue }: QuoteMention, text: string) =>
  kind !== 'direct' && cue !== undefined && /^den(?:y|ies|ied|ying)$/i.test(text.slice(cue.start, cue.end))

const reference = (actor: LinkedActor | undefined) => (actor ? { actorId: actor.actorId, name: actor.name } : {})

function pick<T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> {
  const picked = {} as Pick<T, K>
  for (const key of keys) if (from[key] !== undefined) picked[key] = from[key]
  return picked
}

/** One claim for a type and span: the first wins. */
function unique(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>()
  return claims.filter(({ id }) => seen.size < seen.add(id).size)
}

/** `asked the court to void 8 contracts`, `offered to buy 5`. */
const isRequest = ({ extractor, cue }: QuoteMention, text: string): boolean =>
  extractor === 'quote.speech-act' &&
  cue !== undefined &&
  /^(?:ask|offer|propos|invit|blam|hail|order|instruct|encourag)/i.test(text.slice(cue.start, cue.end))
