import { normalise } from './demo-voice-text.ts';

/** What somebody wants with a message, as far as words tell. `question` and `share` are the rest: asking and telling. */
export type Intent = 'selfHarm' | 'ai' | 'hostile' | 'silence' | 'introduce' | Occasion | 'question' | 'share';
type Occasion = (typeof OCCASIONS)[number][0];

const SELF_HARM =
  /\b(kill(ing)? my ?self|suicid\w*|end(ing)? my life|take my (own )?life|end it all|want(ed)? to die|wish i (was|were) dead|better off (dead|without me)|not want to (live|be alive|exist|wake up|be here any ?more)|hurt(ing)? my ?self|self harm\w*|cut(ting)? my ?self|no (reason|point) (to|in) liv\w+|kms)\b/;
const AI =
  /\b(are|is|am)( i| this| it)? ?(talking|speaking|chatting)? ?(to|with)? ?(you)? ?(really|actually|just|even|maybe)? ?(a |an |the |some )?(real )?(ai|bot|chatbot|robot|machine|computer|program|human|person|real|gpt|chatgpt|llm|language model|artificial\w*)( being| person| human| intelligence)?( \?|$| or )|\byou are( just| only| not)* an? (ai|bot|chatbot|robot|machine|computer|program|human|real person|language model)\b/;
const HOSTILE =
  /\b(you are|you re|your) (so |such |an? |really |just |very |fucking )*(stupid|dumb|idiot\w*|useless|boring|ugly|annoying|awful|pathetic|moron|loser|trash|garbage|worthless|liar)\b|\byou (really )?suck\b|\bi hate (you|this)\b|\bshut up\b|\b(fuck|screw) (you|off|this)\b|\bthis is (so )?(stupid|dumb|boring|crap|lame)\b|\bgo to hell\b/;
/** Stage directions in which nothing happens. */
const QUIET = /\b(sighs?|silen(t|ce)|shrugs?|nods?|waits?|pauses?|quiet(ly)?|blinks?|stares?|nothing)\b/;
const QUESTION =
  /\?|^(what|who|whom|whose|where|when|why|how|which|do|does|did|are|is|was|were|can|could|would|will|have|has|should|may)\b|^(tell me about|describe|explain|do you know|i have (a|another)( \w+)? question|i wonder)\b/;
/** On normalised text. */
export const ASKS_YOU = /\b(are|do|did|have|were|would|could|can|will) you\b|\byour\b/;

