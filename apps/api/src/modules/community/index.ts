export { CommunityFacade } from './community.facade.ts';
export { CommunityModule } from './community.module.ts';
