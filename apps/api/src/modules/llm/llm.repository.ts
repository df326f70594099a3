import { Injectable } from '@nestjs/common';
import type { Database } from '@troupe/database';
import { InjectDatabase } from '../../platform/database/database.module.ts';
import type { CatalogueEntry } from './domain/catalogue.ts';

const MODELS_MAX = 200;
const ROUTES_MAX = 20;

@Injectable()
export class LlmRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  /** The models that are offered, in the order in which people see them. */
  async activeModels(): Promise<CatalogueEntry[]> {
    const rows = await this.database.prisma.llmModel.findMany({
      where: { active: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      take: MODELS_MAX,
      select: {
        name: true,
        description: true,
        contextTokens: true,
        abilities: true,
        inputMicrocoins: true,
        outputMicrocoins: true,
        routes: { select: { provider: true, upstream: true }, take: ROUTES_MAX },
      },
    });
    return rows.map(({ inputMicrocoins, outputMicrocoins, routes, ...model }) => ({
      ...model,
      inputMicrocoinsPer1000Tokens: inputMicrocoins,
      outputMicrocoinsPer1000Tokens: outputMicrocoins,
      upstreams: new Map(routes.map(({ provider, upstream }) => [provider, upstream])),
    }));
  }
}
