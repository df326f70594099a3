/** What a request gets that names no model. */
export const DEFAULT_MODEL = 'troupe-chat';

/** A model of ours as it is offered: rates are microcoins for 1,000 tokens. */
export interface ModelOffer {
  name: string;
  description: string;
  contextTokens: number;
  abilities: readonly string[];
  inputMicrocoinsPer1000Tokens: bigint;
  outputMicrocoinsPer1000Tokens: bigint;
}

/** An offer with the providers' own names for it. */
export interface CatalogueEntry extends ModelOffer {
  upstreams: ReadonlyMap<string, string>;
}

/** Who may be asked: a provider by its name, and the model that it is asked for when the catalogue says nothing else. */
interface Asked {
  name: string;
  model: string;
  /** The configuration names its model itself (LLM_MODEL). */
  isPinned: boolean;
  /** A server whose models only its owner knows. */
  isOwn: boolean;
}

/**
 * The upstream model of `provider` for our model `name`; undefined when it has none. A pinned one goes before the catalogue's for the default
 * model, and stands in where the catalogue names none. A model that sees is only ever one that the catalogue names: another would not.
 */
export function upstreamFor(
  name: string,
  provider: Asked,
  entries: ReadonlyMap<string, CatalogueEntry>,
): string | undefined {
  const entry = entries.get(name);
  const isDefault = name === DEFAULT_MODEL;
  if (isDefault && provider.isPinned) return provider.model;
  const named = entry?.upstreams.get(provider.name);
  if (named !== undefined) return named;
  // Before the catalogue was ever read, or when somebody emptied it, the house still talks.
  if (isDefault) return provider.model;
  if (entry === undefined || entry.abilities.includes('vision')) return undefined;
  return provider.isPinned || provider.isOwn ? provider.model : undefined;
}
