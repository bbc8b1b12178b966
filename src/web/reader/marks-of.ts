/** The marks of a claim in the text: several where other marks cut it. */
export const marksOf = (root: ParentNode, id: string): NodeListOf<HTMLElement> =>
  root.querySelectorAll<HTMLElement>(`[data-claim="${CSS.escape(id)}"]`)
