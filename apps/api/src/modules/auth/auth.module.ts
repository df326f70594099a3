import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.ts';
import { AuthFacade } from './auth.facade.ts';
import { AuthRepository } from './auth.repository.ts';
import { EndSessionService } from './end-session.service.ts';
import { LoginService } from './login.service.ts';
import { OpenSessionService } from './open-session.service.ts';
import { Passwords } from './passwords.ts';
import { PurgeSessionsService } from './purge-sessions.service.ts';
import { RegisterUserService } from './register-user.service.ts';
import { RotateSessionService } from './rotate-session.service.ts';

@Module({
  controllers: [AuthController],
  providers: [
    AuthRepository,
    Passwords,
    OpenSessionService,
    EndSessionService,
    RegisterUserService,
    LoginService,
    RotateSessionService,
    PurgeSessionsService,
    AuthFacade,
  ],
  exports: [AuthFacade],
})
export class AuthModule {}
