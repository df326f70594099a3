import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultOf } from '../../apps/api/src/modules/coin/ledger/seal-proof.ts';
import { Problem } from './problem.mjs';

export async function main(args) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { seal: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined) throw new Problem('Which proof?', 'npm run ledger:check-receipt -- proof.json');
  const proof = readProof(file);
  const fault = faultOf(proof);
  if (fault !== null) return refuse(`This proof does not hold: ${fault}.`);
  if (values.seal !== undefined && values.seal !== proof.seal.hash)
    return refuse('The proof holds, but its seal is not the one you named.');
  console.log(
    `Journal ${proof.journal} with ${proof.legs.length} transfers is in seal ${proof.seal.number}, whose hash is\n${proof.seal.hash}`,
  );
}

function refuse(message) {
  console.error(message);
  process.exitCode = 1;
}

function readProof(file) {
  try {
    const { journalId, legs, path, seal } = JSON.parse(readFileSync(file, 'utf8'));
    return {
      journal: BigInt(journalId),
      legs: legs.map((leg) => ({
        ...leg,
        debit: BigInt(leg.debit),
        credit: BigInt(leg.credit),
        amount: BigInt(leg.amount),
        reverses: BigInt(leg.reverses),
        createdAtMs: BigInt(leg.createdAtMs),
      })),
      path,
      seal: { ...seal, number: BigInt(seal.number), after: BigInt(seal.after), upto: BigInt(seal.upto) },
    };
  } catch (error) {
    throw new Problem(`${file} is not a proof: ${error.message}`, 'Save the answer of the proof route as it is.');
  }
}
