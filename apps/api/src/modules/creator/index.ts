export { CreatorModule } from './creator.module.ts';
