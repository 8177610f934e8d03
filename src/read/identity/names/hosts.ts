import type { Body } from '../../../event/index.ts'

/** Hosts all of whose pages are of one body. */
const hosts: [RegExp, Body][] = [
  [/(?:^|\.)(?:crime|cpcj)alliance\.org$/i, 'ALLIANCE'],
  [/(?:^|\.)un-congress\.org$/i, 'CONGRESS'],
  [/(?:^|\.)cndblog\.org$/i, 'CND'],
]

/** The body whose own the host of an address is. */
export function bodyOfHost(url: string): Body | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return hosts.find(([name]) => name.test(host))?.[1]
}
