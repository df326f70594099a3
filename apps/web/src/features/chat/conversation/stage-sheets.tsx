'use client';

import type { Conversation } from '@troupe/contracts/http/chat';
import { lazy, Suspense, useState } from 'react';
import type { Line } from '../transcript/lines';
import type { OpenMenu } from './use-stage-actions';

const MessageMenu = lazy(() => import('../actions/message-menu').then((module) => ({ default: module.MessageMenu })));
const DeleteSheet = lazy(() => import('../actions/delete-sheet').then((module) => ({ default: module.DeleteSheet })));
const ReportSheet = lazy(() => import('../actions/report-sheet').then((module) => ({ default: module.ReportSheet })));
const ShortcutsSheet = lazy(() => import('./shortcuts-sheet').then((module) => ({ default: module.ShortcutsSheet })));

interface StageSheetsProps {
  conversation: Conversation;
  lines: readonly Line[];
  menu: OpenMenu | null;
  onCloseMenu: () => void;
  onRemove: (messageId: string) => Promise<void>;
  help: boolean;
  onCloseHelp: () => void;
}

/** What opens over the stage; each comes over the line only when it is wanted. */
export function StageSheets(props: StageSheetsProps) {
  const { conversation, lines, menu, onCloseMenu, onRemove, help, onCloseHelp } = props;
  const [going, setGoing] = useState<Line | null>(null);
  const [reportedId, setReportedId] = useState<string | null>(null);
  const { name } = conversation.persona;
  // The menu shows the line as it is now, not as it was when it opened.
  const line = menu === null ? undefined : (lines.find((other) => other.key === menu.line.key) ?? menu.line);
  return (
    <Suspense fallback={null}>
      {menu === null || line === undefined ? null : (
        <MessageMenu
          line={line}
          name={name}
          anchor={menu.anchor}
          onClose={onCloseMenu}
          onDelete={setGoing}
          onReport={setReportedId}
        />
      )}
      {going === null ? null : (
        <DeleteSheet
          title={going.kind === 'own' ? 'Delete your message?' : 'Delete this reply?'}
          action="Delete"
          onClose={() => setGoing(null)}
          onDelete={async () => {
            if (going.id !== null) await onRemove(going.id);
          }}
        >
          <WhatGoes line={going} lines={lines} />
        </DeleteSheet>
      )}
      {reportedId === null ? null : <ReportSheet messageId={reportedId} onClose={() => setReportedId(null)} />}
      {help ? <ShortcutsSheet onClose={onCloseHelp} /> : null}
    </Suspense>
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
