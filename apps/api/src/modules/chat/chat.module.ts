import { Module } from '@nestjs/common';
import { CoinModule } from '../coin/index.ts';
import { LlmModule } from '../llm/index.ts';
import { ModerationModule } from '../moderation/index.ts';
import { PersonaModule } from '../persona/index.ts';
import { AdmitMessageService } from './admit-message.service.ts';
import { AnnounceMoneyService } from './announce-money.service.ts';
import { ChargeMessageService } from './charge-message.service.ts';
import { ChatController } from './chat.controller.ts';
import { ChatGateway } from './chat.gateway.ts';
import { ChatRepository } from './chat.repository.ts';
import { ChatStreamController } from './chat-stream.controller.ts';
import { ConversationController } from './conversation.controller.ts';
import { ConversationRepository } from './conversation.repository.ts';
import { ConversationLookups } from './conversation-lookups.ts';
import { DeleteConversationService } from './delete-conversation.service.ts';
import { DeleteMessageService } from './delete-message.service.ts';
import { DescribeChargesService } from './describe-charges.service.ts';
import { DescribeStageService } from './describe-stage.service.ts';
import { DraftExchangeService } from './draft-exchange.service.ts';
import { EarlierExchangeService } from './earlier-exchange.service.ts';
import { ExportRepository } from './export.repository.ts';
import { ExportConversationService } from './export-conversation.service.ts';
import { FinishQueue } from './finish-queue.ts';
import { FollowReplyService } from './follow-reply.service.ts';
import { FreeExchangeService } from './free-exchange.service.ts';
import { GenerateReplyService } from './generate-reply.service.ts';
import { HoldMessageService } from './hold-message.service.ts';
import { InspectPromptService } from './inspect-prompt.service.ts';
import { JoinRoomService } from './join-room.service.ts';
import { JudgeReplyService } from './judge-reply.service.ts';
import { KeepLoreService } from './keep-lore.service.ts';
import { KeepMemoryService } from './keep-memory.service.ts';
import { KeepMessagesService } from './keep-messages.service.ts';
import { KnownPaths } from './known-paths.ts';
import { ListConversationsService } from './list-conversations.service.ts';
import { LoreRepository } from './lore.repository.ts';
import { LorebookTrialController } from './lorebook-trial.controller.ts';
import { MemoryRepository } from './memory.repository.ts';
import { MessageController } from './message.controller.ts';
import { PlaceMessageService } from './place-message.service.ts';
import { ReactToMessageService } from './react-to-message.service.ts';
import { ReadConversationService } from './read-conversation.service.ts';
import { RememberService } from './remember.service.ts';
import { ReplyRepository } from './reply.repository.ts';
import { ReportMessageRepository } from './report-message.repository.ts';
import { ReportMessageService } from './report-message.service.ts';
import { RunningReplies } from './running-replies.ts';
import { SendRepository } from './send.repository.ts';
import { SendMessageService } from './send-message.service.ts';
import { SendQueue } from './send-queue.ts';
import { SettleReplyService } from './settle-reply.service.ts';
import { ShowBranchService } from './show-branch.service.ts';
import { StartConversationService } from './start-conversation.service.ts';
import { StartGenerationService } from './start-generation.service.ts';
import { StopReplyService } from './stop-reply.service.ts';
import { StreamReplyService } from './stream-reply.service.ts';
import { SweepRepliesService } from './sweep-replies.service.ts';
import { TryLorebookService } from './try-lorebook.service.ts';
import { UpdateConversationService } from './update-conversation.service.ts';

@Module({
  imports: [CoinModule, LlmModule, ModerationModule, PersonaModule],
  controllers: [
    ChatStreamController,
    ChatController,
    ConversationController,
    MessageController,
    LorebookTrialController,
  ],
  providers: [
    ChatGateway,
    ChatRepository,
    ReplyRepository,
    RunningReplies,
    SendQueue,
    StartConversationService,
    ReadConversationService,
    JoinRoomService,
    SendMessageService,
    AdmitMessageService,
    ReportMessageService,
    ReportMessageRepository,
    ChargeMessageService,
    FreeExchangeService,
    EarlierExchangeService,
    ConversationLookups,
    InspectPromptService,
    PlaceMessageService,
    KnownPaths,
    FinishQueue,
    FollowReplyService,
    StreamReplyService,
    HoldMessageService,
    DraftExchangeService,
    LoreRepository,
    KeepLoreService,
    TryLorebookService,
    SendRepository,
    KeepMessagesService,
    StartGenerationService,
    GenerateReplyService,
    SettleReplyService,
    JudgeReplyService,
    AnnounceMoneyService,
    StopReplyService,
    SweepRepliesService,
    DescribeChargesService,
    DescribeStageService,
    ConversationRepository,
    ListConversationsService,
    UpdateConversationService,
    DeleteConversationService,
    ShowBranchService,
    DeleteMessageService,
    ReactToMessageService,
    ExportRepository,
    ExportConversationService,
    MemoryRepository,
    KeepMemoryService,
    RememberService,
  ],
})
export class ChatModule {}
