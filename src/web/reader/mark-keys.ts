import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { go, withQuery } from '../address.ts'

/**
 * The marks of a text are one stop of the Tab key: arrows go from mark to mark, Enter and a click pin one. Thousands of stops would shut the rest of the page
 * off from the keyboard.
 */
export function useMarkKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const text = root.current?.querySelector<HTMLElement>('.text')
    if (!text) return
    const marks = () => [...text.querySelectorAll<HTMLElement>('mark.first')].filter((mark) => mark.checkVisibility())
    const pin = (mark: HTMLElement) => go(`${withQuery({})}#claim-${mark.dataset.claim}`, true)
    const enter = (event: FocusEvent) => {
      const mark = (event.target as Element).closest<HTMLElement>('mark.first')
      if (mark) takeStop(text, mark)
    }
    const click = (event: MouseEvent) => {
      const mark = (event.target as Element).closest<HTMLElement>('[data-claim]')
      if (mark && !getSelection()?.toString()) pin(mark)
    }
    const press = (event: KeyboardEvent) => {
      const mark = (event.target as Element).closest<HTMLElement>('mark.first')
      if (!mark || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.key === 'Enter') return pin(mark)
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (!step && event.key !== 'Home' && event.key !== 'End') return
      event.preventDefault()
      const all = marks()
      const next = event.key === 'Home' ? all[0] : event.key === 'End' ? all.at(-1) : all[all.indexOf(mark) + step!]
      next?.focus()
    }
    text.addEventListener('focusin', enter)
    text.addEventListener('click', click)
    text.addEventListener('keydown', press)
    return () => {
      text.removeEventListener('focusin', enter)
      text.removeEventListener('click', click)
      text.removeEventListener('keydown', press)
    }
  })
}

/** Makes a mark the one that the Tab key stops at. */
export function takeStop(text: HTMLElement, mark: HTMLElement | null): void {
  if (!mark) return
  for (const before of text.querySelectorAll<HTMLElement>('mark[tabindex="0"]')) before.tabIndex = -1
  mark.tabIndex = 0
}
