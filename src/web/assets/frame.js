// Tells the page around the frame how high the list is, whenever that changes.
new ResizeObserver(() => {
  parent.postMessage(
    { type: 'un-events:height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) },
    '*',
  )
}).observe(document.documentElement)
