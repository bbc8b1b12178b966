import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Client, type ClientOptions, createClient, isPublic, type Page } from '../../src/fetch/index.ts'
import { type Answer, openSite, pageOf, redirect, send } from './site.ts'

const clients: Client[] = []
afterAll(async () => {
  for (const client of clients) await client.close()
})
/** 127.0.0.1 plays the public internet, everything else is as it is. */
const open = (options: ClientOptions = {}): Client => {
  const client = createClient({
    pause: 0,
    isAllowed: (address) => address === '127.0.0.1' || isPublic(address),
    ...options,
  })
  clients.push(client)
  return client
}
const words = (page: Page | 'unchanged') => (page === 'unchanged' ? page : Buffer.from(page.bytes).toString())
const page = pageOf('Port traffic recovers', 'Exports rose by 4%.')

describe('a client of other people’s servers', () => {
  it('says who it is, takes packed pages, keeps no cookies', async () => {
    const { origin, seen } = await openSite({
      '/gzip': send(gzipSync(page), 'text/html', { 'content-encoding': 'gzip', 'set-cookie': 'id=7' }),
      '/br': send(brotliCompressSync(page), 'text/html', { 'content-encoding': 'br' }),
    })
    const client = open({ contact: 'https://example.org/about' })
    expect(words(await client.get(`${origin}/gzip`))).toBe(page)
    expect(words(await client.get(`${origin}/br`))).toBe(page)
    expect(seen.map(({ path }) => path)).toEqual(['/robots.txt', '/gzip', '/br'])
    for (const { headers } of seen) {
      expect(headers['user-agent']).toMatch(/^article-facts\/\d+\.\d+\.\d+ \(\+https:\/\/example\.org\/about\)$/)
      expect(headers.cookie).toBeUndefined()
    }
  })

  it('asks whether a page is as it was', async () => {
    const { origin, seen } = await openSite({
      '/a': send(page, 'text/html', { etag: '"1"', 'last-modified': 'Fri, 01 Mar 2024 08:00:00 GMT' }),
    })
    const client = open()
    const first = (await client.get(`${origin}/a`)) as Page
    expect(first).toMatchObject({ etag: '"1"', lastModified: 'Fri, 01 Mar 2024 08:00:00 GMT', charset: undefined })
    expect(await client.get(`${origin}/a`, first)).toBe('unchanged')
    expect(seen.at(-1)!.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': first.lastModified })
  })

  it('follows redirects, and not for ever', async () => {
    const { origin } = await openSite({
      '/old': redirect('/older', 301),
      '/older': redirect('new', 308),
      '/new': send(page),
      '/loop': redirect('/loop'),
      '/nowhere': redirect('http://'),
      '/file': redirect('file:///etc/passwd'),
    })
    const client = open()
    expect(await client.get(`${origin}/old`)).toMatchObject({ address: `${origin}/new` })
    await expect(client.get(`${origin}/loop`)).rejects.toThrow(/more than 5 times/)
    await expect(client.get(`${origin}/nowhere`)).rejects.toThrow(/leads to no address/)
    await expect(client.get(`${origin}/file`)).rejects.toThrow(/is not an address/)
  })

  it('asks a host for one thing at a time, with a pause, and other hosts meanwhile', async () => {
    const slow: Answer = (_request, response) =>
      void setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(page), 50)
    const one = await openSite({ '/1': slow, '/2': slow, '/3': slow })
    const other = await openSite({ '/1': slow })
    const client = open({ pause: 100 })
    await Promise.all([
      ...['/1', '/2', '/3'].map((path) => client.get(one.origin + path)),
      client.get(`${other.origin}/1`),
    ])
    const [, ...pages] = one.seen
    for (const [i, { at }] of pages.entries()) {
      const before = one.seen[i]!
      // timers may fire a millisecond early
      expect(at - before.ended).toBeGreaterThanOrEqual(98)
    }
    expect(other.seen.at(-1)!.ended).toBeLessThan(pages.at(-1)!.at)
  })

  it('says what it cannot fetch, in words', async () => {
    const { origin } = await openSite({
      '/pdf': send('%PDF', 'application/pdf'),
      '/cut': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' }).write('half')
        setTimeout(() => response.destroy(), 20)
      },
      '/broken': send('no gzip at all', 'text/html', { 'content-encoding': 'gzip' }),
      '/odd': send('x', 'text/html', { 'content-encoding': 'zstd' }),
      '/busy': (_request, response) => void response.writeHead(503, { 'retry-after': '7200' }).end(),
    })
    const client = open()
    for (const [path, reason] of [
      ['/missing', /^responds with 404$/],
      ['/pdf', /^is application\/pdf/],
      ['/cut', /breaks the connection|cut/],
      ['/broken', /^is packed wrong/],
      ['/odd', /encoding that was not asked for/],
      ['/busy', /^responds with 503$/],
      // the host asked to be left alone
      ['/pdf', /^was not asked: .* wants to be left alone$/],
    ] as const)
      await expect(client.get(origin + path), path).rejects.toThrow(reason)
    for (const address of [
      'ftp://example.org/',
      'example.org',
      'http://user:secret@127.0.0.1/',
      `${origin}/${'a'.repeat(3000)}`,
    ])
      await expect(client.get(address)).rejects.toThrow(/address|password|characters/)
    await expect(client.get('http://127.0.0.1:1/')).rejects.toThrow(/refuses the connection|robots/)
    await expect(client.get('http://nowhere.invalid/')).rejects.toThrow(/not known|looked up/)
  })
})

