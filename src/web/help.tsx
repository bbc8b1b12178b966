import { useEffect, useRef } from 'preact/hooks'

const keys: [string, string][] = [
  ['/', 'search'],
  ['j', 'next claim'],
  ['k', 'claim before'],
  ['t', 'pictures as tables, and back'],
  ['Esc', 'let go of a claim, close this'],
  ['?', 'this help'],
]

/** The keys, in a dialog. */
export function Help({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl class="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  )
}
