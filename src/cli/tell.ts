import type { ArticleRecord } from '../model/article.ts'
import type { SaveOutcome } from '../store/save.ts'
import { isEnglish } from '../text/language.ts'
import { describeUnfit } from './describe-unfit.ts'
import type { LoadSummary, Reporter } from './load-reporter.ts'

/** Says what came of articles, and counts it. */
export type Tell = {
  readonly summary: LoadSummary
  readonly saved: (name: string, record: ArticleRecord, outcome: SaveOutcome) => void
  /** What is as it was, without having been read. */
  readonly unchanged: (name: string) => void
  readonly failed: (name: string, reason: string) => void
  readonly warn: (name: string, what: string) => void
}

export function createTell(reporter: Reporter): Tell {
  const summary: LoadSummary = { added: 0, replaced: 0, unchanged: 0, failed: 0, claims: 0 }
  return {
    summary,
    saved: (name, record, { outcome, unfit }) => {
      summary[outcome]++
      for (const review of unfit ?? []) reporter.warn(name, describeUnfit(review))
      reporter.done(name, outcome, record)
      if (outcome === 'unchanged') return
      summary.claims += record.claims.length
      const { language } = record.metadata
      if (!isEnglish(language))
        reporter.warn(name, `is in ${nameLanguage(language!)}: stored without claims, which are read from English only`)
    },
    unchanged: (name) => {
      summary.unchanged++
      reporter.done(name, 'unchanged')
    },
    failed: (name, reason) => {
      summary.failed++
      reporter.failed(name, reason)
    },
    warn: reporter.warn,
  }
}

function nameLanguage(tag: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(tag)
  return name && name !== tag ? `${name} (${tag})` : `the language "${tag}"`
}
