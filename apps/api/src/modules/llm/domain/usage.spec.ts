import { type CompletionRequest, NO_FLAVOUR } from './provider.ts';
import { acceptUsage, estimateUsage } from './usage.ts';

const request: CompletionRequest = {
  turns: [{ role: 'user', content: 'Hello there' }],
  maxTokens: 100,
  flavour: NO_FLAVOUR,
};

describe('usage', () => {
  it('is believed when it is possible, zero included', () => {
    expect(acceptUsage(9, 40, request)).toEqual({ promptTokens: 9, completionTokens: 40, estimated: false });
    expect(acceptUsage(0, 0, request)).toEqual({ promptTokens: 0, completionTokens: 0, estimated: false });
  });

  it.each([
    ['missing', undefined, undefined],
    ['half there', 9, undefined],
    ['negative', -1, 4],
    ['a fraction', 9, 4.5],
    ['text', '9', '4'],
    ['no number at all', Number.NaN, 4],
    ['more than the prompt has bytes', 1_000_000, 4],
    ['more than was asked for', 9, 1_000],
  ])('is not believed when it is %s', (_, promptTokens, completionTokens) => {
    expect(acceptUsage(promptTokens, completionTokens, request)).toBeUndefined();
  });

  it('is counted by bytes, so that no script is cheaper than it is', () => {
    expect(estimateUsage(request.turns, 'Four words of it')).toEqual({
      promptTokens: 7,
      completionTokens: 4,
      estimated: true,
    });
    expect(estimateUsage([], '灯台の光').completionTokens).toBe(3);
    expect(estimateUsage([], '🎭🎭').completionTokens).toBe(2);
    expect(estimateUsage([], '').completionTokens).toBe(0);
  });
});
