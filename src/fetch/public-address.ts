// ipaddr.js (MIT, typed, no dependencies): the ranges of IANA's registries for both families.
import ipaddr from 'ipaddr.js'

/**
 * Whether an address is one of the public internet: neither of this machine, nor of a network behind it, nor multicast, nor reserved. An IPv4
 * address inside an IPv6 one (mapped, NAT64, 6to4) is judged by itself.
 */
export function isPublic(address: string): boolean {
  // a zone (`fe80::1%eth0`) is of this machine's links
  if (!ipaddr.isValid(address) || address.includes('%')) return false
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const { parts } = parsed as ipaddr.IPv6
  switch (parsed.range()) {
    case 'unicast':
      return true
    case 'rfc6052':
      return isPublic(ipv4Of(parts[6]!, parts[7]!))
    case '6to4':
      return isPublic(ipv4Of(parts[1]!, parts[2]!))
    default:
      return false
  }
}

const ipv4Of = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.')
