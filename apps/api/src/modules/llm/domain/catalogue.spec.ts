import { type CatalogueEntry, upstreamFor } from './catalogue.ts';

const entry = (name: string, abilities: string[], upstreams: Record<string, string>): [string, CatalogueEntry] => [
  name,
  {
    name,
    description: '',
    contextTokens: 1,
    abilities,
    inputMicrocoinsPer1000Tokens: 1n,
    outputMicrocoinsPer1000Tokens: 1n,
    upstreams: new Map(Object.entries(upstreams)),
  },
];
const entries = new Map([
  entry('troupe-chat', [], { openrouter: 'llama' }),
  entry('troupe-code', ['code'], { openrouter: 'coder' }),
  entry('troupe-vision', ['vision'], { openrouter: 'seer' }),
]);
const openrouter = { name: 'openrouter', model: 'own', isPinned: false, isOwn: false };
const custom = { name: 'custom', model: 'local', isPinned: false, isOwn: true };

describe('the upstream model of a name', () => {
  it('is the catalogue’s', () => {
    expect(upstreamFor('troupe-chat', openrouter, entries)).toBe('llama');
    expect(upstreamFor('troupe-code', openrouter, entries)).toBe('coder');
  });

  it('is the configuration’s for the default model, and where the catalogue has none', () => {
    const pinned = { ...openrouter, isPinned: true };
    expect(upstreamFor('troupe-chat', pinned, entries)).toBe('own');
    expect(upstreamFor('troupe-code', pinned, entries)).toBe('coder');
    expect(upstreamFor('troupe-code', { ...pinned, name: 'openai' }, entries)).toBe('own');
    expect(upstreamFor('troupe-code', custom, entries)).toBe('local');
  });

  it('is none for a model that the provider lacks, that is not offered, or that would have to see', () => {
    expect(upstreamFor('troupe-code', { ...openrouter, name: 'openai' }, entries)).toBeUndefined();
    expect(upstreamFor('troupe-old', custom, entries)).toBeUndefined();
    expect(upstreamFor('troupe-vision', custom, entries)).toBeUndefined();
    expect(upstreamFor('troupe-vision', openrouter, entries)).toBe('seer');
  });

  it('is there for the default model before the catalogue is', () => {
    expect(upstreamFor('troupe-chat', openrouter, new Map())).toBe('own');
  });
});
