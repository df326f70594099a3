export { SIGNED_IN, type SignedIn, USER_REGISTERED, type UserRegistered } from './auth.events.ts';
export { AuthFacade } from './auth.facade.ts';
export { AuthModule } from './auth.module.ts';
