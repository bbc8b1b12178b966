import type { Locator, Page } from 'playwright-core'

/** How somebody uses the page: each press is counted, whether by the pointer or by a key. */
export type Hand = {
  readonly press: (target: Locator) => Promise<void>
  readonly write: (target: Locator, words: string) => Promise<void>
  readonly choose: (target: Locator, label: string) => Promise<void>
  readonly presses: () => number
}

/** The pointer, or a finger: clicks are counted, and what is typed into a field goes into it by a click of its own. */
export function pointer(page: Page): Hand {
  let presses = 0
  return {
    press: async (target) => {
      presses++
      await target.click()
    },
    write: async (target, words) => {
      presses++
      await target.click()
      await target.fill(words)
      await page.keyboard.press('Tab')
    },
    choose: async (target, label) => {
      presses++
      await target.selectOption(label)
    },
    presses: () => presses,
  }
}

/** Stops of the Tab key after which something is taken to be out of reach. */
const mostStops = 150

/** The keyboard alone: what is pressed is first reached, by Tab and, among the marks of a text, by arrows. Enter and Space are counted, not the way there. */
export function keyboard(page: Page): Hand {
  let presses = 0
  const reach = async (target: Locator) => {
    await target.waitFor()
    for (let i = 0; i < mostStops; i++) {
      const next = await target.evaluate((element, isFirst) => {
        const focused = document.activeElement
        if (element === focused) return
        if (!element.matches('mark') || !focused?.matches('.text mark')) return 'Tab'
        return isFirst ? 'Home' : 'ArrowRight'
      }, i === 0)
      if (!next) return
      await page.keyboard.press(next)
    }
    throw new Error(
      `not within ${mostStops} stops of the keyboard: ${await target.evaluate((one) => one.outerHTML.slice(0, 200))}`,
    )
  }
  return {
    press: async (target) => {
      await reach(target)
      presses++
      const isBox = await target.evaluate((element) => element.matches('input[type=checkbox], input[type=radio]'))
      await page.keyboard.press(isBox ? 'Space' : 'Enter')
    },
    write: async (target, words) => {
      await reach(target)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(words)
      await page.keyboard.press('Tab')
    },
    choose: async (target, label) => {
      await reach(target)
      presses++
      await page.keyboard.type(label)
    },
    presses: () => presses,
  }
}
