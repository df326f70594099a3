import { REFUSED_ARCHIVES } from '@troupe/test-kit/card-refusals';
import { CardFault } from './card-fault.ts';
import { readCard } from './read-card.ts';

describe('a hostile archive or EXIF', () => {
  it.each(REFUSED_ARCHIVES)('is refused: %s (%s)', async (_name, kind, make) => {
    const file = make();
    const fault = await readCard(file).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(CardFault);
    expect(fault).toMatchObject({ kind, message: expect.stringMatching(/^[A-Z].{10,120}\.$/) as string });
  });
});
