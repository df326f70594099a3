import { Injectable } from '@nestjs/common';
import {
  type PersonaContent,
  type PersonaPrice,
  type PersonaStatus,
  personaContent,
} from '@troupe/contracts/http/creator-persona';
import { listedMicrocoins } from '@troupe/contracts/pricing';
import { type Database, Prisma, type Tx } from '@troupe/database';
import { InjectDatabase } from '../../../platform/database/database.module.ts';

type StudioTx = Pick<Tx, 'persona' | '$queryRaw'>;

const FRAME_FIELDS = {
  id: true,
  creatorId: true,
  slug: true,
  status: true,
  revision: true,
  chatCount: true,
  createdAt: true,
  publishedAt: true,
} as const;
const BRIEF_FIELDS = {
  ...FRAME_FIELDS,
  name: true,
  hook: true,
  hueDegrees: true,
  portraitKey: true,
  mature: true,
  priceMicrocoins: true,
  baseMicrocoins: true,
  inputRateMicrocoins: true,
  outputRateMicrocoins: true,
} as const;
const WHOLE_FIELDS = {
  ...BRIEF_FIELDS,
  description: true,
  looks: true,
  category: true,
  tags: true,
  personality: true,
  scenario: true,
  sliders: true,
  systemPrompt: true,
  postHistory: true,
  greeting: true,
  alternativeGreetings: true,
  exampleDialogue: true,
  starters: true,
  voice: true,
  lorebookKey: true,
  cardKey: true,
  nickname: true,
} as const;
type BriefRow = Prisma.PersonaGetPayload<{ select: typeof BRIEF_FIELDS }>;
type WholeRow = Prisma.PersonaGetPayload<{ select: typeof WHOLE_FIELDS }>;

/** What is not its creator's to write. */
export interface PersonaFrame {
  id: string;
  creatorId: string;
  slug: string;
  status: PersonaStatus;
  revision: number;
  chatCount: number;
  createdAt: Date;
  publishedAt: Date | null;
}
export type PersonaLine = PersonaFrame &
  Pick<PersonaContent, 'name' | 'hook' | 'hueDegrees' | 'mature' | 'price' | 'pictureKey'>;
export interface WrittenPersona extends PersonaFrame {
  content: PersonaContent;
}

/** Personas as their creators write them; deleted ones are not there. */
@Injectable()
export class StudioRepository {
  constructor(@InjectDatabase() private readonly database: Database) {}

  async isCreator(userId: string): Promise<boolean> {
    return (await this.database.prisma.creator.count({ where: { userId } })) === 1;
  }

  async countOwn(creatorId: string): Promise<number> {
    return this.database.prisma.persona.count({ where: { creatorId, deletedAt: null } });
  }

