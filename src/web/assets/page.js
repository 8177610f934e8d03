// The reader's own hours beside those of the place, where they differ.
for (const place of document.querySelectorAll('[data-instants]')) {
  const instants = place.dataset.instants.split(' ').map((text) => new Date(text))
  const lang = document.documentElement.lang
  const format = new Intl.DateTimeFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  const last = instants[instants.length - 1]
  place.textContent = `${place.dataset.zone}: ${instants.length > 1 ? format.formatRange(instants[0], last) : format.format(last)}`
}
for (const button of document.querySelectorAll('[data-copies]')) {
  const field = button.parentElement.querySelector('[data-copy]')
  field.addEventListener('focus', () => field.select())
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value)
    button.textContent = button.dataset.copied
  })
}
