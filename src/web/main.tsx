import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ActorView } from './actor.tsx'
import { type Address, at, followLinks, go, useAddress } from './address.ts'
import { Help } from './help.tsx'
import { useKeys } from './keys.ts'
import { Library } from './library.tsx'
import { ArticleView } from './reader/article-view.tsx'
import './style.css'
import { TryIt } from './try-it.tsx'

function Page() {
  const address = useAddress()
  const [helping, setHelping] = useState(false)
  useKeys((event) => {
    if (event.key === '?') setHelping(true)
    if (event.key !== '/') return
    const search = document.querySelector<HTMLInputElement>('input[type=search]')
    if (search) search.focus()
    else go(at('/'))
    event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('click', followLinks)
    return () => document.removeEventListener('click', followLinks)
  }, [])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href={at('/')}>
          article-facts
        </a>
        <nav aria-label="Views">
          <a href={at('/')} aria-current={address.path === '/' ? 'page' : undefined}>
            Library
          </a>
          <a href={at('/try')} aria-current={address.path === '/try' ? 'page' : undefined}>
            Try it
          </a>
          <a href={at('/docs')}>API</a>
        </nav>
        <button type="button" class="quiet" onClick={() => setHelping(true)} aria-label="Keyboard help">
          ?
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <View {...address} />
      </main>
      {helping && <Help close={() => setHelping(false)} />}
    </>
  )
}

function View({ path, query, hash }: Address) {
  const article = /^\/articles\/(?<id>[^/]+)$/.exec(path)?.groups?.id
  if (article) return <ArticleView key={article} id={decodeURIComponent(article)} query={query} hash={hash} />
  const actor = /^\/actors\/(?<id>[^/]+)$/.exec(path)?.groups?.id
  if (actor) return <ActorView key={actor} id={decodeURIComponent(actor)} />
  return path === '/try' ? <TryIt query={query} hash={hash} /> : <Library query={query} />
}

render(<Page />, document.getElementById('page')!)
