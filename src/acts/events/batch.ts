import type { BatchItem } from '../../web/write/acts.ts'
import type { Plan, Scene } from '../act.ts'
import { amendment, creation } from './entries.ts'
import { cancellation, postponement, restoration, withdrawal } from './life.ts'

/** The steps of a batch: drafts that follow each other are entered together, everything else one by one. */
export function stepsOf(items: BatchItem[]): ((scene: Scene) => Plan)[] {
  const steps: ((scene: Scene) => Plan)[] = []
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]
    if (item?.do !== 'create') {
      if (item) steps.push(stepOf(item))
      continue
    }
    const drafts = [item.draft]
    for (let next = items[at + 1]; next?.do === 'create'; next = items[at + 1]) {
      drafts.push(next.draft)
      at += 1
    }
    steps.push(creation(drafts))
  }
  return steps
}

function stepOf(item: Exclude<BatchItem, { do: 'create' }>): (scene: Scene) => Plan {
  switch (item.do) {
    case 'change':
      return amendment(item.uid, item.patch)
    case 'cancel':
      return cancellation(item.uid, item.note)
    case 'postpone':
      return postponement(item.uid, { note: item.note })
    case 'withdraw':
      return withdrawal(item.uid)
    case 'restore':
      return restoration(item.uid)
  }
}
