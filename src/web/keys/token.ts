import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new key: `ucc_<8 letters that name it>_<256 random bits>`. It is told once; only its id and its SHA-256 are kept. */
export function newKey(): { id: string; key: string; hash: string } {
  const id = randomBytes(4).toString('hex')
  const key = `ucc_${id}_${randomBytes(32).toString('base64url')}`
  return { id, key, hash: hashOf(key) }
}

/** 256 random bits as text: for cookies and the tokens of forms. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256, hex: enough for what is random already; words that people choose would need scrypt. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The id that a text names if it has the form of a key. */
export function idOfKey(text: string): string | undefined {
  return /^ucc_([0-9a-f]{8})_[\w-]{43}$/.exec(text)?.[1]
}

/** Whether two texts are equal, in a time that tells nothing of where they differ. */
export function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))
}
