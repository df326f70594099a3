import { EventEmitter } from 'node:events';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LIMITS } from '@troupe/contracts/limits';
import { type ActiveReply, activeReply } from '@troupe/contracts/socket/events';
import { z } from 'zod';
import { Realtime } from '../../platform/realtime/realtime.service.ts';

/** Why a running reply is told to end. */
export type StopReason = 'stop' | 'blocked' | 'lease-lost' | 'shutdown';

/** A reply that this process is generating. */
export class RunningReply {
  text = '';
  /** The number of the last delta that was told, and how many characters were told with all of them. */
  seq = 0;
  toldChars = 0;
  /** What the last save held, and when it was. */
  savedChars = 0;
  savedAtMs = Date.now();
  readonly abort = new AbortController();
  /** `changed` whenever text was told, and at the end. */
  readonly changes = new EventEmitter<{ changed: [] }>();
  /** The first half of a surrogate pair whose second half is still to come. */
  private half = '';

  constructor(
    readonly replyId: string,
    readonly conversationId: string,
  ) {}

  /** Takes a chunk in and returns what of it may be shown: well-formed text without NUL, which Postgres can't hold, up to the limit. */
  take(chunk: string): string {
    const room = LIMITS.replyCharsMax - this.text.length;
    const whole = (this.half + chunk.replaceAll('\0', '')).slice(0, room);
    // A provider cuts chunks at any code unit; half a character is shown when it is whole, or never.
    this.half = /[\ud800-\udbff]$/.test(whole) ? whole.slice(-1) : '';
    const text = whole.slice(0, whole.length - this.half.length).toWellFormed();
    this.text += text;
    return text;
  }

  /** The next delta: all that was taken and not told yet. */
  tell(): { seq: number; text: string } {
    const text = this.text.slice(this.toldChars);
    this.toldChars = this.text.length;
    this.seq += 1;
    this.changes.emit('changed');
    return { seq: this.seq, text };
  }

  /** What anybody may have read: it is all that is saved before the end. */
  get told(): string {
    return this.text.slice(0, this.toldChars);
  }

  get isFull(): boolean {
    return this.text.length + this.half.length >= LIMITS.replyCharsMax;
  }

  /** Ends the generation and, through the signal, the provider's connection. The first reason counts. */
  end(reason: StopReason): void {
    this.abort.abort(reason);
  }

  get endReason(): StopReason | undefined {
    return this.abort.signal.aborted ? (this.abort.signal.reason as StopReason) : undefined;
  }
}

/** The replies that this process is generating now, for late joiners, stops and shutdown. */
const activeQuestion = z.strictObject({ conversationId: z.uuid() });
const stopWish = z.strictObject({ replyId: z.uuid() });
const activeAnswers = z.array(z.array(activeReply));

@Injectable()
export class RunningReplies implements OnModuleInit {
  private readonly byId = new Map<string, { reply: RunningReply; ended: Promise<void> }>();

  constructor(private readonly realtime: Realtime) {}

  onModuleInit(): void {
    this.realtime.answerServers('chat:active', (asked) => this.runningIn(activeQuestion.parse(asked).conversationId));
    this.realtime.answerServers('chat:stop', (asked) => this.endHere(stopWish.parse(asked).replyId));
  }

  add(reply: RunningReply, ended: Promise<void>): void {
    this.byId.set(reply.replyId, { reply, ended });
    void ended.finally(() => {
      this.byId.delete(reply.replyId);
      reply.changes.emit('changed');
    });
  }

  find(replyId: string): RunningReply | undefined {
    return this.byId.get(replyId)?.reply;
  }

  /** The streams of a conversation as far as they have come, in whichever process they run. */
  async activeIn(conversationId: string): Promise<ActiveReply[]> {
    const answers = await this.realtime.askServers('chat:active', { conversationId });
    return [...this.runningIn(conversationId), ...activeAnswers.parse(answers).flat()];
  }

  /** Ends a reply at the fan's wish, in whichever process it runs; one that can't be told learns it with its next save. */
  async stop(replyId: string): Promise<void> {
    if (!this.endHere(replyId)) await this.realtime.askServers('chat:stop', { replyId });
  }

  private endHere(replyId: string): boolean {
    const reply = this.find(replyId);
    reply?.end('stop');
    return reply !== undefined;
  }

  private runningIn(conversationId: string): ActiveReply[] {
    return [...this.byId.values()]
      .filter(({ reply }) => reply.conversationId === conversationId)
      .map(({ reply }) => ({ replyId: reply.replyId, seq: reply.seq, text: reply.told }));
  }

  endAll(reason: StopReason): void {
    for (const { reply } of this.byId.values()) reply.end(reason);
  }

  get count(): number {
    return this.byId.size;
  }

  /** Resolves when every reply that runs now has ended. */
  async allEnded(): Promise<void> {
    await Promise.allSettled([...this.byId.values()].map(({ ended }) => ended));
  }
}
