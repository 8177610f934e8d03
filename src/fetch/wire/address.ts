import { promises as dns, type LookupAddress } from 'node:dns'
import { isIP, isIPv4, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { FetchError } from '../error.ts'

/** Finds every IP address of a host name. */
export type Resolve = (host: string) => Promise<LookupAddress[]>

/** Says of an IP address whether it may be visited. */
export type MayVisit = (address: string) => boolean

/** What the address check may be told. */
export type AddressRules = { mayVisit?: MayVisit; resolve?: Resolve }

/**
 * True of an address of the public internet. Loopback, private, link-local, carrier-grade NAT, multicast, unspecified and reserved
 * ranges are not, nor are IPv6 forms that carry an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo): RFC 6890, RFC 4291.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast)
}

/** The only part of IPv6 that is handed out for the public internet, RFC 4291 section 2.5.4. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * An address as a `URL` without its fragment, when its form is one that may be visited: http or https, no name or password in it, and
 * not the number of a forbidden network, however it is written. Throws {@link FetchError} with the reason.
 */
export function checkForm(text: string, mayVisit: MayVisit = isPublic): URL {
  if (!URL.canParse(text)) throw new FetchError(text, `"${text.slice(0, 200)}" is not an address of a web page.`)
  const url = new URL(text)
  url.hash = ''
  const refuse = (why: string) => new FetchError(url.href, `${url.href} ${why}`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('is not an http or https address.')
  if (url.username || url.password) throw refuse('is not visited: it has a name or password in it.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIPv4(host) && writtenHost(text) !== host) throw refuse('is not visited: its host is a number in disguise.')
  if (isIP(host) && !mayVisit(host)) throw refuse(`is not visited: ${host} is not an address of the public internet.`)
  return url
}

/** The host as it was written, before the URL parser made decimal, octal, hexadecimal and full-width forms into dotted numbers. */
function writtenHost(text: string): string | undefined {
  return /^\s*[a-z]+:[\\/]*([^\\/?#]*?)(?::\d*)?(?:[\\/?#]|$)/i.exec(text)?.[1]
}

/** {@link checkForm}, and the host's name looked up: for addresses that people type in. Throws {@link FetchError} with the reason. */
export async function checkAddress(text: string, { mayVisit = isPublic, resolve = resolveAll }: AddressRules = {}): Promise<URL> {
  const url = checkForm(text, mayVisit)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) return url
  const addresses = await resolve(host).catch((error: unknown) => {
    throw new FetchError(url.href, `${host} could not be reached: its name has no address.`, { cause: error })
  })
  if (!addresses.some(({ address }) => mayVisit(address))) throw forbidden(url.href, host)
  return url
}

/**
 * A look-up for the moment of connecting that hands over permitted addresses only, so that a name which is public when checked and
 * private when visited (DNS rebinding) leads nowhere.
 */
export function guardedLookup({ mayVisit = isPublic, resolve = resolveAll }: AddressRules): LookupFunction {
  return function lookup(host, options, done) {
    resolve(host).then(
      (found) => {
        const addresses = found.filter(
          ({ address, family }) => mayVisit(address) && (!options.family || options.family === family),
        )
        const [first] = addresses
        if (!first) return done(forbidden(`https://${host}/`, host), '', 0)
        return options.all ? done(null, addresses) : done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }
}

function forbidden(url: string, host: string): FetchError {
  return new FetchError(url, `${host} is not visited: its name leads to no address of the public internet.`)
}

async function resolveAll(host: string): Promise<LookupAddress[]> {
  return dns.lookup(host, { all: true })
}
