import { type DynamicModule, Inject, Module } from '@nestjs/common';
import type { Env } from './env.ts';

/** The token of the checked configuration, for factories. */
export const ENV = Symbol('ENV');

/** Injects the checked configuration; nothing else reads `process.env`. */
export const InjectEnv = (): ParameterDecorator => Inject(ENV);

@Module({})
export class ConfigModule {
  static forRoot(env: Env): DynamicModule {
    return { module: ConfigModule, global: true, providers: [{ provide: ENV, useValue: env }], exports: [ENV] };
  }
}
