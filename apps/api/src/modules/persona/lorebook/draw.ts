/**
 * A number from 0 up to but not 1, the same for the same seed and purpose: a reply that is tried again has the same luck. FNV-1a and the end
 * of MurmurHash3; not for secrets.
 */
export function draw(seed: string, purpose: string): number {
  let hash = 0x81_1c_9d_c5;
  const text = `${seed.length}:${seed}${purpose}`;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
