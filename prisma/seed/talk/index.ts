import type { SeedDialogue } from '../personas.ts';
import { ASH } from './bartholomew-ash.ts';
import { SUYIN } from './granny-suyin.ts';
import { HALCYON } from './halcyon.ts';
import { IDRIS } from './idris-farrow.ts';
import { VESPER } from './inspector-vesper.ts';
import { JUNO } from './juno-static.ts';
import { UNDERHALL } from './mr-underhall.ts';
import { NETTIE } from './nettie-hollow.ts';
import { OSK } from './osk-tarrow.ts';
import { PENDLETON } from './pendleton-chime.ts';
import { PERPETUA } from './perpetua-vane.ts';
import { QUEENIE } from './queenie-adair.ts';
import { type Talk, toDialogue } from './talk.ts';

const TALKS: Readonly<Record<string, Talk>> = {
  'bartholomew-ash': ASH,
  'granny-suyin': SUYIN,
  halcyon: HALCYON,
  'idris-farrow': IDRIS,
  'inspector-vesper': VESPER,
  'juno-static': JUNO,
  'mr-underhall': UNDERHALL,
  'nettie-hollow': NETTIE,
  'osk-tarrow': OSK,
  'pendleton-chime': PENDLETON,
  'perpetua-vane': PERPETUA,
  'queenie-adair': QUEENIE,
};

/** A persona's example dialogue: what its own file says first, since a prompt keeps the first ones, and then its everyday talk. */
export function dialogueOf(persona: { slug: string; exampleDialogue: readonly SeedDialogue[] }): SeedDialogue[] {
  const talk = TALKS[persona.slug];
  return talk === undefined ? [...persona.exampleDialogue] : [...persona.exampleDialogue, ...toDialogue(talk)];
}
