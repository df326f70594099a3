import { Module } from '@nestjs/common';
import { LlmFacade } from './llm.facade.ts';

@Module({ providers: [LlmFacade], exports: [LlmFacade] })
export class LlmModule {}
