import { Dialog } from './dialog.tsx'

const keys: [string, string][] = [
  ['/', 'search'],
  ['j', 'next claim'],
  ['k', 'claim before'],
  ['← →', 'from mark to mark in the text'],
  ['Enter', 'pin the claim of a mark'],
  ['y', 'confirm the pinned claim'],
  ['n', 'reject it'],
  ['e', 'correct it'],
  ['t', 'pictures as tables, and back'],
  ['Esc', 'let go of a claim, close this'],
  ['?', 'this help'],
]

/** The keys, in a dialog. */
export function Help({ close }: { close: () => void }) {
  return (
    <Dialog title="Keys" close={close}>
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
    </Dialog>
  )
}