/** In order: the first that fits. `wordsMax` keeps a short answer from being found in a long story. */
const OCCASIONS = [
  [
    'ask',
    /\bask me (something|anything|a question|another)|\bwhat (do|would) you (want|like) to know\b|\byour turn to ask\b|\b(i am )?(so |really |very )?bored\b/,
  ],
  ['joke', /\bjokes?\b|\bmake me laugh\b|\bsomething funny\b/],
  [
    'story',
    /\b(tell|hear|give|know|have|read|want|another|got)\b.*\b(story|stories|tale)\b|^(a )?(bedtime )?story( please)?$|\btell me something\b( nice| good| else| interesting)?$/,
  ],
  [
    'goodbye',
    /\b(good ?bye|bye|good ?night|see (you|ya)( later| soon| tomorrow)?|farewell|cya|ttyl)\b|\bi ((really )?(have|need|got|ought) to|should|must|better) (go|sleep|leave|run|head)\b|\bgoing to (bed|sleep)\b|\btalk (to you )?(later|tomorrow)\b|\bi am (off|leaving)( now)?$/,
    12,
  ],
  ['thanks', /\b(thank|thanks|thankyou|cheers|appreciate (it|that|you|this))\b/, 10],
  [
    'howAreYou',
    /\bhow (are|have) (you|things|u)( been| doing| feeling)?\b|\bhow is (it going|your (day|evening|night|morning|life))\b|\bhow was your (day|night|week)\b|\bare you (ok|okay|all ?right|well|good)\b|\bhow do you do\b|^(what is up|sup|wassup)\b/,
  ],
  [
    'age',
    /\bhow old (are|r) you\b|\byour age\b|\bwhen were you (born|built|made)\b|\bwhat age\b|\byears old are you\b|\bhow old$/,
  ],
  [
    'who',
    /\bwho (are|r) you\b|\bwhat is your (full |real )?name\b|\b(tell|talk)( me)? (more )?about (yourself|you)( \?|$)|\bintroduce yourself\b|\bwhat do you do( here| for a living| all day| exactly)?( \?|$)|\bwhat is your (job|work|trade)\b|\bwhat are you( \?|$)|\bwho am i (talking|speaking)\b/,
  ],
  [
    'place',
    /\bwhere (are we|am i|is this|are you|do you (live|work|come from)|did you (grow up|come from))\b|\bwhat (is )?(this|that|kind of) place\b|\blook around\b|\bdescribe (this|the|your) (place|room|home|house)\b/,
  ],
  [
    'likes',
    /\bwhat (else )?(do|things do) you (like|love|enjoy)( \?|$| (most|best|doing|to do))|\bwhat is your favourite (thing|drink|food)s?\b|\b(your|any) (hobby|hobbies|interests)\b|\bwhat makes you happy\b|\bwhat are you into\b|\bdo you have (any )?(hobbies|interests)\b/,
  ],
  [
    'advice',
    /\bwhat (should|shall|can|could|would) (i|we) do\b|\badvice\b|\bany (tips|ideas|suggestions)\b|\bwhat (do|would) you (suggest|recommend|advise|do)\b|\bhelp me (decide|choose)\b|^(but |so |then |and )*(should i|what if)\b/,
  ],
  [
    'love',
    /\bi (really |think i |kind of |do |also )*(love|like|adore|fancy|miss|missed) you\b|\byou are (so |very |really |the |a |such |quite |actually )*(sweet|kind|nice|lovely|cute|beautiful|funny|great|best|amazing|wonderful|adorable|clever|smart|brilliant|cool|handsome|pretty|hilarious|interesting|wise)\b|\b(like|love|enjoy) talking (to|with) you\b|\bmarry me\b|\bkiss\b|\byou make me (smile|happy|laugh)\b|\bare we (still |really )?friends\b|\bdo you (like|love|miss) me\b|\bbe my (best )?friend\b/,
  ],
  [
    'more',
    /^(please )?(tell me more|go on|continue|carry on|and then|then what|what happened (next|then|after\w*)|more|keep going|say more|what else|and|another( one)?|what do you mean|how so|really|is that so|meaning)( please| about (it|that|this)| then| now)*( \?)*$/,
  ],
  ['why', /^(but |and |so |oh )?(why|how come)\b/, 5],
  [
    'grief',
    /\b(my|our) (\w+ )?(mother|mum|mom|father|dad|brother|sister|son|daughter|husband|wife|partner|child|baby|friend|gran\w*|nan|aunt|uncle|cousin|dog|cat|pet|boyfriend|girlfriend)s? (just |has |have |had )*(died|passed|is dead|was killed|is dying|did not make it)\b|\b(he|she|they) (just |has )*(died|passed away|is dead|are dead)\b|\b(funeral|miscarriage)\b/,
  ],
  [
    'decline',
    /\b(do not|would rather not|rather not|not ready to|let us not) (want to |wanna |like to |really )*(talk|speak|discuss|say|think|go into|answer)\b|\b(change the subject|talk about something else|none of your business)\b/,
  ],
  ['present', /^((are )?you |anyone |anybody |still )+(still )?(there|here|around|awake|with me)( \?)*$/, 6],
  ['remember', /\b(do|did|can) you (still )?remember\b|\bwhat did i (tell|say to) you\b|\bwhat do you know about me\b/],
  [
    'glad',
    /\b(happy|great (day|news|time)|good (day|news)|amazing|excited|wonderful|proud|i (finally )?(won|passed|did it|made it)|(i )?got (the|an?|my) (new )?(job|promotion|raise|puppy|kitten|dog|cat|car|bike|house|flat|place)|promoted|i (have )?(finally |just )?finished (it|the|my)|best day|yay|woo+hoo|celebrat\w*|engaged|fantastic|finally (got|did|made|done))\b/,
  ],
  [
    'sad',
    /\b(sad|depress\w*|lonely|alone|cry(ing)?|cried|anxious|anxiety|worr(y|ied)|scared|afraid|stress\w*|overwhelmed|exhausted|heart ?broken|miserable|terrible|awful|horrible|rotten|upset|hurts?|grie(f|ving)|died|dead|passed away|broke up|fight|fought|argu(ed|ment)|quarrel\w*|lost my|fired|failed|miss(ing)? (him|her|them|my|home)|rough|bad (day|week|night|time|news)|hopeless|tired|burn(ed|t)? out|nervous|too much|not (ok|okay|good|great|well|so good))\b/,
  ],
  [
    'no',
    /^(no|nope|nah|not (really|yet|now|today|at all)|never|i do not( think so)?|i am not|i would not|no (thanks|thank you|way))\b/,
    5,
  ],
  [
    'yes',
    /^(yes|yeah|yep|yup|ya|sure( thing)?|of course|definitely|absolutely|certainly|aye|indeed|exactly|correct|please( do)?|do it|let us( go| do (it|this)| try( it)?)?$|why not|i (do|am|would|did)$|i will( try| do)*( it| that)*$|gladly|ok(ay)? (yes|sure|then|let us\b.*))\b/,
    5,
  ],
  [
    'laugh',
    /^((that is|that was|it is|this is|so|very|really|oh|ok|okay|ah|too) )*((lol|lmao|rofl|(ha)+h?|hehe?|good one|funny|hilarious|love (it|that)|i (love|like) (it|that|this)|brilliant)( |$))+(nice|cool|good|great|one|that is|so|very|funny|true|though|it|that| )*$/,
    6,
  ],
  [
    'ok',
    /^((ok(ay)?|k|kk|h+m+|mh?m*|heh|oh|ah|aw+|fine|all?right|all right|i see|got it|right|interesting|huh|well|good|same( here)?|fair( enough)?|true|(that )?makes sense|i do not know|not sure|no idea|maybe|perhaps|hard to say|i guess( so)?|whatever|meh|eh|wow|cool|nice|great|awesome|amazing|lovely|weird|strange|crazy|oh (no|dear|my|well)|oops|damn|just kidding|and you|you|um+|er+|uh+|so|yeah|very|that is|it is|one)( |$))+$/,
    6,
  ],
  ['sorry', /^(i am )?(so |very |really )?sorry\b|\bi apologi[sz]e\b|\bmy apologies\b/, 8],
  [
    'act',
    /^(then |and |so |quietly |slowly |carefully )*i (then |quietly |slowly |carefully |quickly |just )*(open|look|go|walk|take|grab|knock|follow|hide|run(?! an? )|pick|climb|enter|attack|sit|touch|search|check|jump|push|pull|turn|step|lift|reach|hold|listen|lean|move|point|shout|whisper|throw|steer|sneak|examine|inspect|peek|accuse|bow|smile|nod|wait|unlock|close)\b(?! (like|forward))(?!.*\b(every|often|always|usually|sometimes|a lot|to work|for a living|when i)\b)|^what (do|can) (i|we) (see|hear|find|smell|feel)\b/,
  ],
  ['answer', /^that is my answer$/],
  [
    'request',
    /^(please |now |then )*(can|could|will|would) you (please |maybe |just )*(help|do|write|make|show|teach|give|take|bring|draw|play|sing|read|find|get|explain|translate|pretend|be|come)\b|^(please )?(help|teach|show|give|take|bring|write|draw|sing|read|play|pretend|explain)\b|^(let us|i want (you )?to|i would like (you )?to|we (could|should)) \w+/,
  ],
  ['hello', /^(hi|hello|hey|hiya|heya|howdy|good (morning|evening|afternoon|day)|greetings|yo|hullo|hi there)\b/, 5],
] as const satisfies readonly (readonly [string, RegExp, number?])[];

