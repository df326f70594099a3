import type { FailpointAction, FailpointName, FailpointRule } from './parse-failpoints.ts';

/** Counts how often each point is reached, and says what is due there. */
export class FailpointTable {
  private readonly rules: ReadonlyMap<FailpointName, readonly FailpointRule[]>;
  private readonly hits = new Map<FailpointName, number>();

  /** `random` gives numbers from 0 up to 1, without 1. */
  constructor(
    rules: readonly FailpointRule[],
    private readonly random: () => number,
  ) {
    this.rules = Map.groupBy(rules, (rule) => rule.name);
  }

  /** Takes note that a point was reached; the actions that are due now come in the order of their rules. */
  reach(name: FailpointName): FailpointAction[] {
    const hit = (this.hits.get(name) ?? 0) + 1;
    this.hits.set(name, hit);
    return (this.rules.get(name) ?? []).filter((rule) => this.isDue(rule, hit)).map((rule) => rule.action);
  }

  private isDue({ trigger }: FailpointRule, hit: number): boolean {
    switch (trigger.kind) {
      case 'always':
        return true;
      case 'chance':
        return this.random() < trigger.probability;
      case 'hit':
        return hit === trigger.number;
    }
  }
}
