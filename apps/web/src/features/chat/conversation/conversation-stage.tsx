'use client';

import type { Conversation, MessagesPage } from '@troupe/contracts/http/chat';
import { ArrowDown } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef } from 'react';
import { buttonClass } from '@/components/ui/button';
import { lit } from '@/lib/hue';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import { ComposerNotice } from './composer-notice';
import { FinishedAnnouncer } from './finished-announcer';
import { Opening } from './opening';
import { Starters } from './starters';
import { TranscriptLog } from './transcript-log';
import { useConnectionLost, useConversation } from './use-conversation';
import { useDraft } from './use-draft';
import { useListRow } from './use-list-row';
import { useNotices } from './use-notices';
import { usePinnedScroll } from './use-pinned-scroll';
import type { SendOutcome } from './use-sending';
import { useStageHeight } from './use-stage-height';

const TopUpSheet = lazy(() =>
  import('@/features/checkout/top-up-sheet').then((module) => ({ default: module.TopUpSheet })),
);

interface ConversationStageProps {
  conversation: Conversation;
  firstPage: MessagesPage;
}

/** One conversation on stage: its light, its log, the composer. */
export function ConversationStage({ conversation, firstPage }: ConversationStageProps) {
  const { id, persona, available } = conversation;
  const chat = useConversation(conversation, firstPage);
  const draft = useDraft(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const { atEnd, toEnd } = usePinnedScroll(scroller, log);
  const stage = useStageHeight();
  useListRow(conversation, chat.transcript.lines);
  const lost = useConnectionLost();
  const { notice, short, settle, topUp, setTopUp } = useNotices(id, chat.priceMicrocoins, chat.status === 'signed-out');

  const focusField = useCallback(() => field.current?.focus(), []);
  const inField = (act: () => void) => {
    act();
    focusField();
  };
  const handIn = async (content: string, outcome: Promise<SendOutcome>) => {
    toEnd();
    focusField();
    const answer = await outcome;
    settle(answer);
    if (answer.kind === 'refused') draft.giveBack(content);
  };
  const send = () => {
    const content = draft.text.trim();
    if (short) return setTopUp(true);
    if (content === '' || chat.running !== null) return focusField();
    draft.setDraft('');
    void handIn(content, chat.send(content));
  };
  const fresh = chat.transcript.lines.every((line) => line.kind === 'reply');

  return (
    <section ref={stage} data-immersive className="chat-stage" style={lit(persona.hueDegrees)}>
      <ChatHeader persona={persona} priceMicrocoins={chat.priceMicrocoins} />
      <div className="relative min-h-0 flex-1">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer */}
        <section ref={scroller} aria-label="Messages" tabIndex={0} className="chat-scroller">
          <div ref={log} className="chat-lines">
            <Opening
              persona={persona}
              olderCursor={chat.transcript.olderCursor}
              loading={chat.loadingOlder}
              onOlder={chat.loadOlder}
              scroller={scroller}
            />
            <TranscriptLog
              lines={chat.transcript.lines}
              persona={persona}
              priceMicrocoins={chat.priceMicrocoins}
              onRetry={(line) => void handIn(line.content, chat.retry(line))}
              onAgain={
                available && chat.running === null
                  ? (content) => (short ? setTopUp(true) : void handIn(content, chat.send(content)))
                  : null
              }
            />
          </div>
        </section>
        {lost ? <ConnectionLine /> : null}
        {atEnd ? null : <ToLatest speaking={chat.running !== null} onPress={() => inField(toEnd)} />}
      </div>
      <div className="composer">
        {fresh && available && draft.text === '' ? (
          <Starters starters={conversation.starters} onPick={(text) => inField(() => draft.setDraft(text))} />
        ) : null}
        {notice === null ? null : (
          <ComposerNotice notice={notice} name={persona.name} onTopUp={() => setTopUp(true)} onSend={send} />
        )}
        {available ? (
          <Composer
            ref={field}
            name={persona.name}
            text={draft.text}
            priceMicrocoins={chat.priceMicrocoins}
            running={chat.running !== null}
            stopping={chat.stopping}
            onText={draft.setDraft}
            onSend={send}
            onStop={() => inField(() => void chat.stop())}
          />
        ) : (
          <p className="px-2 py-3 text-center text-muted">
            {persona.name} has left the stage. What you said to each other stays here.
          </p>
        )}
      </div>
      <FinishedAnnouncer lines={chat.transcript.lines} name={persona.name} />
      {topUp === 'never' ? null : (
        <Suspense fallback={null}>
          <TopUpSheet
            open={topUp === 'open'}
            onClose={() => inField(() => setTopUp(false))}
            persona={persona}
            priceMicrocoins={chat.priceMicrocoins}
          />
        </Suspense>
      )}
    </section>
  );
}

function ConnectionLine() {
  return (
    <p role="status" className="connection-line">
      <span aria-hidden="true" className="breath" /> Reconnecting. Nothing is lost.
    </p>
  );
}

function ToLatest({ speaking, onPress }: { speaking: boolean; onPress: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 grid justify-items-center">
      <button
        type="button"
        onClick={onPress}
        className={buttonClass({ variant: 'quiet', className: 'pointer-events-auto shadow-lift' })}
      >
        <ArrowDown size={18} aria-hidden="true" />
        {speaking ? 'Still speaking: jump to the latest' : 'Jump to the latest'}
      </button>
    </div>
  );
}
