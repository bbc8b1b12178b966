import { useEffect } from 'preact/hooks'
import { readAddress } from './address.ts'

/** The path whose heading has had the focus; that of the first load is where the browser put it. */
let announced = readAddress().path

/** Names the view in the title of the window; after a step to another view the focus is on its heading, once it is there. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return
    document.title = title ? `${title} · article-facts` : 'article-facts'
    const { path, hash } = readAddress()
    if (path === announced) return
    announced = path
    const heading = document.querySelector<HTMLElement>('main h1')
    if (!heading || hash) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [title])
}