  /** The newest first, below `beforeId`. */
  async listOwn(creatorId: string, beforeId: string | undefined, limit: number): Promise<PersonaLine[]> {
    const rows = await this.database.prisma.persona.findMany({
      where: { creatorId, deletedAt: null, ...(beforeId === undefined ? {} : { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: limit,
      select: BRIEF_FIELDS,
    });
    return rows.map(toLine);
  }

  async findOwn(creatorId: string, id: string): Promise<WrittenPersona | undefined> {
    return toWritten(
      await this.database.prisma.persona.findFirst({ where: { id, creatorId, deletedAt: null }, select: WHOLE_FIELDS }),
    );
  }

  /** The same, and until the transaction ends nobody else changes it. Chats go on meanwhile. */
  async lockOwn(tx: StudioTx, creatorId: string, id: string): Promise<WrittenPersona | undefined> {
    await tx.$queryRaw`SELECT FROM persona WHERE id = ${id}::uuid AND creator_id = ${creatorId}::uuid FOR NO KEY UPDATE`;
    return toWritten(await tx.persona.findFirst({ where: { id, creatorId, deletedAt: null }, select: WHOLE_FIELDS }));
  }

  async insert(
    tx: StudioTx,
    frame: { id: string; creatorId: string; slug: string },
    content: PersonaContent,
  ): Promise<WrittenPersona> {
    const row = await tx.persona.create({ data: { ...frame, ...toColumns(content) }, select: WHOLE_FIELDS });
    return toPersona(row);
  }

  async update(tx: StudioTx, id: string, content: PersonaContent): Promise<WrittenPersona> {
    return toPersona(await tx.persona.update({ where: { id }, data: toColumns(content), select: WHOLE_FIELDS }));
  }

  async publish(tx: StudioTx, id: string, slug: string, publishedAt: Date): Promise<WrittenPersona> {
    const data = { status: 'published', slug, publishedAt } as const;
    return toPersona(await tx.persona.update({ where: { id }, data, select: WHOLE_FIELDS }));
  }

  async unpublish(tx: StudioTx, id: string): Promise<WrittenPersona> {
    return toPersona(await tx.persona.update({ where: { id }, data: { status: 'unpublished' }, select: WHOLE_FIELDS }));
  }

  /** What was published is unpublished with it. */
  async markDeleted(tx: StudioTx, { id, status }: PersonaFrame, at: Date): Promise<void> {
    const gone = status === 'published' ? ({ status: 'unpublished' } as const) : {};
    await tx.persona.update({ where: { id }, data: { ...gone, deletedAt: at }, select: { id: true } });
  }

  /** Until the transaction ends, nobody else takes this slug. */
  async isSlugFree(tx: Pick<Tx, 'persona' | '$executeRaw'>, slug: string): Promise<boolean> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('slug:' || ${slug}::text, 0))`;
    return (await tx.persona.count({ where: { slug } })) === 0;
  }
}

function toColumns({ pictureKey, price, ...content }: PersonaContent) {
  return { ...content, portraitKey: pictureKey ?? '', ...priceColumns(price) };
}

function priceColumns(price: PersonaPrice) {
  const priceMicrocoins = BigInt(listedMicrocoins(price));
  if (price.kind === 'flat') {
    return { priceMicrocoins, baseMicrocoins: null, inputRateMicrocoins: null, outputRateMicrocoins: null };
  }
  return {
    priceMicrocoins,
    baseMicrocoins: BigInt(price.baseMicrocoins),
    inputRateMicrocoins: BigInt(price.inputRateMicrocoins),
    outputRateMicrocoins: BigInt(price.outputRateMicrocoins),
  };
}

function toPrice(row: BriefRow): PersonaPrice {
  const { baseMicrocoins, inputRateMicrocoins, outputRateMicrocoins } = row;
  if (baseMicrocoins === null || inputRateMicrocoins === null || outputRateMicrocoins === null) {
    return { kind: 'flat', priceMicrocoins: Number(row.priceMicrocoins) };
  }
  return {
    kind: 'tokens',
    baseMicrocoins: Number(baseMicrocoins),
    inputRateMicrocoins: Number(inputRateMicrocoins),
    outputRateMicrocoins: Number(outputRateMicrocoins),
  };
}

function toLine(row: BriefRow): PersonaLine {
  const {
    portraitKey,
    priceMicrocoins: _p,
    baseMicrocoins: _b,
    inputRateMicrocoins: _i,
    outputRateMicrocoins: _o,
    ...line
  } = row;
  return { ...line, pictureKey: portraitKey === '' ? null : portraitKey, price: toPrice(row) };
}

const toWritten = (row: WholeRow | null): WrittenPersona | undefined => (row === null ? undefined : toPersona(row));

function toPersona(row: WholeRow): WrittenPersona {
  const { id, creatorId, slug, status, revision, chatCount, createdAt, publishedAt, ...columns } = row;
  const {
    portraitKey,
    priceMicrocoins: _p,
    baseMicrocoins: _b,
    inputRateMicrocoins: _i,
    outputRateMicrocoins: _o,
    ...written
  } = columns;
  const pictureKey = portraitKey === '' ? null : portraitKey;
  // Parsed, because sliders, voice and dialogue are JSON in the table.
  const content = personaContent.parse({ ...written, pictureKey, price: toPrice(row) });
  return { id, creatorId, slug, status, revision, chatCount, createdAt, publishedAt, content };
}
