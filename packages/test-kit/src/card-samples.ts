/**
 * Character cards as specifications give them and as editors emit them. The shapes (which fields, which types, which oddities) are theirs, each
 * with its source; texts are short stand-ins where the source has none or has somebody's story.
 */
import { AGNAI_V2, CHUB_V2, MINIMAL_V3, PYGMALION } from './cards/other-editors.ts';
import { RISU_V2, RISU_V3 } from './cards/risuai.ts';
import { SILLYTAVERN_V1, SILLYTAVERN_V2, SILLYTAVERN_V3 } from './cards/sillytavern.ts';
import { SPEC_V1, SPEC_V2, SPEC_V3 } from './cards/specification.ts';

export { AGNAI_V2, CHUB_V2, MINIMAL_V3 } from './cards/other-editors.ts';
export { RISU_V2, RISU_V3 } from './cards/risuai.ts';
export { SILLYTAVERN_V2 } from './cards/sillytavern.ts';
export { bookOf, changedV2, SPEC_V1, SPEC_V2, SPEC_V3 } from './cards/specification.ts';

export const V3_SAMPLES = { SPEC_V3, SILLYTAVERN_V3, RISU_V3, MINIMAL_V3 };
export const V2_SAMPLES = { SPEC_V2, SILLYTAVERN_V2, RISU_V2, CHUB_V2, AGNAI_V2 };
export const V1_SAMPLES = { SPEC_V1, SILLYTAVERN_V1, PYGMALION };
