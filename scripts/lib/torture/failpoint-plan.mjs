import { FAILPOINT_NAMES } from '../../../apps/api/src/platform/failpoints/parse-failpoints.ts';

/** How often a point is reached before it kills, so that a process lives for some seconds, whichever point it gets. */
const HITS_BY_GROUP = {
  send: [30, 250],
  generation: [30, 250],
  save: [30, 400],
  settle: [30, 250],
  stop: [3, 30],
  sweep: [3, 40],
  webhook: [4, 30],
};
const FAIL_CHANCE = 0.002;
const DELAY_CHANCE = 0.005;
/** A settlement that comes so late that the sweeper was there first. */
const LATE_CHANCE = 0.02;

/**
 * The FAILPOINTS of processes one after another: each dies at two of the points, one often reached and one seldom, and at
 * each point it fails or lingers now and then. Over many processes every point has its turn.
 * @param haste by how much sooner than after some ten seconds.
 */
export function createFailpointPlan(random, { haste, leaseMs }) {
  const often = turns(random, (group) => !SELDOM.includes(group));
  const seldom = turns(random, (group) => SELDOM.includes(group));
  return () => {
    const kills = [often(), seldom()].map((name) => {
      const hit = random.int(...HITS_BY_GROUP[groupOf(name)]);
      return `${name}=kill#${Math.ceil(hit / haste)}`;
    });
    const rest = FAILPOINT_NAMES.flatMap((name) => [
      `${name}=fail@${FAIL_CHANCE}`,
      `${name}=delay:${random.int(5, 300)}@${DELAY_CHANCE}`,
    ]);
    const late = `settle.before-statement=delay:${leaseMs + random.int(300, 900)}@${LATE_CHANCE}`;
    return [...kills, ...rest, late].join(';');
  };
}

const SELDOM = ['stop', 'sweep', 'webhook'];
const groupOf = (name) => name.split('.', 1)[0];
/** What the torture never comes by: nobody in it is paid out, and no money goes back. */
const isReached = (name) => groupOf(name) in HITS_BY_GROUP && name !== 'webhook.after-clawback';

function turns(random, isMeant) {
  const names = FAILPOINT_NAMES.filter((name) => isReached(name) && isMeant(groupOf(name)));
  let left = [];
  return () => {
    if (left.length === 0) left = random.shuffled(names);
    return left.pop();
  };
}
