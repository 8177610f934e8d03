;(() => {
  if (customElements.get('un-events')) return
  const home = new URL(document.currentScript.src).origin
  const look = new CSSStyleSheet()
  look.replaceSync(`
    :host { display: block; color: var(--un-text, inherit); font: inherit }
    ol { list-style: none; margin: 0; padding: 0 }
    li { padding: .6em 0; border-block-end: 1px solid var(--un-line, rgb(128 128 128 / .35)) }
    p { margin: 0 }
    a { color: var(--un-accent, LinkText) }
    a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px }
    .off a { text-decoration: line-through }
    .status { font-weight: 600 }
    .date, .status, .place { font-size: .9em }
    .date, .place { color: var(--un-muted, inherit) }
    .all { padding-block-start: .6em }
  `)

  function make(name, part, text, more) {
    const element = Object.assign(document.createElement(name), more)
    if (part) {
      element.className = part
      element.setAttribute('part', part)
    }
    element.append(text)
    return element
  }

  function draw({ events, all, none, dir, lang }) {
    const list = make('ol', 'list', '')
    for (const event of events) {
      const title = make('a', 'title', event.title, { href: event.url })
      title.lang = 'en'
      title.dir = 'auto'
      const item = make('li', 'item', make('p', 'date', event.date))
      item.append(make('p', '', title))
      if (event.status) item.append(make('p', 'status', event.status))
      if (event.place) item.append(make('p', 'place', event.place))
      item.classList.toggle('off', event.cancelled)
      list.append(item)
    }
    const frame = make('div', 'frame', events.length ? list : make('p', 'none', none))
    frame.append(make('p', 'all', make('a', 'link', all.text, { href: all.url })))
    frame.dir = dir
    frame.lang = lang
    return frame
  }

  customElements.define(
    'un-events',
    class extends HTMLElement {
      static observedAttributes = ['src', 'feed', 'body', 'kind', 'place', 'format', 'q', 'limit', 'lang']
      #turn = 0

      connectedCallback() {
        if (!this.shadowRoot) {
          this.attachShadow({ mode: 'open' }).append(document.createElement('slot'))
          this.shadowRoot.adoptedStyleSheets = [look]
        }
        this.#load()
      }

      attributeChangedCallback() {
        if (this.isConnected && this.shadowRoot) this.#load()
      }

      // Until there is an answer, and where there is none, what stands inside the element is shown: a link.
      async #load() {
        const turn = ++this.#turn
        await null
        if (turn !== this.#turn) return
        const query = new URLSearchParams()
        for (const { name, value } of this.attributes) {
          if (this.constructor.observedAttributes.includes(name)) query.set(name, value)
        }
        if (!query.has('lang')) query.set('lang', this.closest('[lang]')?.lang || 'en')
        try {
          // A list that was written to a file knows no parameters: it is cut here.
          const answer = await fetch(this.getAttribute('src') ?? `${home}/embed/list.json?${query}`)
          if (!answer.ok || turn !== this.#turn) return
          const list = await answer.json()
          list.events.splice(query.get('limit') || 50)
          this.shadowRoot.replaceChildren(draw(list))
        } catch {
          // The service cannot be reached: the link stays.
        }
      }
    },
  )
})()
