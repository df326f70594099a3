import { Injectable, Logger } from '@nestjs/common';
import { CLIENT_EVENTS, type ClientEventName, type Refusal } from '@troupe/contracts/socket/events';
import type { z } from 'zod';
import type { Actor } from '../auth/actor.ts';
import { logError } from '../errors/http-error.filter.ts';
import { toAppError } from '../errors/to-app-error.ts';
import { RateLimits } from '../rate-limit/rate-limits.ts';
import { parseOrThrow } from '../validation/validate.ts';
import type { RealtimeSocket } from './realtime.service.ts';

type Payload<Name extends ClientEventName> = z.output<(typeof CLIENT_EVENTS)[Name]['payload']>;
type Ack<Name extends ClientEventName> = z.infer<(typeof CLIENT_EVENTS)[Name]['ack']>;

/** The one way in for client events: counts them, checks the payload, and turns whatever is thrown into a refusal. */
@Injectable()
export class SocketAnswers {
  private readonly logger = new Logger('Socket');

  constructor(private readonly limits: RateLimits) {}

  async answer<Name extends ClientEventName>(
    event: Name,
    socket: RealtimeSocket,
    payload: unknown,
    handle: (actor: Actor, payload: Payload<Name>) => Promise<Ack<Name>>,
  ): Promise<Ack<Name> | Refusal> {
    try {
      // By user: a bucket for each connection would be filled anew by connecting again.
      await this.limits.takeOrThrow('socket-events', socket.data.actor.userId);
      const parsed = parseOrThrow(CLIENT_EVENTS[event].payload, payload) as Payload<Name>;
      return await handle(socket.data.actor, parsed);
    } catch (thrown) {
      const error = toAppError(thrown);
      logError(this.logger, error, event);
      return { ok: false, code: error.code, message: error.message };
    }
  }
}
