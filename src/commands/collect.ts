import { parseArgs } from 'node:util'
import type { RunReport } from '../collect.ts'
import { readConfig } from '../config.ts'
import { openEngine } from '../engine.ts'
import { asOnlyCollector, visitAll } from '../schedule.ts'
import type { Source } from '../source/index.ts'
import { loadSources } from '../sources.ts'
import { UsageError } from './usage.ts'

/** Visits the sources named, or all, now, due or not; one line a source. Answers 1 when one failed or was refused, or when another process collects. */
export async function collectCommand(args: string[], environment: Record<string, string | undefined>): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const config = readConfig(environment)
  const sources = await loadSources()
  const named = positionals.map((id) => sourceNamed(id, sources))
  const engine = openEngine(config, sources)
  engine.reader.warm()
  const chosen = named.length ? [...new Set(named)] : engine.sources
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort())
  process.once('SIGTERM', () => stopping.abort())
  const reports: RunReport[] = []
  const waiting = new Set(chosen.map(({ id }) => id))
  const told = (report: RunReport) => {
    reports.push(report)
    waiting.delete(report.source)
    clearProgress()
    console.log(line(report))
    for (const { sentence } of report.issues) console.log(`    ! ${sentence}`)
    showProgress(waiting)
  }
  try {
    showProgress(waiting)
    const done = await asOnlyCollector(engine, (lost) =>
      visitAll(engine, chosen, AbortSignal.any([stopping.signal, lost]), told).then(() => true),
    )
    clearProgress()
    if (!done) console.error('Another process is collecting on this database; try again when it is done.')
    return done && reports.every(({ outcome }) => outcome === 'accepted' || outcome === 'unchanged') ? 0 : 1
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    clearProgress()
    console.error('Stopped; what was not finished is still due.')
    return 1
  } finally {
    await engine.close()
  }
}

function sourceNamed(id: string, sources: Source[]): Source {
  const source = sources.find((candidate) => candidate.id === id)
  if (!source) throw new UsageError(`There is no source "${id}"; there are ${sources.map((known) => known.id).join(', ')}.`)
  return source
}

/** `ccpcj  +3 ~1 =5 -0 !2  accepted`; for a bad end the sentence, and when it is tried again. */
function line({ source, outcome, counts, sentence, nextVisitAt }: RunReport): string {
  const { added, changed, same, missing, issues } = counts
  const numbers = `+${added} ~${changed} =${same} -${missing} !${issues}`
  const end = outcome === 'failed' || outcome === 'refused' ? `${outcome}: ${sentence} Next try ${nextVisitAt}.` : outcome
  return `${source.padEnd(16)} ${numbers.padEnd(20)} ${end}`
}

function showProgress(waiting: Set<string>): void {
  if (process.stdout.isTTY && waiting.size) process.stdout.write(`visiting ${[...waiting].join(', ')} …`)
}

function clearProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
}
