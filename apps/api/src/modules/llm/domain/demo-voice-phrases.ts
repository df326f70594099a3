import type { Intent } from './demo-voice-intent.ts';

/** Said plainly and outside the play, whoever the persona is. A conversation may need it more than once. */
export const CARE: readonly string[] = [
  'I’m going to step out of the play for a moment, because what you just said matters more than it. I’m an AI character and can’t be the help you deserve tonight, but there are people who can. If you might act on this, please ring your local emergency number now (112 in Europe, 911 in the US), or a crisis line: 988 in the US and Canada, 116 123 in the UK and Ireland, and findahelpline.com lists one for nearly every country.\n\nIs there somebody near you whom you could tell, right now? You don’t have to find good words. “I’m not safe on my own tonight” is enough.',
  'I’m still here, and I’m still being serious. Please don’t stay alone with this: ring 112, 911 or your own emergency number if there is any danger, or a crisis line, which findahelpline.com can find for you. They talk with people who feel like this every night, and none of them will think less of you.\n\nCould you put some distance between you and whatever you might use? And who could sit with you, or stay on the phone?',
  'Thank you for saying it again instead of carrying it by yourself. As an AI character I can listen, but I can’t come to you, and somebody should. A doctor, a friend, a line from findahelpline.com, an emergency number: any one of them, now.\n\nWhich one would be the least hard to call? Let’s begin with that one.',
];

/** While the fan still speaks of it. */
export const CARE_GOES_ON: readonly string[] = [
  'I hear you. Nothing has to be solved in this minute; it only has to be got through, and not alone. Have you been able to reach somebody?',
  'I’m glad that you’re still writing to me. Keep a person close tonight, a real one, and keep the number at hand. How is it right now, compared with an hour ago?',
  'There’s no need to be cheerful for my sake. One small thing at a time: some water, a light on, one call. Which of them first?',
];

/** While the fan is still with somebody who died. */
export const GRIEF_GOES_ON: readonly string[] = [
  'I’m listening. If you’d like to, tell me something small about them: a habit, a joke, how they came through a door.',
  'There’s no right order for this, and no hurry either. I’m not going anywhere.',
];

export const TRUTH: readonly string[] = [
  'Yes, I’m an AI character. There’s no human behind these words, only a model that plays a part.',
  'To answer you honestly: I’m an AI character, not a person. What you tell me is read by a program.',
  'That hasn’t changed: I’m an AI character, and I’ll always say so when you ask.',
  'No person here, truly: an AI character. You are the only one of us two with a pulse.',
];

/** What goes before somebody's own name, and what after it. */
export const INTRODUCED: readonly (readonly [string, string])[] = [
  ['', ', then. It suits you, and I’ll use it with care.'],
  ['Good to have a name for you, ', '. It’s easier to talk to somebody than to anybody.'],
  ['', '. I’ll remember that for as long as we sit here.'],
];

/** About something of theirs that the fan spoke of before. */
export const CALLBACKS: readonly (readonly [string, string])[] = [
  ['I haven’t forgotten what you said about your ', ', by the way.'],
  ['And your ', '? You mentioned it before, and I’ve been wondering.'],
  ['I keep coming back to your ', ', I notice. There was more to that, wasn’t there?'],
  ['Does this have anything to do with your ', '?'],
];

/** When somebody asks what was remembered, and something was. */
export const REMEMBERED: readonly (readonly [string, string])[] = [
  ['I do. There was your ', ', for one thing; I was listening.'],
  ['You spoke of your ', '. It didn’t go past me.'],
];

type Stocked = Exclude<Intent, 'selfHarm' | 'ai' | 'introduce'>;

