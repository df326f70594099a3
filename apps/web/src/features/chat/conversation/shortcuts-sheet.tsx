'use client';

import { Sheet } from '@/components/ui/sheet';

const KEYS = [
  { keys: ['Enter'], does: 'Send' },
  { keys: ['Shift', 'Enter'], does: 'New line' },
  { keys: ['↑'], does: 'In an empty field: edit your last message' },
  { keys: ['Alt', '←'], does: 'The take or version before' },
  { keys: ['Alt', '→'], does: 'The one after' },
  { keys: ['/'], does: 'Back to the field' },
  { keys: ['Esc'], does: 'Close, leave an edit, stop reading aloud' },
  { keys: ['?'], does: 'These keys; Ctrl and / from inside the field' },
];

/** The keys of the stage. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet open onClose={onClose} title="Keys" description="None of them spends a coin except Enter.">
      <dl className="grid gap-1">
        {KEYS.map(({ keys, does }) => (
          <div key={does} className="flex min-h-11 items-center justify-between gap-4 border-t border-line py-1.5">
            <dt>{does}</dt>
            <dd className="flex shrink-0 gap-1.5">
              {keys.map((key) => (
                <kbd key={key} className="key-cap">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
