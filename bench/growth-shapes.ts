import { raw } from 'sql-template-tag'
import type { Store } from '../src/store/open.ts'

/** Addresses that are asked to see how what they cost grows with the data; `listShapes` has those that are measured beside references too. */
export type GrowthShape = { readonly name: string; readonly paths: readonly string[] }

/**
 * Every kind of list, of facets and of search, with values that a database of `makeDatabase` has: a publication with a third of all articles and
 * authors of a tenth and a fifth are the frequent ones; every place stands in a part of all articles.
 */
export async function listGrowthShapes(store: Store): Promise<GrowthShape[]> {
  const pick = async (sql: string): Promise<string> =>
    String(Object.values((await store.first<Record<string, unknown>>(raw(sql))) ?? { none: '' })[0])
  const middle = await pick('select max(seq) / 2 from claims')
  const compared = await pick(
    `select claims.id from comparables join claims on claims.seq = comparables.claim where comparison is not null and claim >= ${middle} order by claim limit 1`,
  )
  const comparison = await pick(
    `select comparison from comparables join claims on claims.seq = claim where claims.id = '${compared}'`,
  )
  const place = await pick(`select id from actors where name = 'Kazakhstan' and kind = 'place'`)
  const person = await pick(`select id from actors where kind = 'person' order by id limit 1 offset 5`)
  const frequent = 'publication=Harbour%20Times'
  const rare = 'publication=Paper%207'
  const shapes: Record<string, string> = {
    'claims, latest published first': '/v1/claims?order=-published',
    'claims, first published first': '/v1/claims?order=published',
    'claims, least sure first': '/v1/claims?order=confidence',
    'figures, highest first': '/v1/figures?order=-number&kind=count',
    'dates, last first': '/v1/dates?order=-date',
    'claims of two types': '/v1/claims?type=figure&type=quote',
    'claims that were reviewed': '/v1/claims?review=confirmed',
    'claims of all sections': '/v1/claims?section=any',
    'claims under a kind': '/v1/claims?kind=money',
    'claims by an extractor': '/v1/claims?extractor__prefix=figure.',
    'claims that are unsure': '/v1/claims?confidence__lt=0.5',
    'claims published in a month': '/v1/claims?published__gte=2024-03-01&published__lt=2024-04-01',
    'figures of a currency': '/v1/figures?currency=USD',
    'the same, highest first': '/v1/figures?currency=USD&order=-number',
    'figures of a measure': '/v1/figures?measure=trade',
    'figures of a head': '/v1/figures?measureHead=trade',
    'figures that rise': '/v1/figures?change=rise',
    'figures that are forecast': '/v1/figures?modality=forecast',
    'figures about an actor': '/v1/figures?subject=Kazakhstan',
    'figures of a year': '/v1/figures?from=2022&to=2022',
    'dates of a year': '/v1/dates?from=2022&to=2022',
    'dates of a year, last first': '/v1/dates?from=2022&to=2022&order=-date',
    'dates by their value': '/v1/dates?iso__prefix=2022',
    'quotes of a frequent actor': '/v1/quotes?source=Kazakhstan',
    'quotes with a cue': '/v1/quotes?cue=said',
    'quotes, latest published first': '/v1/quotes?order=-published',
    'of a frequent publication': `/v1/claims?${frequent}`,
    'the same, latest published first': `/v1/claims?${frequent}&order=-published`,
    'the same, by date': `/v1/claims?${frequent}&order=-date`,
    'its figures, highest first': `/v1/figures?${frequent}&unit=percent&order=-number`,
    'a word of it': `/v1/claims?${frequent}&q=trade`,
    'of a rare publication': `/v1/claims?${rare}`,
    'of it, by date': `/v1/claims?${rare}&order=-date`,
    'its first published': `/v1/claims?${rare}&order=published`,
    'of all but a publication': '/v1/claims?publication__not=Harbour%20Times',
    'of an author of a tenth': '/v1/claims?author=Ada%20Berg',
    'of an author of a tenth, by date': '/v1/claims?author=Ada%20Berg&order=-date',
    'of an author of a fifth': '/v1/claims?author=Cleo%20Enge',
    'of an author of a fifth, by date': '/v1/claims?author=Cleo%20Enge&order=-date',
    'of authors by prefix': '/v1/claims?author__prefix=Bo',
    'of a rare author': '/v1/claims?author=Bo%20Dahl%207',
    'of a language': '/v1/claims?language=en',
    'of a language, by date': '/v1/claims?language=en&order=-date',
    'of a frequent actor, latest published first': '/v1/claims?actor=Kazakhstan&order=-published',
    'of a frequent actor, by date': '/v1/claims?actor=Kazakhstan&order=-date',
    'of a frequent actor and a word': '/v1/claims?actor=Kazakhstan&q=trade',
    'of two actors': '/v1/claims?actor=Kazakhstan&actor=China',
    'what a place has to do with': `/v1/actors/${place}/claims`,
    'what a person has to do with': `/v1/actors/${person}/claims`,
    'search, two common words': '/v1/claims?q=trade%20china',
    'search, a phrase': '/v1/claims?q=%22foreign%20policy%22',
    'search, a word and not another': '/v1/claims?q=trade%20-china',
    'search, the beginning tra*': '/v1/claims?q=tra*',
    'search, by date': '/v1/claims?q=trade&order=-date',
    'search, latest published first': '/v1/claims?q=trade&order=-published',
    'search of figures, highest first': '/v1/figures?q=trade&unit=percent&order=-number',
    'search, two words by relevance': '/v1/claims?q=the%20year&order=relevance',
    'counting a search': '/v1/claims?q=trade&count=true&limit=1',
    'counting under a publication': `/v1/claims?${frequent}&count=true&limit=1`,
    'facets under a frequent publication': `/v1/claims/facets?by=type&${frequent}`,
    'its units': `/v1/claims/facets?by=unit&${frequent}`,
    'its actors': `/v1/claims/facets?by=actor&${frequent}`,
    'facets under a rare publication': `/v1/claims/facets?by=type&by=unit&${rare}`,
    'facets under an author of a tenth': '/v1/claims/facets?by=type&author=Ada%20Berg',
    'facets under a language': '/v1/claims/facets?by=type&language=en',
    'facets under a common word': '/v1/claims/facets?by=type&q=trade',
    'facets under a word of all': '/v1/claims/facets?by=type&q=the',
    'actors under a common word': '/v1/claims/facets?by=actor&q=trade',
    'facets under a unit': '/v1/claims/facets?by=kind&by=change&unit=percent',
    'facets under a kind': '/v1/claims/facets?by=unit&kind=count',
    'facets under a day': '/v1/claims/facets?by=type&published__gte=2024-03-01',
    'publications of an actor': '/v1/claims/facets?by=publication&actor=Kazakhstan',
    'facets of everything by publication and year': '/v1/claims/facets?by=publication&by=year&by=author',
    'articles, latest first': '/v1/articles',
    'articles by title': '/v1/articles?order=title',
    'articles of a frequent publication': `/v1/articles?${frequent}`,
    'articles of a rare publication': `/v1/articles?${rare}`,
    'articles of an author of a tenth': '/v1/articles?author=Ada%20Berg',
    'articles with a word': '/v1/articles?q=harbour',
    'articles with a word, by relevance': '/v1/articles?q=harbour&order=relevance',
    'articles by address': '/v1/articles?url__prefix=https://example.org/1',
    'counting articles': '/v1/articles?count=true&limit=1',
    'facets of articles': '/v1/articles/facets?by=publication&by=year',
    'facets of articles of an author': '/v1/articles/facets?by=publication&author=Ada%20Berg',
    'facets of articles with a word': '/v1/articles/facets?by=publication&q=harbour',
    'actors, most frequent first': '/v1/actors',
    'actors by name': '/v1/actors?order=name',
    'persons, least frequent first': '/v1/actors?kind=person&order=mentions',
    'actors by a name': '/v1/actors?name=Kazakhstan',
    'actors by the beginning of a name': '/v1/actors?name__prefix=Ka',
    'actors by affiliation': '/v1/actors?affiliation=Kazakhstan',
    comparisons: '/v1/comparisons',
    'comparisons, most outlets first': '/v1/comparisons?order=-outlets',
    'comparisons, latest first': '/v1/comparisons?order=-published',
    'comparisons that differ': '/v1/comparisons?verdict=differ',
    'comparisons of a unit': '/v1/comparisons?unit=percent',
    'comparisons of a currency': '/v1/comparisons?currency=USD',
    'comparisons with an actor': '/v1/comparisons?actor=Kazakhstan',
    'comparisons with a word': '/v1/comparisons?q=trade',
    'comparisons of a frequent publication': `/v1/comparisons?${frequent}`,
    'comparisons of a rare publication': `/v1/comparisons?${rare}`,
    'comparisons that rise, latest first': '/v1/comparisons?change=rise&order=-published',
    'counting comparisons': '/v1/comparisons?count=true&limit=1',
    'one comparison': `/v1/comparisons/${comparison}`,
    'comparable with a claim': `/v1/claims/${compared}/comparable`,
    'comparisons of quotes': '/v1/comparisons/quotes',
    'comparisons of quotes of an actor': '/v1/comparisons/quotes?source=Kazakhstan',
    'comparisons of quotes with a word': '/v1/comparisons/quotes?q=trade',
    'what is worth checking': '/v1/check-worthy',
    'what is worth checking, of a publication': `/v1/check-worthy?${frequent}`,
    changes: '/v1/changes',
    extractors: '/v1/extractors',
  }
  return Object.entries(shapes).map(([name, path]) => ({
    name,
    paths: [
      /limit=|facets|\/cmp|comparable|\/extractors|comparisons\//.test(path)
        ? path
        : `${path}${path.includes('?') ? '&' : '?'}limit=20`,
    ],
  }))
}
