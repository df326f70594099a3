import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { InjectEnv } from '../config/config.module.ts';
import type { Env } from '../config/env.ts';
import { AppError } from '../errors/app-error.ts';
import { ACCESS_TOKEN_ALGORITHM, ACCESS_TOKEN_ISSUER, actorOfClaims } from './access-token.ts';
import type { Actor } from './actor.ts';
import { OpenSessions } from './open-sessions.ts';

/** Checks `Authorization: Bearer <access token>` for HTTP routes and for the socket's handshake alike. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @InjectEnv() env: Env,
    private readonly sessions: OpenSessions,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: env.JWT_SECRET,
      // Named, so that a token can't choose `none` or another key's algorithm.
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: ACCESS_TOKEN_ISSUER,
    });
  }

  async validate(payload: unknown): Promise<Actor> {
    const actor = actorOfClaims(payload);
    if (actor === undefined || !(await this.sessions.isOpen(actor)))
      throw new AppError('unauthenticated', 'Please sign in');
    return actor;
  }
}
