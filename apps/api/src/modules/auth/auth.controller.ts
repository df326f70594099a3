import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  type AuthSession,
  type LoginRequest,
  loginRequest,
  type RefreshRequest,
  type RegisterRequest,
  refreshRequest,
  registerRequest,
} from '@troupe/contracts/http/auth';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/auth/access.guard.ts';
import { ClientAddresses } from '../../platform/network/client-addresses.ts';
import { RateLimited } from '../../platform/rate-limit/rate-limit.guard.ts';
import { ValidBody } from '../../platform/validation/validate.ts';
import { LoginService } from './login.service.ts';
import type { Visitor } from './open-session.service.ts';
import { RegisterUserService } from './register-user.service.ts';
import { RotateSessionService } from './rotate-session.service.ts';

@Public()
@Controller('auth')
export class AuthController {
  constructor(
    private readonly registration: RegisterUserService,
    private readonly logins: LoginService,
    private readonly sessions: RotateSessionService,
    private readonly addresses: ClientAddresses,
  ) {}

  @RateLimited('auth')
  @Post('register')
  async register(
    @ValidBody(registerRequest) body: RegisterRequest,
    @Req() request: FastifyRequest,
  ): Promise<AuthSession> {
    return this.registration.register(body, this.visitorOf(request));
  }

  @RateLimited('auth')
  @Post('login')
  @HttpCode(200)
  async login(@ValidBody(loginRequest) body: LoginRequest, @Req() request: FastifyRequest): Promise<AuthSession> {
    return this.logins.login(body, this.visitorOf(request));
  }

  @Post('refresh')
  @HttpCode(200)
  async refresh(@ValidBody(refreshRequest) body: RefreshRequest): Promise<AuthSession> {
    return this.sessions.rotate(body.refreshToken);
  }

  @Post('logout')
  @HttpCode(204)
  async logout(@ValidBody(refreshRequest) body: RefreshRequest): Promise<void> {
    await this.sessions.end(body.refreshToken);
  }

  private visitorOf({ raw, headers }: FastifyRequest): Visitor {
    return { userAgent: headers['user-agent'] ?? '', deviceId: this.addresses.deviceOf(raw) };
  }
}
