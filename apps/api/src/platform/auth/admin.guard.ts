import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Actor, requireRole } from './actor.ts';

/** Keeps a controller's routes to admins. Before anything of the request is looked at: to everybody else they are not there, whatever was sent. */
@Injectable()
export class AdminGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    requireRole(context.switchToHttp().getRequest<{ user: Actor }>().user, 'admin');
    return true;
  }
}
