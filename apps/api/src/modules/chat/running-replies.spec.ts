import { LIMITS } from '@troupe/contracts/limits';
import { RunningReply } from './running-replies.ts';

const takeAll = (chunks: readonly string[]) => {
  const reply = new RunningReply('reply', 'conversation');
  return { reply, shown: chunks.map((chunk) => reply.take(chunk)) };
};

describe('RunningReply', () => {
  it('shows a character whose halves come in two chunks when it is whole', () => {
    const { reply, shown } = takeAll(['The \ud83c', '\udfad is on']);
    expect(shown).toEqual(['The ', '🎭 is on']);
    expect(reply).toMatchObject({ text: 'The 🎭 is on' });
  });

  it('never shows half a character, whatever the provider sends', () => {
    const { reply, shown } = takeAll(['\ud83c', 'a\udfad', 'b\ud83c']);
    expect(shown).toEqual(['', '\ufffda\ufffd', 'b']);
    expect(reply).toMatchObject({ text: '\ufffda\ufffdb' });
  });

  it('tells what was taken since the last delta, and numbers deltas without gaps', () => {
    const { reply } = takeAll(['Well ', 'met']);
    expect(reply.tell()).toEqual({ seq: 1, text: 'Well met' });
    reply.take(', friend');
    expect([reply.told, reply.text]).toEqual(['Well met', 'Well met, friend']);
    expect(reply.tell()).toEqual({ seq: 2, text: ', friend' });
  });

  it('leaves out NUL, which Postgres can’t hold', () => {
    expect(takeAll(['a\0b', '\0']).shown).toEqual(['ab', '']);
  });

  it('is full at its limit, also when the limit cuts a character in two', () => {
    const { reply, shown } = takeAll(['x'.repeat(LIMITS.replyCharsMax - 1), '🎭']);
    expect(shown[1]).toBe('');
    expect(reply.isFull).toBe(true);
    expect(reply.text).toHaveLength(LIMITS.replyCharsMax - 1);
  });
});
