/** Parameters that tell where a reader came from, not what the page is (those of the big campaign, mail and social services). */
const tracking =
  /^(?:utm_\w+|at_(?:medium|campaign|custom\d|link_\w+)|hsa_\w+|mc_[ce]id|pk_(?:campaign|kwd|source)|mtm_\w+|(?:fb|g|d|tw|tt|y)clid|gclsrc|gbraid|wbraid|igshid|igsh|msclkid|_ga|_gl|_hsenc|_hsmi|hsctatracking|mkt_tok|oly_(?:enc|anon)_id|vero_(?:conv|id)|wickedid|s_cid|cmpid|ncid|ocid|smid|icid|ref_?src|ref_url|rss|rssfeed|xtor|wt\.mc_id|spm|scid)$/i

/**
 * An address as it is compared: http is https, `www.` is the host without it, a last slash, the fragment, tracking parameters and how
 * characters are escaped make no difference. What is no address stays as it is.
 */
export function addressKey(address: string): string {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return address
  const path = escapeAlike(url.pathname.replace(/\/+$/, ''))
  const isFile = /\.\w{1,5}$/.test(path)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !tracking.test(part.split('=', 1)[0]!))
  return `https://${hostOf(url)}${path}${isFile ? '' : '/'}${kept.length > 0 ? `?${escapeAlike(kept.join('&'))}` : ''}`
}

/** The beginning of addresses, as `addressKey` writes them. */
export function addressPrefixKey(prefix: string): string {
  const url = URL.parse(prefix)
  if (!url || !/^https?:$/.test(url.protocol)) return prefix
  const isHostAlone = url.pathname === '/' && !prefix.endsWith('/')
  return `https://${hostOf(url)}${isHostAlone ? '' : escapeAlike(url.pathname)}${escapeAlike(url.search)}`
}

/** An address with what addresses cannot hold percent-encoded (WHATWG URL); what needs nothing stays as it was given. */
export const encodeAddress = (address: string): string =>
  /[^\x21-\x7e]/.test(address.trim()) ? (URL.parse(address)?.href ?? address) : address.trim()

const hostOf = ({ host }: URL) => host.replace(/^www\d?\.(?=[^.]+\.)/, '').replace(/\.(?=:|$)/, '')

/** `%7e` and `~`, `%c3` and `%C3` alike: unreserved characters bare, the rest with capital digits (RFC 3986, 6.2.2). */
const escapeAlike = (part: string) =>
  part.replace(/%([0-9a-f]{2})/gi, (escaped, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16))
    return /[\w.~-]/.test(character) && character < '\u0080' ? character : escaped.toUpperCase()
  })
