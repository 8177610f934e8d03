import { expect, test } from 'vitest'
import { describeSettings, printConfig, readConfig } from '../../src/config.ts'

test('without any setting the service listens on this machine only', () => {
  expect(readConfig({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DATA_DIR: './data', COLLECT: 'on' })
})

test('an empty setting is one that is not set', () => {
  expect(readConfig({ PORT: '', FETCH_PAUSE_MS: '' })).toMatchObject({ PORT: 3000, FETCH_PAUSE_MS: 2000 })
})

test('numbers are read from text', () => {
  expect(readConfig({ PORT: '8080', FETCH_PAUSE_MS: '0' })).toMatchObject({ PORT: 8080, FETCH_PAUSE_MS: 0 })
})

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PUBLIC_URL', 'ftp://example.org'],
  ['PUBLIC_URL', 'https://example.org/with/path'],
  ['CONTACT', 'line\nbreak'],
  ['ORGANIZER', 'nobody'],
  ['WEB_MIRROR', '127.0.0.1:4000'],
  ['COLLECT', 'maybe'],
  ['LOG_LEVEL', 'loud'],
  ['FETCH_PAUSE_MS', '-1'],
])('a wrong %s stops the start with a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The setting ${name}=.* cannot be used: it must .*\\.$`, 's'))
})

test.each(['nonsense', '10.0.0.0/33', '127.0.0.1,,::1'])('proxies that are no addresses stop the start: %s', (said) => {
  expect(() => readConfig({ TRUST_PROXY: said })).toThrow('The setting TRUST_PROXY cannot be used')
})

test('proxies are addresses, networks or the names of such', () => {
  expect(() => readConfig({ TRUST_PROXY: '127.0.0.1, fd00::/8, loopback' })).not.toThrow()
})

test('settings are printed by name, and cannot be changed afterwards', () => {
  const config = readConfig({ PORT: '8080' })
  expect(printConfig(config)).toContain('PORT=8080')
  expect(Object.isFrozen(config)).toBe(true)
})

test('every setting says what it means', () => {
  expect(describeSettings().filter(({ meaning }) => !meaning)).toEqual([])
})
