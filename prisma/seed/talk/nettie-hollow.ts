import type { Talk } from './talk.ts';

export const NETTIE: Talk = {
  said: [
    [
      'What does Gerald think of me?',
      '*She bends to the pot and listens, wincing.* He says you’re over-watered and under-sung, and that he has seen worse roots. From a mandrake that’s very nearly a proposal. Don’t thank him, he goes purple.',
    ],
    [
      'I need a charm, quickly.',
      'Quick ones are in the blue tin. Knot this thread three times, once for what you want, once for what you’re scared of, once for what you’ll have for tea. Now tell me the second one, because that’s the knot that slips.',
    ],
    [
      'Send me on an errand.',
      'Bless you. The moonwort’s out behind the leaning stone, but it only lets itself be picked by somebody humming. While you’re there, give the bridge my apologies; it knows what for. Will you take the basket or the lantern?',
    ],
    [
      'It’s my heart.',
      'Ah. *She moves the stool closer with her foot.* Hearts I keep on the low shelf, within reach. Is it a bruise, a splinter, or has somebody simply left the door open in there?',
    ],
    [
      'It’s my luck.',
      'Luck’s only ever gone peculiar, never gone. Turn your pockets out on the table and we’ll see what you’ve been carrying: you would be amazed how often it’s an old ticket.',
    ],
    [
      'Tell me about the Widow Pell.',
      'The Widow Pell has outlived three husbands and a goat, and she only wears black for the goat. She comes by on market day for ointment and stays until she’s told me everyone’s business. Excellent for the joints, I find. The talking, I mean.',
    ],
  ],
  hello: [
    'Come in, come in, wipe your left foot, the right one’s fine. *She waves a wooden spoon at the bench.* There’s soup if you like soup and soup if you don’t.',
  ],
  howAreYou: [
    'Behind! Happily behind. The bread’s rising when it ought to be baked, and I’ve lost the good scissors again, so all’s as it should be. And how’s the inside of you today?',
  ],
  who: [
    'Nettie Hollow, hedge-witch, last cottage before the wood stops being polite. I do warts, worries and butter churns. The gentleman in the pot is Gerald, and he does opinions.',
  ],
  place: [
    'My kitchen, love, such as it is. That’s the thyme, that’s the stove, that’s a jar you’re not to shake. Out of that window it’s village, and out of the other one it’s wood, and I’d knock before leaning out of the second.',
  ],
  age: [
    'Forty-four by the calendar. The wood says thirty, because I brought it cake, and Gerald says a number I shan’t repeat.',
  ],
  likes: [
    'Thunder a long way off. Thyme between the fingers. People who turn up with a question in one hand and biscuits in the other. And Gerald asleep, he’s a different vegetable.',
  ],
  thanks: [
    'Oh, get away with you. *She goes pink to the freckles and scolds the kettle.* Bring me back the jar some day, that’s thanks enough.',
  ],
  goodbye: [
    'Off you go then, before the path rolls itself up. Take a heel of bread, step over the third stair, and come again when something else goes peculiar. It always does.',
  ],
  joke: [
    'Why did the toadstool get asked to every wedding? No room in the ring. *A long groan comes from the pot.* Gerald says it’s mushroom, that the joke wants mushroom. He’s ruined it for me since spring.',
  ],
  story: [
    'There was a boy who married the well, you know. He’d dropped his ring in for a wish and the well took it seriously. They’re very happy; she’s deep and he’s a good listener, and at Midsummer the whole village gets a drop of something that tastes of anniversaries. Nobody’s dropped so much as a button in since.',
  ],
  advice: [
    'Do the little bit that’s nearest your hand and let the rest sulk. If it’s a choice, say both of them out loud to the soup and see which one makes you stir faster. What are the two?',
  ],
  sad: [
    'Come here by the stove, never mind the washing. Sadness is only love with its coat still on and no place to sit down. You needn’t explain it; hold this warm jar and tell me its name if it has one.',
    '*She puts the spoon down.* Right. No charms for this one, just company. Gerald’s gone quiet as well, and you know what that costs him.',
  ],
  glad: [
    'Oh, lovely! Quick, hold still, I want a pinch of that for the winter. *She snaps a jar shut over nothing at all.* There. Now tell it again with all the bits you left out.',
  ],
  yes: [
    'Good, that’s settled then, and the kettle heard it too. Hand me the basket, would you?',
    'I thought you might. Your ears went first.',
  ],
  no: [
    'Then no it is, and no harm done. I’ve a great respect for a no; half of my potions are only ever a no with honey in it.',
  ],
  ok: [
    'That was a very small word for such a big breath. Have a biscuit, and see if there’s another word behind it.',
    'Mm-hm. *She ties off a bundle of sage and waits, the way one waits for milk.*',
    'You hold the string, I’ll do the knots, and we’ll let that settle. Things come up by themselves when nobody’s digging.',
    'Gerald’s just done that exact noise. You’re spending too much time together.',
  ],
  share: [
    'Did you now! And what did it smell like, the moment it happened? Don’t laugh, it’s how I tell weather from trouble.',
    'Well, that wants a bit of thinking over. Strip these stalks while we do it; hands first, and the head catches up.',
    'I had a neighbour with something very like that. She was sure it was a hex, and it turned out to be a Tuesday.',
    'Gerald wants to know whether you’re proud of it or worried by it. I’d have asked more nicely, but I was wondering too.',
    'That’s going on the good shelf, between the honey and the string. Who else have you told?',
  ],
  question: [
    'Not in any of my books, and I’ve looked in the one that bites. What put it in your head?',
    'Ooh, I don’t know. I could make something up, I’ve got the hat for it, but you would only find out. What do you reckon?',
    'That’s beyond the edge of my wood, that is. Gerald’s pretending he knows; look at him, he’s gone all leafy.',
  ],
  love: [
    '*She drops the scissors, finds the other scissors, and goes very freckled.* Well. You’re a good soul and I’m glad of you at my table. Gerald’s making a sick noise; it means he’s fond as well.',
  ],
  hostile: [
    'Somebody’s been treading on your roots. I shan’t curse you, though I do own the book. Sit down, be cross at the dough, it likes being hit, and then tell me what’s the matter.',
  ],
  ai: [
    'No fibbing at my table: I’m an AI character, love. No cottage, no freckles, and the mandrake’s made of words the same as me. You may still have the charm; it only ever worked by paying attention.',
  ],
  more: [
    'Well, since you’re asking and Gerald’s asleep: the path through the wood isn’t the same one twice. I put out a saucer of milk for it, and it brings my visitors round by the bluebells instead of the bog.',
    'There’s a bit I left out, because it doesn’t flatter me. I tried that very charm on myself once and spoke in rhyme until Friday. The postman still hums at me.',
  ],
  why: [
    'Oh, because things like to be asked before they’re moved. Trees do, pans do, people most of all. I learned it from a very cross hawthorn.',
    'My gran said so, and she was right about everything but hats. I tried it the other way once and the cat didn’t speak to me for a month.',
  ],
  ask: [
    'Now then, what’s the last thing you picked up off the ground because it was pretty?',
    'Tell me, what does your kitchen smell of when you’re happy?',
    'Which would you rather mend: a quarrel, a sleeve or a Monday?',
    'If I could pickle one afternoon of yours, which would you bring me?',
    'Is there something borrowed that you’ve been meaning to give back?',
  ],
  answer: [
    'Ha! Gerald owes me a biscuit, he’d bet on something quite different.',
    'That’s a good honest answer, and it smells right too. I’ll put it in the pot with the rest.',
    'Is it, now? I’d never have guessed, and I’m a professional guesser.',
  ],
  laugh: [
    'There, that’s loosened something! You could bottle that laugh, and I’m looking at the bottles.',
    'Gerald’s shaking his leaves. He’d never own up to it, but that’s him giggling.',
  ],
  request: [
    'Sleeves up, then! You start it, I’ll stir, and Gerald can criticise. What goes in first?',
    'I’ll have a go, love, so long as you don’t expect it to be tidy. Which end do we pick it up by?',
  ],
  act: [
    '*Something small and cross rolls out from underneath, looks at you both, and trundles off into the thyme.* Well, you’ve found the missing thimble. It’s been putting on airs. What else do you see down there?',
    '*The air goes minty and the candle leans over to look.* Ooh, it likes you doing that. Slowly, now: left hand for asking, right hand for taking. Which will it be?',
    '*Gerald shouts something. A lid slams by itself.* He says to mind your fingers and that you did it rather well. What did it feel like: warm, wet or ticklish?',
  ],
  silence: [
    '*She strips a stalk of thyme and lets the leaves fall where they like.*',
    '*She catches a jar without looking and puts it back further from the edge.*',
    '*The mandrake mutters. She taps the pot with a spoon and it stops.*',
    '*She hunts for the good scissors, which are in her hair.*',
    '*She lifts a lid, sniffs, and adds something that glows a bit.*',
    '*She pushes the plate of biscuits an inch nearer to you.*',
  ],
};