describe('robots.txt', () => {
  const robots = (text: string): Answer => send(text, 'text/plain')
  it('is kept to, by name and by wildcard, and is asked for once', async () => {
    const { origin, seen } = await openSite({
      '/robots.txt': robots(
        'User-agent: *\nDisallow: /\n\nUser-agent: article-facts\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$',
      ),
      '/a': send(page),
      '/private/open': send(page),
    })
    const client = open()
    expect(words(await client.get(`${origin}/a`))).toBe(page)
    expect(words(await client.get(`${origin}/private/open`))).toBe(page)
    for (const path of ['/private/x', '/b.pdf'])
      await expect(client.get(origin + path)).rejects.toThrow(/is not for robots/)
    expect(seen.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/private/open'])
  })

  it('slows down where it says so', async () => {
    const { origin, seen } = await openSite({
      '/robots.txt': robots('User-agent: *\nCrawl-delay: 0.2'),
      '/a': send(page),
      '/b': send(page),
    })
    const client = open()
    await client.get(`${origin}/a`)
    await client.get(`${origin}/b`)
    expect(seen[2]!.at - seen[1]!.ended).toBeGreaterThanOrEqual(198)
  })

  it('refuses everything where it cannot be had, and nothing where there is none', async () => {
    const broken = await openSite({
      '/robots.txt': (_request, response) => void response.writeHead(500).end(),
      '/a': send(page),
    })
    await expect(open().get(`${broken.origin}/a`)).rejects.toThrow(/its robots.txt responds with 500/)
    expect(broken.seen).toHaveLength(1)
    const gone = await openSite({
      '/robots.txt': (_request, response) => void response.writeHead(410).end(),
      '/a': send(page),
    })
    expect(words(await open().get(`${gone.origin}/a`))).toBe(page)
    const moved = await openSite({
      '/robots.txt': redirect('/rules.txt'),
      '/rules.txt': robots('User-agent: *\nDisallow: /a'),
      '/a': send(page),
    })
    await expect(open().get(`${moved.origin}/a`)).rejects.toThrow(/is not for robots/)
  })

  it('holds for the address behind a redirect', async () => {
    const { origin } = await openSite({
      '/robots.txt': robots('User-agent: *\nDisallow: /hidden'),
      '/a': redirect('/hidden'),
      '/hidden': send(page),
    })
    await expect(open().get(`${origin}/a`)).rejects.toThrow(/is not for robots/)
  })

  it('of megabytes is read as far as it has to be', async () => {
    const line = `Disallow: /${'x*'.repeat(40)}y\n`
    const { origin } = await openSite({
      '/robots.txt': robots(`User-agent: *\nDisallow: /private\n${line.repeat(100_000)}`),
      [`/${'x'.repeat(500)}`]: send(page),
      '/private': send(page),
    })
    const client = open()
    expect(words(await client.get(`${origin}/${'x'.repeat(500)}`))).toBe(page)
    await expect(client.get(`${origin}/private`)).rejects.toThrow(/is not for robots/)
  })
})

describe('hostile servers', () => {
  it('cannot fill the memory: bodies without end, and packed ones', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000))
    const { origin } = await openSite({
      '/endless': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const chunk = Buffer.alloc(64 * 1024, 'a')
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        }
        response.on('drain', more)
        more()
      },
      '/bomb': send(bomb, 'text/html', { 'content-encoding': 'gzip' }),
      '/br-bomb': send(brotliCompressSync(Buffer.alloc(30_000_000)), 'text/html', { 'content-encoding': 'br' }),
    })
    const client = open({ most: 1024 * 1024 })
    for (const path of ['/endless', '/bomb', '/br-bomb'])
      await expect(client.get(origin + path), path).rejects.toThrow('is over the limit of 1 MB')
  })

  it('cannot keep anybody waiting: nothing said, and one byte after the other', async () => {
    const { origin } = await openSite({
      '/silent': () => {},
      '/drip': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const timer = setInterval(() => response.write('a'), 20)
        response.on('close', () => clearInterval(timer))
      },
    })
    const client = open({ timeout: 300 })
    for (const path of ['/silent', '/drip'])
      await expect(client.get(origin + path), path).rejects.toThrow('takes longer than 0.3 s')
  })

  it('cannot lead to this machine or a private network', async () => {
    const inside = await openSite({ '/secret': send('secret') }, '127.0.0.2')
    const { origin } = await openSite({
      '/loopback': redirect(`${inside.origin}/secret`),
      '/metadata': redirect('http://169.254.169.254/latest/meta-data/'),
      '/mapped': redirect(`http://[::ffff:127.0.0.2]:${inside.port}/secret`),
      '/decimal': redirect(`http://2130706434:${inside.port}/secret`),
      '/name': redirect(`http://localhost:${inside.port}/secret`),
      '/v6': redirect(`http://[::1]:${inside.port}/secret`),
    })
    const client = open({
      lookup: async (name) => [{ address: name === 'localhost' ? '127.0.0.2' : '127.0.0.1', family: 4 }],
    })
    for (const path of ['/loopback', '/metadata', '/mapped', '/decimal', '/name', '/v6'])
      await expect(client.get(origin + path), path).rejects.toThrow(/of this machine or of a private network/)
    expect(inside.seen).toEqual([])
  })

  it('cannot answer with another address once a name was checked (DNS rebinding)', async () => {
    const inside = await openSite({ '/secret': send('secret') }, '127.0.0.2')
    const outside = await openSite({ '/secret': send(page) })
    let asked = 0
    const client = open({
      // public for whoever looks first, private from then on
      lookup: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
    })
    // the first connection goes where the check looked; the next look-up gives a private address
    expect(words(await client.get(`http://rebind.test:${outside.port}/secret`))).toBe(page)
    await expect(client.get(`http://rebind.test:${inside.port}/secret`)).rejects.toThrow(/private network/)
    const mixed = open({
      lookup: async () => [
        { address: '127.0.0.2', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    })
    await expect(mixed.get(`http://mixed.test:${inside.port}/secret`)).rejects.toThrow()
    expect(inside.seen).toEqual([])
  })

  it('are asked only where they may be', async () => {
    const { origin, port } = await openSite({ '/a': redirect('http://other.test/') })
    const client = open({ isHostAllowed: (host) => host === '127.0.0.1' })
    await expect(client.get(`${origin}/a`)).rejects.toThrow(/other.test, which may not be fetched/)
    await expect(client.get(`http://elsewhere.test:${port}/`)).rejects.toThrow(/may not be fetched/)
  })
})

describe('public addresses', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1::1', '64:ff9b::8.8.8.8', '2002:808:808::1', '::ffff:8.8.8.8'])(
    '%s',
    (address) => {
      expect(isPublic(address)).toBe(true)
    },
  )
  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '192.0.2.1'],
    ...[
      '198.18.0.1',
      '203.0.113.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
    ],
    ...['fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::10.0.0.1'],
    ...['2002:7f00:1::1', '2002:a00:1::', '::127.0.0.1', 'localhost', '', '1', '127.1'],
  ])('not %s', (address) => {
    expect(isPublic(address)).toBe(false)
  })
  it('are never those of private networks, however they are written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('10', '127', '192.168', '169.254', '172.20'),
        fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }),
        (net, rest) => {
          const address = [...net.split('.'), ...rest].slice(0, 4).join('.')
          expect(isPublic(address)).toBe(false)
          expect(isPublic(`::ffff:${address}`)).toBe(false)
          expect(isPublic(`64:ff9b::${address}`)).toBe(false)
        },
      ),
    )
  })
})
