/** Where a page is really read from: the address itself, or its place on a mirror. */
export type Mirror = {
  /** `https://HOST/PATH?QUERY` as `MIRROR/HOST/PATH?QUERY`. */
  to(url: URL): string
  /** An absolute or relative Location that was answered for `url`, as an address of the web again. */
  from(location: string, url: URL): string
}

/** No mirror: every page is read where it says it is. */
export const noMirror: Mirror = {
  to: (url) => url.href,
  from: (location, url) => (URL.canParse(location, url.href) ? whole(location, url) : location),
}

/** A mirror of the web at `base` (http or https, no path), as WEB_MIRROR names it. */
export function mirrorAt(base: string): Mirror {
  const { origin } = new URL(base)
  return {
    to: (url) => `${origin}/${url.host}${url.pathname}${url.search}`,
    from(location, url) {
      if (!URL.canParse(location, url.href)) return location
      const target = new URL(location, url)
      // A redirect may name the page's real address, the mirror's own, or a path on either.
      const onMirror = target.origin === origin || (target.host === url.host && target.pathname.startsWith(`/${url.host}/`))
      return onMirror ? `${url.protocol}/${target.pathname}${target.search}` : whole(location, url)
    },
  }
}

/** As written where it is absolute, so that the form of its host can still be judged. */
function whole(location: string, url: URL): string {
  return URL.canParse(location) ? location : location.startsWith('//') ? url.protocol + location : new URL(location, url).href
}
