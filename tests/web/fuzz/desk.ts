import { formFields } from '../desk/visitor.ts'
import { form } from '../write/form.ts'
import { formOf, type Sent } from './requests.ts'
import { type Chance, pickBy, texts } from './wrong.ts'

/** A form of the desk as it stands on a page, with something in it that nobody could type there, or nothing; undefined where the page has none. */
export function formSent(page: string, chance: Chance): Sent | undefined {
  const pick = pickBy(chance)
  // Who signs out, or revokes the key that the fuzz has, ends the rest.
  const actions = [...page.matchAll(/<form method="post" action="([^"]+)"/g)]
    .map(([, action]) => action ?? '')
    .filter((action) => !/sign-|revoke/.test(action))
  if (!actions.length) return undefined
  const action = pick(actions)
  const fields = formFields(page, action)
  const names = [...new Set(fields.keys())].filter((name) => name !== '_csrf')
  for (let changes = Math.floor(chance() * 4); changes > 0 && names.length; changes -= 1) {
    const name = pick(names)
    const way = chance()
    if (way < 0.6) fields.set(name, pick(texts).toWellFormed())
    else if (way < 0.75) fields.append(name, pick(texts).toWellFormed())
    else if (way < 0.9) fields.delete(name)
    else
      fields.set(
        pick(['colour', '__proto__', 'tick', 'as.1', 'title.999999', 'column.0', 'days', 'x'.repeat(200)]),
        pick(texts).toWellFormed(),
      )
  }
  const said = { method: 'POST', url: action, names: [''] }
  if (!new RegExp(`action="${action}"[^>]*multipart`).test(page))
    return { ...said, body: fields.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  const { _csrf = '', ...others } = Object.fromEntries(fields)
  const made = formOf(others, chance)
  const token = form({ _csrf }).payload.subarray(0, -8)
  return { ...said, body: Buffer.concat([token, made.payload]), headers: made.headers }
}