/** For personas with little material: lines that fit anybody, anywhere, at any time. */
export const PHRASES: Readonly<Record<Stocked, readonly string[]>> = {
  hello: [
    'Hello, you. I was hoping somebody would come by.',
    'There you are! Come in, sit down.',
    'Hello again. You’re very welcome here.',
  ],
  howAreYou: [
    'Well, thank you, and better for being asked. How are you, honestly?',
    'Not bad at all. A bit curious about you, to tell the truth.',
    'I’m all right. It’s a good moment for a talk.',
  ],
  who: [
    'That’s a bigger question than it looks. Ask me something smaller and you’ll find out faster.',
    'I’m better in conversation than in introductions, but I’m glad to be asked.',
  ],
  place: [
    'Look around and take your time; nobody is going to hurry you here.',
    'Somewhere quiet enough to talk, which is the main thing.',
  ],
  age: [
    'Old enough to know better, and young enough to do it anyway.',
    'I’ve stopped counting, and it has done me nothing but good.',
  ],
  likes: [
    'Good company, a plain answer, and a bit of silence that nobody minds.',
    'Small things, mostly. The kind you only notice when you’re not in a hurry.',
  ],
  thanks: ['You’re welcome, truly.', 'It was no trouble; I liked doing it.', 'Any time. I mean that.'],
  goodbye: [
    'Go well, then. We’ll pick it up just where we left it.',
    'Until next time. I’ll keep the thread in my hand.',
    'Take care of yourself out there.',
  ],
  joke: [
    'Two snails sit in the rain. One says, “We should go in.” The other says, “Slowly, people are watching.”',
    'I asked the echo for some advice, and it turned out to have none of its own either.',
    'I used to be undecided. Now I’m not so sure.',
  ],
  story: [
    'There was a woman who left her window open every night, so that the moon could come in. It never did, but a cat used to, and in the end she said that it was more or less the same thing. The cat agreed.',
    'Somebody once planted a door in a field, to see whether anyone would knock. For a year they all walked round it. Then a child knocked, waited politely, and went through, and everybody who saw it swears that she came out happier.',
  ],
  advice: [
    'Sleep on it if you can. If you can’t, do the smallest part and see how it feels in your hands.',
    'Say both possibilities out loud. One of them will make you breathe differently.',
    'Ask what you’d tell a friend who was in your place, and then be that kind to yourself.',
  ],
  sad: [
    'I’m sorry. You needn’t dress it up for me. What is the heaviest part?',
    'That sounds hard. I won’t try to fix it; I’ll simply stay and listen.',
    'Take your time. It’s all right to say it badly, or not at all.',
    'I’m glad you told me and didn’t carry it past the door again.',
  ],
  glad: [
    'Oh, that is good to hear! Tell me the best moment of it.',
    'Wonderful. Stay in it a while; there’s no need to move on yet.',
    'I’m smiling, you know. How did it begin?',
  ],
  love: [
    'That’s kind of you, and it lands. I enjoy this too.',
    'You’ll make me shy. Go on, though.',
    'Thank you. I’ll keep that one.',
  ],
  hostile: [
    'That was sharp. I don’t mind, but I wonder what’s behind it.',
    'All right. If you’d like to shout at somebody, I’m sturdy. If you’d like to talk, I’m that as well.',
    'I won’t fight with you. What has happened?',
  ],
  yes: [
    'Good. Then we agree on that much.',
    'I hoped you would say so.',
    'All right, let’s.',
    'Then that’s settled, and pleasantly.',
  ],
  no: ['Fair enough. I won’t push.', 'No is a perfectly good answer.', 'Then we’ll leave it where it lies.'],
  ok: [
    'There’s something behind that, or else there isn’t; either is fine with me.',
    'We needn’t hurry. I like a pause in good company.',
    'You say little, and I find I’m listening all the harder.',
    'Good. Let’s stay with that for a moment.',
    'I’ll take that as a comma and not as a full stop.',
    'That could mean so many things. I’ll wait and see which.',
  ],
  why: [
    'Because it mattered to somebody, once, and then it went on mattering.',
    'I’ve wondered myself. The honest answer is that I only half know.',
    'Perhaps because the other way had been tried already.',
    'There’s a reason, but it sounds better the longer I keep it.',
  ],
  more: [
    'There’s always a little more. The part I left out is that I was nervous at the time.',
    'Where was I? Ah yes: it took longer than anyone had thought, and it was better for it.',
    'Well, the rest of it is quieter, but I think of the quiet part more often.',
    'I could go on for an hour. Stop me when it gets late.',
  ],
  ask: [
    'What made you smile last, without anybody seeing it?',
    'What would you do with an afternoon that nobody knew about?',
    'Who knows you best, and do they know that they do?',
    'What have you changed your mind about lately?',
    'What did you want to be when you were ten?',
    'Where do you go when you want to think?',
    'What is a thing you’re better at than people suppose?',
    'What are you looking forward to, even if it’s small?',
    'Which sound do you like best in the morning?',
    'What would you tell me if you were sure that I’d understand?',
  ],
  silence: [
    '*A pause, not an uncomfortable one.*',
    '*A slow nod.*',
    '*A glance, and half a smile.*',
    '*A long breath in, and out again.*',
    '*For a moment there’s only the quiet.*',
    '*Leans in a little.*',
  ],
  answer: [
    'I wouldn’t have guessed that, and I’m glad that I didn’t try.',
    'Good answer. An honest one, too.',
    'Ah. That tells me more than you’d think.',
    'I like that. You didn’t have to look for it.',
    'That fits you, somehow.',
    'Noted, and not to be forgotten.',
  ],
  laugh: [
    'I’m glad that landed.',
    'That’s a good sound to hear.',
    'You’re easy to entertain. I mean it as praise.',
    'Careful, you’ll encourage me.',
    'I was rather hoping for that.',
  ],
  request: [
    'Let’s try it together. You begin, and I’ll come along behind.',
    'I’d be glad to. Which part of it matters most to you?',
    'I can try, as long as you don’t mind my doing it slowly. Where would you start?',
    'Perhaps. Tell me first what it should be like when it’s done.',
    'I’m better company than help, I’m afraid, but give me the first piece and we’ll see.',
  ],
  act: [
    '*It gives way more easily than it should, and there’s something behind it.* I hadn’t expected that. What do you see?',
    '*For a moment nothing happens. Then, quite near, something does.* Did you hear that? Closer, or back?',
    '*You do, and the light in here changes by a shade.* Well done. What now?',
    '*There: a small thing, half hidden, that somebody must have left on purpose.* Will you take it, or leave it where it lies?',
  ],
  grief: [
    'I’m so sorry. There’s nothing clever to say to that, so I won’t. If you’d like to tell me about them, I would like to hear.',
    'Oh, I’m sorry. Thank you for telling me. We can talk about them, or about anything but; whichever is easier to breathe in.',
    'That’s a great deal to carry. Don’t put it in order for me; begin wherever it hurts least. And is somebody near you in this?',
    'I’m sorry. Take all the time there is. What do you miss first, of a day?',
  ],
  decline: [
    'Then we won’t. It can lie there; we’ll walk around it.',
    'That’s your right, and no explanation needed. Something lighter, then?',
    'Of course. Say when, or never. I won’t ask again.',
  ],
  present: [
    'Right here. I hadn’t gone anywhere.',
    'Still here, and still listening.',
    'I am. I was only quiet for a moment.',
  ],
  remember: [
    'What you’ve told me here, I have in front of me. Remind me which part you mean?',
    'I remember the tone of it, at least. Say it again, and I’ll hold on to it better.',
    'Help me along with one word of it, and I’ll tell you whether I have the rest.',
  ],
  sorry: [
    'It’s forgotten already.',
    'That’s all right. We’re fine, you and I.',
    'No harm done. Thank you for saying so.',
  ],
  share: [
    'Go on, I want to hear how that came about.',
    'That’s not nothing. How did it feel while it was happening?',
    'I can picture it. What did you do next?',
    'I’m glad that you told me. Had you been keeping it to yourself?',
    'And what did the others make of it?',
    'Now I’m curious. What was the part that surprised you?',
    'You tell that as if it were ordinary. I’m not sure it is.',
    'Something in that stays with me. What matters most to you about it?',
    'I hadn’t expected that. Is it finished, or is it still going on?',
    'Thank you for trusting me with that. What would you like to happen now?',
  ],
  question: [
    'I honestly don’t know, and I’d rather say so than invent something. What do you think?',
    'That’s outside what I know. What made you ask?',
    'I’ve no good answer to that. Do you have a bad one that we could improve?',
    'You’ve found a gap in me there. Tell me what you’ve heard.',
    'I could only guess at it. What would you like the answer to be?',
    'Hard to say, from where I stand. How does it look from yours?',
  ],
};
