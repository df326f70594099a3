import { type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { AppError } from '../errors/app-error.ts';
import { toAppError } from '../errors/to-app-error.ts';

const PUBLIC = 'platform:public';

/** Opens a route to visitors. Every other route needs an access token: forgetting a decorator closes a door, never opens one. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override canActivate(
    context: ExecutionContext,
  ): ReturnType<InstanceType<ReturnType<typeof AuthGuard>>['canActivate']> {
    // Sockets were authenticated at their handshake.
    if (context.getType() !== 'http') return true;
    const open = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    return open === true ? true : super.canActivate(context);
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    // A bad token comes as no user. An error is ours, such as a database that is away, and no reason to sign anybody out.
    if (error) throw toAppError(error);
    if (!user) throw new AppError('unauthenticated', 'Please sign in');
    return user;
  }
}
