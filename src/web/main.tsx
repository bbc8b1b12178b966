import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ActorView } from './actor.tsx'
import { type Address, at, followLinks, go, useAddress } from './address.ts'
import { ClaimPlace } from './claim-place.tsx'
import { CompareView } from './compare/compare-view.tsx'
import { Dialog } from './dialog.tsx'
import { Help } from './help.tsx'
import { KeyForm } from './key-form.tsx'
import { useKeys } from './keys.ts'
import { Library } from './library/library.tsx'
import { ArticleView } from './reader/article-view.tsx'
import { ReviewView } from './review/review-view.tsx'
import { useKey } from './session.ts'
import './style.css'
import { TryIt } from './try-it.tsx'

function Page() {
  const address = useAddress()
  const [dialog, setDialog] = useState<'help' | 'key'>()
  const key = useKey()
  const close = () => setDialog(undefined)
  useKeys((event) => {
    if (event.key === '?') setDialog('help')
    if (event.key !== '/') return
    const search = document.querySelector<HTMLInputElement>('main input[type=search]')
    if (search) search.focus()
    else go(at('/'))
    event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('click', followLinks)
    return () => document.removeEventListener('click', followLinks)
  }, [])
  const link = (path: string, name: string) => (
    <a href={at(path)} aria-current={address.path === path ? 'page' : undefined}>
      {name}
    </a>
  )
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
          {link('/', 'Library')}
          {link('/compare', 'Compare')}
          {link('/review', 'Review')}
          {link('/try', 'Try it')}
          <a href={at('/docs')}>API</a>
        </nav>
        <button type="button" class="quiet" onClick={() => setDialog('key')}>
          {key ? 'Key in use' : 'Key'}
        </button>
        <button type="button" class="quiet" onClick={() => setDialog('help')} aria-label="Keyboard help">
          ?
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <View {...address} />
      </main>
      {dialog === 'help' && <Help close={close} />}
      {dialog === 'key' && (
        <Dialog title="A key for this session" close={close}>
          <KeyForm done={close} />
        </Dialog>
      )}
    </>
  )
}

function View({ path, query, hash }: Address) {
  const article = /^\/articles\/(?<id>[^/]+)$/.exec(path)?.groups?.id
  if (article) return <ArticleView key={article} id={decodeURIComponent(article)} query={query} hash={hash} />
  const claim = /^\/claims\/(?<id>[^/]+)$/.exec(path)?.groups?.id
  if (claim) return <ClaimPlace key={claim} id={decodeURIComponent(claim)} />
  const actor = /^\/actors\/(?<id>[^/]+)$/.exec(path)?.groups?.id
  if (actor) return <ActorView key={actor} id={decodeURIComponent(actor)} />
  if (path === '/review') return <ReviewView query={query} />
  if (path === '/compare') return <CompareView query={query} />
  return path === '/try' ? <TryIt query={query} hash={hash} /> : <Library query={query} />
}

render(<Page />, document.getElementById('page')!)
