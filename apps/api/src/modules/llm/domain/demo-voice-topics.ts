import { normalise } from './demo-voice-text.ts';

const OWN = /\bmy ((?:new|old|little|big|best|first|last|older|younger|little|grand) )?(\p{L}{3,14})\b/gu;
/** Words after "my" that name nothing one could ask about later. */
const NO_TOPIC = new Set(
  (
    'own self mind life day days god opinion turn name head way time heart bad favourite question answer point fault thing things whole very side ' +
    'best eyes face place part evening morning night week weekend year age hands hand turn feelings feeling first last old new little big ' +
    'goodness word words guess apologies pleasure understanding'
  ).split(' '),
);

/** What somebody called theirs: "my sister", "my new job". */
export function topicsOf(text: string): string[] {
  return [...normalise(text).matchAll(OWN)].flatMap(([, how = '', what = '']) =>
    NO_TOPIC.has(what) ? [] : [`${how}${what}`],
  );
}
