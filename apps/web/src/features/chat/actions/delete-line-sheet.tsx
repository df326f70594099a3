'use client';

import type { Line } from '../transcript/lines';
import { DeleteSheet } from './delete-sheet';

interface DeleteLineSheetProps {
  line: Line;
  lines: readonly Line[];
  onRemove: (messageId: string) => Promise<void>;
  onClose: () => void;
}

/** Says what goes with a message before it goes. */
export function DeleteLineSheet({ line, lines, onRemove, onClose }: DeleteLineSheetProps) {
  return (
    <DeleteSheet
      title={line.kind === 'own' ? 'Delete your message?' : 'Delete this reply?'}
      action="Delete"
      onClose={onClose}
      onDelete={async () => {
        if (line.id !== null) await onRemove(line.id);
      }}
    >
      <WhatGoes line={line} lines={lines} />
    </DeleteSheet>
  );
}

function WhatGoes({ line, lines }: { line: Line; lines: readonly Line[] }) {
  const below = lines.length - 1 - lines.findIndex((other) => other.key === line.key);
  const others = line.siblingIds.length - 1;
  return (
    <>
      <p>
        {below === 0
          ? 'Nothing was said after it, so only this goes.'
          : `It goes with everything below it: ${below} ${below === 1 ? 'message' : 'messages'} here, and every branch of them.`}
      </p>
      {others > 0 ? <p>What else was said in its place stays.</p> : null}
      <p>It can’t be brought back. What it cost stays paid, and its receipts stay in your wallet.</p>
    </>
  );
}
