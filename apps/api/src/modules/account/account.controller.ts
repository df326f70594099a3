import { Controller, Get } from '@nestjs/common';
import type { Me } from '@troupe/contracts/http/auth';
import { type Actor, CurrentActor } from '../../platform/auth/actor.ts';
import { ReadMeService } from './read-me.service.ts';

/** `/auth/me` joins the user with their balance; auth itself knows no coins. */
@Controller('auth')
export class AccountController {
  constructor(private readonly readMe: ReadMeService) {}

  @Get('me')
  async me(@CurrentActor() actor: Actor): Promise<Me> {
    return this.readMe.me(actor.userId);
  }
}
