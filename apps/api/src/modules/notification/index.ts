export { NotificationFacade } from './notification.facade.ts';
export { NotificationModule } from './notification.module.ts';
export type { NotificationSource, Reader } from './sources.ts';