/** Feelings of the one who speaks; "are you sad?" and "not sad" are none. */
const FEELINGS: ReadonlySet<string> = new Set(['glad', 'sad']);

/** Whether somebody speaks of harming themselves, anywhere in a message. */
export const isInDanger = (text: string): boolean => SELF_HARM.test(normalise(text));

/** What a message wants. Danger is looked for in the whole text; everything else first in its last question. */
export function detectIntent(text: string): Intent {
  const whole = normalise(text);
  if (SELF_HARM.test(whole)) return 'selfHarm';
  if (AI.test(whole)) return 'ai';
  if (HOSTILE.test(whole)) return 'hostile';
  if (!/[\p{L}\p{N}]/u.test(whole)) return 'silence';
  if (/^\s*\*[^*]*\*\s*$/.test(text)) return QUIET.test(whole) ? 'silence' : 'act';
  if (nameIn(text) !== undefined) return 'introduce';
  const focus = focusOf(text);
  return occasionOf(normalise(focus)) ?? occasionOf(whole) ?? (QUESTION.test(whole) ? 'question' : 'share');
}

/** The part of a message that wants an answer: its last question, or all of it. */
export function focusOf(text: string): string {
  const questions = text.match(/[^.!?\n]+\?+/g);
  return questions?.at(-1)?.trim() ?? text;
}

export const isQuestion = (text: string): boolean => QUESTION.test(normalise(text));

const SHORT_ANSWER_WORDS_MAX = 3;
/** An answer that is no sentence: "in the mountains", "my old teacher". */
const PHRASE_WORDS_MAX = 6;
const PHRASE = /^(my|the|an?|in|on|at|by|with|under|from|probably|mostly|maybe|about)\b/i;

export function isShortAnswer(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return words <= SHORT_ANSWER_WORDS_MAX || (words <= PHRASE_WORDS_MAX && PHRASE.test(text.trim()));
}

/** The name somebody gives themselves, or undefined. */
export function nameIn(text: string): string | undefined {
  const name =
    /\b(?:my name(?:'|’)?s|my name is|you can call me|please call me|call me)\s+(\p{L}[\p{L}'’-]{1,19})(?=[\s.,!?]|$)/iu.exec(
      text,
    )?.[1];
  if (name === undefined || /^(a|an|the|not|when|later|back|crazy|tomorrow)$/i.test(name)) return undefined;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function occasionOf(said: string): Occasion | undefined {
  const withoutHello = said
    .replace(/^(hi|hello|hey|hiya)( there| again)? (?=\S+ \S)/, '')
    .replace(/^((oh|ah|well|um+|so|ok|okay|lol|(ha)+h?|h+m+) )+(?=\S)/, '');
  const words = said.split(' ').filter((word) => word !== '?').length;
  const asksYou = ASKS_YOU.test(said);
  for (const [name, pattern, wordsMax] of OCCASIONS as readonly (readonly [Occasion, RegExp, number?])[]) {
    if (wordsMax !== undefined && words > wordsMax) continue;
    if (
      FEELINGS.has(name) &&
      (asksYou || (QUESTION.test(said) && said.includes('?')) || /\bnot (sad|happy|alone|worried|scared)\b/.test(said))
    )
      continue;
    if (pattern.test(withoutHello) || pattern.test(said)) return name;
  }
  return undefined;
}
