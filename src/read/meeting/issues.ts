import type { Issue } from '../../event/index.ts'
import type { PageText } from '../../source/index.ts'
import type { Candidate } from './candidates/candidate.ts'

/** What is wrong with the date of a candidate. */
export function issueOf({ own, entry }: Candidate, url: string, why: string): Issue {
  return { sentence: `“${own.slice(0, 80)}”, ${entry.date.text}: ${why}, on ${url}`, url, printed: entry.view.text.slice(0, 300) }
}

/** That dates, or the end of a page, were not read: there are more than are read of one. */
export function unreadIn({ url, unread }: PageText, read: number, beyond: number): Issue[] {
  const issues: Issue[] = []
  if (beyond > 0)
    issues.push({ sentence: `dates beyond the first ${read} ${url === '' ? 'of the text' : `on ${url}`} were left`, url })
  if (unread)
    issues.push({
      sentence: `the last ${unread} characters ${url === '' ? 'of the text' : `of ${url}`} were left: it is longer than what is read`,
      url,
    })
  return issues
}
