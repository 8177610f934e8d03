import { expect, test } from 'vitest'
import { checkAddress } from '../../src/fetch/index.ts'
import { isPublic } from '../../src/fetch/wire/address.ts'
import { quick, serve } from './server.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '198.18.0.1',
  '192.0.2.1',
  '240.0.0.1',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  '2002:7f00:1::',
  '2002:a00:1::',
  '2001::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '2001:db8::1',
  '4000::1',
  'nonsense',
  '',
])('%s is not public', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each(['8.8.8.8', '193.138.105.1', '2606:4700::1111', '2001:4860:4860::8888'])('%s is public', (address) => {
  expect(isPublic(address)).toBe(true)
})

test.each([
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://0/',
  'http://134744072/',
  'http://0x08.8.8.8/',
  'http://８.8.8.8/',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
  'https://127.0.0.1:8443/',
  'http://localhost/',
  'http://localhost./',
])('%s cannot be imported from', async (address) => {
  await expect(checkAddress(address)).rejects.toMatchObject({ name: 'FetchError' })
})

test('a name is judged by where it leads', async () => {
  const addresses: Record<string, string> = { 'inside.example': '10.0.0.1', 'outside.example': '8.8.8.8' }
  const resolve = async (host: string) => [{ address: addresses[host] ?? '', family: 4 }]
  expect((await checkAddress('https://outside.example/a#b', { resolve })).href).toBe('https://outside.example/a')
  await expect(checkAddress('https://inside.example/', { resolve })).rejects.toThrow(
    'inside.example is not visited: its name leads to no address of the public internet.',
  )
})

test('a public address with a plain number for its host may be imported from', async () => {
  expect((await checkAddress(' https://8.8.8.8:8443/x ')).host).toBe('8.8.8.8:8443')
})

test('a name that was public when checked is refused when it leads inside at the moment of connecting', async () => {
  const server = await serve({ '/page': '<h1>secret</h1>' })
  const resolve = async () => [{ address: '127.0.0.3', family: 4 }]
  await expect(quick({ resolve }).fetchPage(server.url('/page', 'rebound.example'))).rejects.toThrow(
    /rebound.example is not visited/,
  )
  expect(server.seen).toEqual([])
})

test('of several addresses of a name only permitted ones are connected to', async () => {
  const server = await serve({ '/page': '<h1>public</h1>' })
  const resolve = async () => [
    { address: '127.0.0.3', family: 4 },
    { address: '127.0.0.2', family: 4 },
  ]
  expect(await quick({ resolve }).fetchPage(server.url('/page', 'mixed.example'))).toMatchObject({ status: 200 })
  const inside = quick({ resolve, allowed: [] })
  await expect(inside.fetchPage(server.url('/page', 'mixed.example'))).rejects.toThrow(/is not visited/)
})
