'use client';

import type { Conversation, MessagesPage } from '@troupe/contracts/http/chat';
import { lazy, Suspense } from 'react';
import { lit } from '@/lib/hue';
import { ChatActionsContext, ChatStateContext } from '../actions/chat-actions';
import { ConversationMore } from '../settings/conversation-more';
import { ChatHeader } from './chat-header';
import { Composer } from './composer';
import { FinishedAnnouncer } from './finished-announcer';
import { ConnectionLine, ToLatest } from './floating-lines';
import { Opening } from './opening';
import { StageSheets } from './stage-sheets';
import { Starters } from './starters';
import { TranscriptLog } from './transcript-log';
import { useStage } from './use-stage';
import { useStageHeight } from './use-stage-height';

/** Few messages meet anything in their way. */
const ComposerNotice = lazy(() => import('./composer-notice').then((module) => ({ default: module.ComposerNotice })));

const TopUpSheet = lazy(() =>
  import('@/features/checkout/top-up-sheet').then((module) => ({ default: module.TopUpSheet })),
);

interface ConversationStageProps {
  conversation: Conversation;
  firstPage: MessagesPage;
}

/** One conversation on stage: its light, its log, the composer. */
export function ConversationStage({ conversation: opened, firstPage }: ConversationStageProps) {
  const stage = useStage(opened, firstPage);
  const { conversation, chat, lines, notices, refs } = stage;
  const { persona } = conversation;
  const height = useStageHeight();
  const inField = (act: () => void) => {
    act();
    stage.focusField();
  };
  return (
    <section ref={height} data-immersive className="chat-stage" style={lit(persona.hueDegrees)}>
      <ChatHeader persona={persona} title={conversation.title} priceMicrocoins={chat.priceMicrocoins}>
        <ConversationMore
          conversation={conversation}
          onChange={stage.setConversation}
          onHelp={() => stage.setHelp(true)}
        />
      </ChatHeader>
      <div className="relative min-h-0 flex-1">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer */}
        <section ref={refs.scroller} aria-label="Messages" tabIndex={0} className="chat-scroller">
          <div ref={refs.log} className="chat-lines">
            <Opening
              persona={persona}
              olderCursor={chat.transcript.olderCursor}
              loading={chat.loadingOlder}
              onOlder={chat.loadOlder}
              scroller={refs.scroller}
            />
            <ChatActionsContext value={stage.actions}>
              <ChatStateContext value={stage.state}>
                <TranscriptLog lines={lines} persona={persona} />
                <StageSheets
                  conversation={conversation}
                  lines={lines}
                  menu={stage.menu}
                  onCloseMenu={stage.closeMenu}
                  onRemove={chat.remove}
                  help={stage.help}
                  onCloseHelp={() => stage.setHelp(false)}
                />
              </ChatStateContext>
            </ChatActionsContext>
          </div>
        </section>
        {stage.lost ? <ConnectionLine waiting={stage.waiting} /> : null}
        {stage.atEnd ? null : (
          <ToLatest speaking={chat.running !== null} fresh={stage.unseen} onPress={() => inField(stage.toEnd)} />
        )}
      </div>
      <Foot stage={stage} inField={inField} />
      <FinishedAnnouncer lines={lines} name={persona.name} />
      {notices.topUp === 'never' ? null : (
        <Suspense fallback={null}>
          <TopUpSheet
            open={notices.topUp === 'open'}
            onClose={() => inField(() => notices.setTopUp(false))}
            persona={persona}
            priceMicrocoins={chat.priceMicrocoins}
          />
        </Suspense>
      )}
    </section>
  );
}

interface FootProps {
  stage: ReturnType<typeof useStage>;
  inField: (act: () => void) => void;
}

/** Under the log: ways to begin, what stands in the way, and where the fan writes. */
function Foot({ stage, inField }: FootProps) {
  const { conversation, chat, draft, lines, notices } = stage;
  const { persona, available } = conversation;
  const fresh = lines.every((line) => line.kind === 'reply');
  return (
    <div className="composer">
      {fresh && available && draft.text === '' ? (
        <Starters starters={conversation.starters} onPick={(text) => inField(() => draft.setDraft(text))} />
      ) : null}
      {notices.notice === null ? null : (
        <Suspense fallback={null}>
          <ComposerNotice
            notice={notices.notice}
            name={persona.name}
            byTokens={stage.state.byTokens}
            onTopUp={() => notices.setTopUp(true)}
            onSend={stage.send}
            onHideLow={() => inField(notices.hideLow)}
          />
        </Suspense>
      )}
      {available ? (
        <Composer
          ref={stage.refs.field}
          name={persona.name}
          text={draft.text}
          priceMicrocoins={chat.priceMicrocoins}
          byTokens={stage.state.byTokens}
          running={chat.running !== null}
          stopping={chat.stopping}
          onText={draft.setDraft}
          onSend={stage.send}
          onStop={() => inField(() => void chat.stop())}
          onEditLast={stage.editLast}
        />
      ) : (
        <p className="px-2 py-3 text-center text-muted">
          {persona.name} has left the stage. What you said to each other stays here.
        </p>
      )}
    </div>
  );
}
