'use client';

import type { Conversation } from '@troupe/contracts/http/chat';
import { lazy, Suspense, useState } from 'react';
import type { Line } from '../transcript/lines';
import type { OpenMenu } from './use-stage-actions';

const MessageMenu = lazy(() => import('../actions/message-menu').then((module) => ({ default: module.MessageMenu })));
const DeleteLineSheet = lazy(() =>
  import('../actions/delete-line-sheet').then((module) => ({ default: module.DeleteLineSheet })),
);
const ReportMessage = lazy(() =>
  import('../actions/report-message').then((module) => ({ default: module.ReportMessage })),
);
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
        <DeleteLineSheet line={going} lines={lines} onRemove={onRemove} onClose={() => setGoing(null)} />
      )}
      {reportedId === null ? null : <ReportMessage messageId={reportedId} onClose={() => setReportedId(null)} />}
      {help ? <ShortcutsSheet onClose={onCloseHelp} /> : null}
    </Suspense>
  );
}
