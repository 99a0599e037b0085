import { nextTick } from 'vue'

/**
 * After a change of page, focus goes to its h1, so that a screen reader says where one is and Tab goes on from there.
 * A page that is still coming gets it when its h1 appears, unless the person has moved on meanwhile.
 */
export async function focusHeading(patience = 4000): Promise<void> {
  await nextTick()
  const main = document.querySelector('main')
  if (!main || focusH1(main)) return
  main.focus({ preventScroll: true })
  const watcher = new MutationObserver(() => {
    if (document.activeElement !== main && document.activeElement !== document.body) watcher.disconnect()
    else if (focusH1(main)) watcher.disconnect()
  })
  watcher.observe(main, { childList: true, subtree: true })
  setTimeout(() => watcher.disconnect(), patience)
}

function focusH1(main: HTMLElement): boolean {
  const heading = main.querySelector('h1')
  if (!heading) return false
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  return true
}
