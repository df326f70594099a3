import { Injectable } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import type { DoneAck, JoinRoomAck } from '@troupe/contracts/socket/events';
import type { Actor } from '../../platform/auth/actor.ts';
import type { RealtimeSocket } from '../../platform/realtime/realtime.service.ts';
import { tooManyRooms } from './chat.errors.ts';
import { conversationRoom, isConversationRoom } from './chat.rooms.ts';
import { ReadConversationService } from './read-conversation.service.ts';
import { RunningReplies } from './running-replies.ts';

@Injectable()
export class JoinRoomService {
  constructor(
    private readonly conversations: ReadConversationService,
    private readonly running: RunningReplies,
  ) {}

  /** Lets a socket watch its fan's own conversation; answers with the streams as far as they have come. Throws `not_found`. */
  async join(socket: RealtimeSocket, actor: Actor, conversationId: string): Promise<JoinRoomAck> {
    await this.conversations.requireOwn(conversationId, actor.userId);
    const room = conversationRoom(conversationId);
    // Counted and joined without a wait between, so that requests that come at once don't all find the last place free.
    const watched = [...socket.rooms].filter(isConversationRoom).length;
    if (!socket.rooms.has(room) && watched >= LIMITS.roomsPerSocketMax) throw tooManyRooms();
    await socket.join(room);
    // Read after joining: a delta in between is then seen twice, which `seq` tells, and never missed.
    return { ok: true, active: await this.running.activeIn(conversationId) };
  }

  /** Leaving a room one is not in is no error. */
  async leave(socket: RealtimeSocket, conversationId: string): Promise<DoneAck> {
    await socket.leave(conversationRoom(conversationId));
    return { ok: true };
  }
}
