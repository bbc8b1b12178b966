import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/** Pixels: twice the size of the card, for sharp screens. */
const width = 1280

/**
 * A card as PNG, for what shows no SVG where a link is pasted. Drawn by resvg outside the serving thread, with a font of its own, so that it looks the
 * same on every machine. Loaded only where it is asked for.
 */
export async function toPngCard(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const picture = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: [join(fonts, 'DejaVuSans.ttf')],
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
      loadSystemFonts: false,
    },
  })
  return Buffer.from(picture.asPng())
}
