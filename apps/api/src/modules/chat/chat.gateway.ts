import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { DoneAck, JoinRoomAck, SendMessageAck } from '@troupe/contracts/socket/events';
import type { RealtimeSocket } from '../../platform/realtime/realtime.service.ts';
import { SocketAnswers } from '../../platform/realtime/socket-answers.ts';
import { JoinRoomService } from './join-room.service.ts';
import { SendMessageService } from './send-message.service.ts';
import { StopReplyService } from './stop-reply.service.ts';

@WebSocketGateway()
export class ChatGateway {
  constructor(
    private readonly answers: SocketAnswers,
    private readonly rooms: JoinRoomService,
    private readonly sending: SendMessageService,
    private readonly stopping: StopReplyService,
  ) {}

  @SubscribeMessage('joinRoom')
  async joinRoom(@ConnectedSocket() socket: RealtimeSocket, @MessageBody() body: unknown): Promise<JoinRoomAck> {
    return this.answers.answer('joinRoom', socket, body, (actor, payload) =>
      this.rooms.join(socket, actor, payload.conversationId),
    );
  }

  @SubscribeMessage('leaveRoom')
  async leaveRoom(@ConnectedSocket() socket: RealtimeSocket, @MessageBody() body: unknown): Promise<DoneAck> {
    return this.answers.answer('leaveRoom', socket, body, (_, payload) =>
      this.rooms.leave(socket, payload.conversationId),
    );
  }

  @SubscribeMessage('sendMessage')
  async sendMessage(@ConnectedSocket() socket: RealtimeSocket, @MessageBody() body: unknown): Promise<SendMessageAck> {
    return this.answers.answer('sendMessage', socket, body, (actor, payload) =>
      this.sending.send(actor, { kind: 'send', ...payload }),
    );
  }

  @SubscribeMessage('editMessage')
  async editMessage(@ConnectedSocket() socket: RealtimeSocket, @MessageBody() body: unknown): Promise<SendMessageAck> {
    return this.answers.answer('editMessage', socket, body, (actor, payload) =>
      this.sending.send(actor, { kind: 'edit', ...payload }),
    );
  }

  @SubscribeMessage('regenerate')
  async regenerate(@ConnectedSocket() socket: RealtimeSocket, @MessageBody() body: unknown): Promise<SendMessageAck> {
    return this.answers.answer('regenerate', socket, body, (actor, payload) =>
      this.sending.send(actor, { kind: 'regenerate', ...payload }),
    );
  }

  @SubscribeMessage('continueReply')
  async continueReply(
    @ConnectedSocket() socket: RealtimeSocket,
    @MessageBody() body: unknown,
  ): Promise<SendMessageAck> {
    return this.answers.answer('continueReply', socket, body, (actor, payload) =>
      this.sending.send(actor, { kind: 'continue', ...payload }),
    );
  }

  @SubscribeMessage('stopGeneration')
  async stopGeneration(@ConnectedSocket() socket: RealtimeSocket, @MessageBody() body: unknown): Promise<DoneAck> {
    return this.answers.answer('stopGeneration', socket, body, async (actor, payload) => {
      await this.stopping.stop(actor.userId, payload.replyId);
      return { ok: true };
    });
  }
}
