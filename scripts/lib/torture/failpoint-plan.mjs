import { FAILPOINT_NAMES } from '../../../apps/api/src/platform/failpoints/parse-failpoints.ts';

/** How often a point is reached before it kills, so that a process lives for some seconds, whichever point it gets. */
const HITS_BY_GROUP = {
  send: [20, 250],
  generation: [20, 250],
  save: [20, 300],
  settle: [20, 250],
  stop: [2, 25],
  sweep: [1, 8],
  webhook: [1, 6],
};
const FAIL_CHANCE = 0.002;
const DELAY_CHANCE = 0.005;

/**
 * The FAILPOINTS of processes one after another: each dies at two of the points, one often reached and one seldom, and at
 * each point it fails or lingers now and then. Over many processes every point has its turn.
 */
export function createFailpointPlan(random) {
  const often = turns(random, (group) => !SELDOM.includes(group));
  const seldom = turns(random, (group) => SELDOM.includes(group));
  return () => {
    const kills = [often(), seldom()].map((name) => `${name}=kill#${random.int(...HITS_BY_GROUP[groupOf(name)])}`);
    const rest = FAILPOINT_NAMES.flatMap((name) => [
      `${name}=fail@${FAIL_CHANCE}`,
      `${name}=delay:${random.int(5, 300)}@${DELAY_CHANCE}`,
    ]);
    return [...kills, ...rest].join(';');
  };
}

const SELDOM = ['stop', 'sweep', 'webhook'];
const groupOf = (name) => name.split('.', 1)[0];

function turns(random, isMeant) {
  const names = FAILPOINT_NAMES.filter((name) => isMeant(groupOf(name)));
  let left = [];
  return () => {
    if (left.length === 0) left = random.shuffled(names);
    return left.pop();
  };
}
