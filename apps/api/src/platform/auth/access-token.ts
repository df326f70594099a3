import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { age, role } from '@troupe/contracts/http/auth';
import { z } from 'zod';
import { InjectEnv } from '../config/config.module.ts';
import type { Env } from '../config/env.ts';
import type { Actor } from './actor.ts';

export const ACCESS_TOKEN_ISSUER = 'troupe';
export const ACCESS_TOKEN_ALGORITHM = 'HS256';

/** The claims of our access tokens. A token that was signed by us but has another shape is refused. */
const claims = z.object({
  sub: z.uuid(),
  name: z.string(),
  sid: z.uuid(),
  roles: z.array(role),
  // Tokens of an earlier version say nothing of it.
  age: z.optional(age),
  exp: z.int(),
});

export function actorOfClaims(payload: unknown): Actor | undefined {
  const result = claims.safeParse(payload);
  if (!result.success) return undefined;
  const { sub, name, sid, roles, exp } = result.data;
  return { userId: sub, name, sessionId: sid, roles, age: result.data.age ?? 'unknown', expiresAtSeconds: exp };
}

/** Signs access tokens; the passport strategy checks them. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    @InjectEnv() private readonly env: Env,
  ) {}

  async sign(
    actor: Pick<Actor, 'userId' | 'name' | 'sessionId' | 'roles' | 'age'>,
  ): Promise<{ token: string; expiresInSeconds: number }> {
    const expiresInSeconds = this.env.JWT_LIFETIME_SECONDS;
    const token = await this.jwt.signAsync(
      { sub: actor.userId, name: actor.name, sid: actor.sessionId, roles: actor.roles, age: actor.age },
      {
        secret: this.env.JWT_SECRET,
        algorithm: ACCESS_TOKEN_ALGORITHM,
        issuer: ACCESS_TOKEN_ISSUER,
        expiresIn: expiresInSeconds,
      },
    );
    return { token, expiresInSeconds };
  }
}
