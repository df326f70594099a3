import { packRequest, promotionRequest } from '@troupe/contracts/http/admin-payments';
import { draftOf, readDraft } from './sale-draft';
import { NEW_PACK, newPromotion, PACK_FIELDS, PROMOTION_FIELDS, promotionProblems } from './sale-kinds';

const pack = { ...NEW_PACK, name: 'Popular', description: 'Most take it', bonusMicrocoins: 50_500_000, usdMinor: 499 };
const promotion = { ...newPromotion(Date.UTC(2026, 10, 21, 10, 30)), name: 'Encore', code: 'ENCORE', usesMax: 500 };

describe('a form of what is sold', () => {
  it.each([
    ['a pack', () => readDraft(PACK_FIELDS, packRequest, draftOf(PACK_FIELDS, pack)), pack],
    [
      'a promotion',
      () => readDraft(PROMOTION_FIELDS, promotionRequest, draftOf(PROMOTION_FIELDS, promotion)),
      promotion,
    ],
  ])('says of %s what is kept, and means the same', (_, read, kept) => {
    expect(read()).toEqual({ request: kept });
  });

  it.each([
    ['coinsMicrocoins', 'many'],
    ['coinsMicrocoins', '0.5'],
    ['usdMinor', '4.999'],
    ['usdMinor', '0.10'],
    ['usdMinor', ''],
    ['inrMinor', '-5'],
    ['stripePriceId', 'prod_1'],
    ['position', '1.5'],
    ['name', '   '],
  ])('says what is wrong where %s is “%s”, and only there', (name, typed) => {
    const read = readDraft(PACK_FIELDS, packRequest, { ...draftOf(PACK_FIELDS, pack), [name]: typed });
    expect(read).toEqual({ problems: { [name]: PACK_FIELDS.find((field) => field.name === name)?.problem } });
  });

  it.each([
    [{ startsAt: 'soon' }, ['startsAt']],
    [{ startsAt: '' }, ['startsAt']],
    [{ code: 'encore!' }, ['code']],
    [{ usesPerUserMax: '0' }, ['usesPerUserMax']],
    [{ endsAt: '', usesMax: '' }, []],
  ])('reads a promotion with %j', (typed, wrong) => {
    const draft = { ...draftOf(PROMOTION_FIELDS, promotion), ...typed };
    const read = readDraft(PROMOTION_FIELDS, promotionRequest, draft);
    expect('problems' in read ? Object.keys(read.problems) : []).toEqual(wrong);
  });

  it.each([
    [{ bonusPercent: 0 }, ['bonusPercent']],
    [{ bonusPercent: 0, bonusMicrocoins: 1 }, []],
    [{ code: null }, ['code']],
    [{ code: null, firstPurchase: true }, []],
  ])('judges a promotion with %j as a whole', (part, wrong) => {
    expect(Object.keys(promotionProblems({ ...promotion, ...part }))).toEqual(wrong);
  });
});
