import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceiptProof } from '@troupe/contracts/http/coin';
import { until } from '@troupe/test-kit/until';
import { faultsIn } from './support/books.ts';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, sayPaid } from './support/chat.ts';

const CHECK = join(import.meta.dirname, '../../../scripts/ledger-check-receipt.mjs');

describe('the proof of a receipt', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(async () => {
    expect(await faultsIn(house.world)).toEqual([]);
    await house.close();
  });

  it('is there once the fold has sealed the journal, holds for the command, and only its owner gets it', async () => {
    const cast = await house.world.addCast();
    const scene = await enter(await house.register(), cast.personaId);
    const { messageId, replyId } = await sayPaid(scene, 'Hello');
    await endOf(scene, replyId);
    const { journalId } = await scene.fan.api.coin.receipt(messageId);
    let proof: ReceiptProof | undefined;
    await until('the journal to be sealed', async () => {
      proof = await scene.fan.api.coin.receiptProof(journalId).catch((error: { code?: string }) => {
        if (error.code === 'not_sealed_yet') return undefined;
        throw error;
      });
      return proof !== undefined;
    });
    expect(proof?.legs.reduce((sum, leg) => sum + BigInt(leg.amount), 0n)).toBe(2_000_000n);
    expect(check(proof)).toContain(`Journal ${journalId}`);
    const forged = { ...proof, legs: proof?.legs.map((leg) => ({ ...leg, amount: '1' })) };
    expect(() => check(forged)).toThrow('does not hold');
    const stranger = await house.register();
    await expect(stranger.api.coin.receiptProof(journalId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(stranger.api.coin.receiptProof('999999999')).rejects.toMatchObject({ code: 'not_found' });
  });
});

function check(proof: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'troupe-proof-'));
  try {
    const file = join(folder, 'proof.json');
    writeFileSync(file, JSON.stringify(proof));
    return execFileSync(process.execPath, [CHECK, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
