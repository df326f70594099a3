import { type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { AppError } from '../errors/app-error.ts';
import { toAppError } from '../errors/to-app-error.ts';

const PUBLIC = 'platform:public';

/** Opens a route to visitors. Every other route needs an access token: forgetting a decorator closes a door, never opens one. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

const OPEN_TO_ALL = 'platform:open-to-all';

/** Like `@Public()`, but whoever shows a good access token is known. A bad one makes a visitor of its bearer. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN_TO_ALL, true);

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
    const open = this.has(PUBLIC, context) && !this.has(OPEN_TO_ALL, context);
    return open ? true : super.canActivate(context);
  }

  override handleRequest<User>(error: unknown, user: User | false, _: unknown, context: ExecutionContext): User {
    // A bad token comes as no user. An error is ours, such as a database that is away, and no reason to sign anybody out.
    const problem = error ? toAppError(error) : undefined;
    const isVisitor = !user && (problem === undefined || problem.code === 'unauthenticated');
    // Passport puts it where a user would be: none.
    if (isVisitor && this.has(OPEN_TO_ALL, context)) return undefined as User;
    if (problem !== undefined) throw problem;
    if (!user) throw new AppError('unauthenticated', 'Please sign in');
    return user;
  }

  private has(mark: string, context: ExecutionContext): boolean {
    return (
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) === true
    );
  }
}
