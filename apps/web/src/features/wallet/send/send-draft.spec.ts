import { explainRefusal, readDraft } from './send-draft';

const draft = { toHandle: 'kim_k3f9', coins: '20', note: '' };
const gift = { toHandle: 'kim_k3f9', amountMicrocoins: 20_000_000 };

describe('a gift as people type it', () => {
  it('takes the handle with an @ and in capitals, and leaves an empty note out', () => {
    expect(readDraft({ toHandle: ' @Kim_K3F9 ', coins: '2.5', note: '  ' }, 'robin')).toEqual({
      gift: { toHandle: 'kim_k3f9', amountMicrocoins: 2_500_000 },
    });
    expect(readDraft({ ...draft, note: ' Bravo ' }, 'robin')).toEqual({ gift: { ...gift, note: 'Bravo' } });
  });

  it.each([
    [{ ...draft, toHandle: 'k' }, ['toHandle']],
    [{ ...draft, toHandle: 'ki m' }, ['toHandle']],
    [{ ...draft, toHandle: 'robin' }, ['toHandle']],
    [{ ...draft, coins: '' }, ['coins']],
    [{ ...draft, coins: '0.5' }, ['coins']],
    [{ ...draft, coins: '501' }, ['coins']],
    [{ ...draft, coins: '-1' }, ['coins']],
    [{ toHandle: '', coins: 'ten', note: '' }, ['toHandle', 'coins']],
  ])('%j is told where it is wrong', (bad, fields) => {
    const read = readDraft(bad, 'robin');
    expect('problems' in read ? Object.keys(read.problems) : []).toEqual(fields);
  });
});

describe('a refused gift', () => {
  it('says what could be sent instead', () => {
    const refusal = { code: 'coins_too_young', details: { mostMicrocoins: 3_500_000 } };
    expect(explainRefusal(refusal, gift).coins).toMatch(
      /more than 7 days ago can be sent\. You can send 3\.5 coins now\./,
    );
    expect(explainRefusal({ code: 'gift_limit_reached' }, gift).coins).toBe('No more than 500 coins in 24 hours.');
  });

  it.each(['not_found', 'recipient_is_self'])('shows %s beside the handle', (code) => {
    expect(Object.keys(explainRefusal({ code }, gift))).toEqual(['toHandle']);
  });

  it.each(['busy', 'network', 'spending_blocked'])('says %s where no field is to blame', (code) => {
    expect(Object.keys(explainRefusal({ code }, gift))).toEqual(['other']);
  });
});
