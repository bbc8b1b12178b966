// What a user of the library writes, in a folder where the package is installed. Compiled under strict and run by package.test.ts.
import { type Claim, extract, type FigureClaim, sliceCodePoints } from 'article-facts'

const { claims, text, articleId } = extract('😀 Exports rose by 4% to $24bn last year, Mayor Ada Berg said.', {
  publishedAt: '2024-03-01',
})
const figures = claims.filter((claim: Claim): claim is FigureClaim => claim.type === 'figure')
console.log(
  JSON.stringify({
    articleId,
    figures: figures.map(({ number, currency, unit }) => `${number} ${currency ?? unit}`),
    cut: figures.map(({ start, end }) => sliceCodePoints(text, start, end)),
    said: claims.flatMap((claim) => (claim.type === 'quote' ? [claim.source?.name] : [])),
  }),
)
