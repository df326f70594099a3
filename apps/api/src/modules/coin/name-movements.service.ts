import { Injectable } from '@nestjs/common';
import type { Person, TransactionSubject } from '@troupe/contracts/http/coin';
import { Directory } from './directory.ts';
import { MovementsRepository } from './movements.repository.ts';

export interface MovementNames {
  kind: number;
  counterpart: Person | null;
  subject: TransactionSubject | null;
  note: string | null;
}

/** Gives gifts, tips and swaps their names: the other side, the persona and the note. */
@Injectable()
export class NameMovementsService {
  constructor(
    private readonly repository: MovementsRepository,
    private readonly directory: Directory,
  ) {}

  /** Names of those journals that are movements of this owner; the others are left out. */
  async names(ownerId: string, journals: readonly bigint[]): Promise<ReadonlyMap<bigint, MovementNames>> {
    if (journals.length === 0) return new Map();
    const rows = await this.repository.namesOf(ownerId, journals);
    const [people, personas] = await Promise.all([
      this.directory.namesOf([...new Set(rows.flatMap((row) => row.other_id ?? []))]),
      this.directory.personas([...new Set(rows.flatMap((row) => row.persona_id ?? []))]),
    ]);
    return new Map(
      rows.map((row) => [
        row.journal,
        {
          kind: row.kind,
          counterpart: (row.other_id !== null && people.get(row.other_id)) || null,
          subject: (row.persona_id !== null && personas.get(row.persona_id)) || null,
          note: row.note,
        },
      ]),
    );
  }
}
