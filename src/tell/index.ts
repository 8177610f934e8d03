/** The window on mail servers and webhooks. */
export { SendError } from './error.ts'
export { type Mailer, mailer } from './mail.ts'
export { type Hook, postWebhook, signature } from './webhook.ts'
