/** A form as browsers and curl send it. */
export function form(fields: Record<string, string | { name: string; bytes: string | Buffer }>) {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const isText = typeof value === 'string'
    const head = `--edge-of-the-form-7f3a\r\nContent-Disposition: form-data; name="${name}"${isText ? '' : `; filename="${value.name}"`}\r\n\r\n`
    return [Buffer.from(head), Buffer.from(isText ? value : value.bytes), Buffer.from('\r\n')]
  })
  return {
    payload: Buffer.concat([...parts, Buffer.from('--edge-of-the-form-7f3a--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=edge-of-the-form-7f3a' },
  }
}
