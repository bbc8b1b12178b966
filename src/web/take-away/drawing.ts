/** What a drawing takes from the page, which a file of its own has not. */
const taken = ['fill', 'stroke', 'color', 'font-family', 'font-size', 'font-weight'] as const

/** A drawing as a file of its own: with the page's colours and fonts written into it, on the page's paper. */
export function toSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [from, to] = [drawing, copy].map((svg) => [svg, ...svg.querySelectorAll<SVGElement>('*')])
  for (const [i, element] of to!.entries()) {
    const style = getComputedStyle(from![i]!)
    for (const name of taken) {
      const value = style.getPropertyValue(name)
      if (element.hasAttribute(name) || element === copy) element.setAttribute(name, value)
    }
    element.removeAttribute('class')
  }
  const { width, height } = drawing.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(Math.round(width)))
  copy.setAttribute('height', String(Math.round(height)))
  for (const style of copy.querySelectorAll('style')) style.remove()
  for (const link of copy.querySelectorAll('a[href]'))
    link.setAttribute('href', new URL(link.getAttribute('href')!, location.href).href)
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  paper.setAttribute('width', '100%')
  paper.setAttribute('height', '100%')
  paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  copy.prepend(paper)
  return new XMLSerializer().serializeToString(copy)
}

/** The same as a PNG, at twice its size for print and sharp screens. */
export async function toPng(drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(toSvg(drawing))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * 2)
  canvas.height = Math.round(height * 2)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser makes no PNG of this.')))),
  )
}
