import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, addressPrefixKey, encodeAddress } from '../../src/text/address.ts'

describe('addresses', () => {
  it.each([
    ['https://mill.example/rye', 'http://www.mill.example/rye/?utm_source=x&fbclid=1#top'],
    ['https://mill.example/rye.html?page=2', 'https://mill.example/rye.html?page=2&gclid=7'],
    ['https://mill.example/r%C3%BCe~', 'https://mill.example/r%c3%bce%7E'],
    ['https://mill.example', 'http://mill.example:80/'],
  ])('%s and %s are one', (a, b) => expect(addressKey(a)).toBe(addressKey(b)))

  it.each([
    ['https://mill.example/rye', 'https://mill.example/Rye'],
    ['https://mill.example/?p=1', 'https://mill.example/?p=2'],
    ['https://mill.example/rye', 'https://news.mill.example/rye'],
    ['https://mill.example/rye', 'https://mill.example/'],
  ])('%s and %s are two', (a, b) => expect(addressKey(a)).not.toBe(addressKey(b)))

  it('have keys that are keys of themselves, and that their beginnings begin', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const key = addressKey(url)
        expect(addressKey(key)).toBe(key)
        const { origin } = new URL(url)
        expect(key.startsWith(addressPrefixKey(origin))).toBe(true)
      }),
    )
  })

  it('are percent-encoded, and stay as given where that needs nothing', () => {
    expect(encodeAddress('https://mill.example/rüe und spelt')).toBe('https://mill.example/r%C3%BCe%20und%20spelt')
    expect(encodeAddress('HTTPS://Mill.example/a//b?')).toBe('HTTPS://Mill.example/a//b?')
  })
})
