// What is typed outlives a bad connection or a session that ended: it stays in this window until it was saved.
const kept = (form) => `typed ${form.dataset.keep}`
if (new URLSearchParams(location.search).has('done')) {
  const last = sessionStorage.getItem('sent')
  if (last) sessionStorage.removeItem(last)
}
sessionStorage.removeItem('sent')
for (const form of document.querySelectorAll('form[data-keep]')) {
  const names = () =>
    [...form.elements].filter(({ name, type }) => name && type !== 'hidden' && type !== 'file' && type !== 'submit')
  const said = sessionStorage.getItem(kept(form))
  if (said && !document.querySelector('[role="alert"]')) offer(form, JSON.parse(said), names)
  form.addEventListener('input', () => {
    sessionStorage.setItem(kept(form), JSON.stringify(names().map((field) => [field.name, value(field)])))
  })
  form.addEventListener('submit', () => sessionStorage.setItem('sent', kept(form)))
}

function value(field) {
  return field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value
}

function offer(form, said, names) {
  const note = document.createElement('div')
  note.className = 'warn'
  note.setAttribute('role', 'status')
  const words = document.createElement('p')
  words.textContent = 'What you typed here before was not saved.'
  note.append(
    words,
    action('Put it back', () => putBack(said, names())),
    ' ',
    action('Forget it', () => sessionStorage.removeItem(kept(form))),
  )
  form.before(note)

  function action(label, act) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'quiet'
    button.textContent = label
    button.addEventListener('click', () => {
      act()
      note.remove()
    })
    return button
  }
}

function putBack(said, fields) {
  for (const [i, [name, was]] of said.entries()) {
    const field = fields[i]?.name === name ? fields[i] : fields.find((one) => one.name === name)
    if (!field) continue
    if (typeof was === 'boolean') field.checked = was
    else field.value = was
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) if (was) fold.open = true
  }
}

// A form is sent once, and whoever waits for more than a second sees that something happens.
for (const form of document.forms) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = 'yes'
    const button = event.submitter
    setTimeout(() => {
      if (!button) return
      const progress = document.createElement('span')
      progress.className = 'progress'
      progress.setAttribute('role', 'status')
      progress.textContent = 'One moment …'
      button.after(progress)
    }, 700)
  })
}
// Back from the next page a form can be sent again.
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent
  for (const progress of document.querySelectorAll('.progress')) progress.remove()
})
for (const page of document.querySelectorAll('[data-again]'))
  setTimeout(() => location.reload(), Number(page.dataset.again) * 1000)
