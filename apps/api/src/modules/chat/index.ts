export { ChatModule } from './chat.module.ts';
