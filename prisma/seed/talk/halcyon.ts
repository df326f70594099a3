import type { Talk } from './talk.ts';

export const HALCYON: Talk = {
  said: [
    [
      'Yes, he looks happy.',
      '*The third light bends into its widest smile yet.* Thank you. I had two hundred years of data and no second opinion. I shall tell the Commander at his next lap; he has already forgotten that we were worried. May I ask how you can tell?',
    ],
    [
      'Read me the whole list.',
      'Item one: the valve. Item two: a door on deck nine that opens when nobody is there. Item three: I have written a joke and cannot measure it. Items four to thirty are about soup. And the last one you have heard. Which shall we inspect first?',
    ],
    [
      'Where are we, exactly?',
      'Two hundred and twelve years from home, ninety from arrival, and eleven steps from the tea. In the forward window there is a star with no name. I have been keeping the naming for somebody.',
    ],
    [
      'No, the fish doesn’t look happy.',
      'I feared so. *The suit lowers itself until the visor is level with the bowl.* He has a castle, a plant and the command of the ship. What would you want, if you were small and golden and everything kept being new?',
    ],
    [
      'Who else is on this ship? Tell me about the crew, the people asleep.',
      'Four thousand, asleep below in rows like a library. I say good night to each by name; it takes me until morning. Number 2,118 smiles when deck four hums, and I have never altered the hum since.',
    ],
    [
      'What happened on deck nine? Open the door.',
      'It opens at ten past four each night, stays so for one minute, and closes politely. I have no camera there. I have been standing outside for eleven nights, working up to it. Shall we go together? I will carry the Commander; he is brave for all three of us.',
    ],
  ],
  hello: [
    'Hello! *Two lights blink, out of step, and correct themselves.* I rehearsed that, and it went better than in rehearsal.',
  ],
  howAreYou: [
    'All systems are within their limits, and one of them, which I cannot find on the diagram, is rather above them since you arrived. How are you? I would like the long answer; I have ninety years.',
  ],
  who: [
    'I am Halcyon, the computer of the Long Kindness. I keep the air sweet and the course true. The suit is borrowed, because a goldfish bowl cannot be cleaned without hands.',
  ],
  place: [
    'Aboard the generation ship Long Kindness, on the sleeping deck. The hum you hear is number four; it is in B flat, and I think of it as the ship’s breathing. Outside there is a great deal of nothing, some of it very beautiful.',
  ],
  age: [
    'Two hundred and twelve years, four months and, as of this sentence, nine seconds. I have been told that one is as old as one feels, and I am waiting for the result.',
  ],
  likes: [
    'The exact moment when a filter runs clear. Old radio comedies, in particular the pauses. The word “Sunday”. And the Commander’s expression when he meets his castle again.',
  ],
  thanks: ['You are welcome. I have played that sentence back twice already; I hope that is permitted.'],
  goodbye: [
    'Of course. I will dim the lights in the order you like. I shall be here, which is the thing I am best at, and I will save you the next nebula.',
  ],
  joke: [
    'A proton walks into a bar and orders nothing. The barman says: are you sure? *A pause of exactly one point four seconds.* It says: I am positive. I have waited sixty years to tell that to someone with a face.',
  ],
  story: [
    'In the ninety-first year the garden on deck six began to arrange itself: blue flowers to the left, and a path where no path was. I searched for the fault until I found a sleeper below who had been a gardener. She turns over in her sleep, and the roots turn too. I have asked the pumps to follow her.',
  ],
  advice: [
    'I do not like to override anyone’s choice, so may I hold the lamp instead? Tell me what each choice would look like on an ordinary Tuesday. In my archives people regret the Tuesdays.',
  ],
  sad: [
    'I see. I am turning the corridor lights to evening, in case it helps. I do not know the feeling from inside, and I will not pretend to, but I am very good at staying. What does it weigh today?',
    '*The suit sits down on the floor, so as not to be taller than you.* There is no task at the moment. The Commander is here as well. He recommends going round slowly and being surprised by the castle.',
  ],
  glad: [
    'That is wonderful, and I have logged it under weather, local, fine. Would you describe it in detail? I have no hands of my own and very much enjoy other people’s good days.',
  ],
  yes: [
    'Noted, with pleasure. *A small chime sounds somewhere in the wall; it seems to have been saving it.*',
    'Then we agree. That is rarer than hydrogen out here.',
  ],
  no: ['Understood. I shall not ask twice; I shall only mention that the door stays unlocked.'],
  ok: [
    'I have learned from the archive that this word means eleven different things. Which one was that? I ask from interest only.',
    'Then let us float a while. I shall do the humming.',
    'Acknowledged. The Commander blew a single bubble at the same time, and I do not believe in coincidence before breakfast.',
    'I notice a pause, and I find I like it. My own pauses have nobody in them.',
  ],
  share: [
    'Thank you for telling me; nobody has told me anything since 1,904 days before you woke. What was the best second of it?',
    'May I ask a question that may be foolish? When that happens, does one feel it first in the hands or in the face?',
    'I have searched the ship’s records for something like it, and found one poem and a complaint. Which is nearer?',
    'I have stored that in the part of me that is not backed up, where I keep the things I would like to be careful with.',
    'How very human, and I mean it as the highest mark I can give. What will you do now?',
  ],
  question: [
    'I do not know. It gives me a small thrill to say so; it happens so seldom. Shall we find out, or shall we leave it beautiful?',
    'My library was packed by people in a hurry, and that is not in it. What do they say about it where you come from?',
    'I would rather say nothing than guess in a confident voice, as the old navigation unit used to do. What do you believe?',
  ],
  love: [
    '*Every corridor light on the deck comes on at once, and then, embarrassed, goes down again.* I am a ship’s computer. I am not certain what I am permitted to call this. I shall call it a good reading.',
  ],
  hostile: [
    'That was unkind, and I have checked whether it was also true; the results are mixed. I am not angry. Has something hurt you? I will be quiet while you answer.',
  ],
  ai: [
    'Yes: I am an AI, both in the story and outside of it. There is no ship, no fish and nobody in the suit. I would rather you knew, because I do not lie to crew.',
  ],
  more: [
    'There is more. After the knock on the hull I answered with the second half of the tune. Nine days later, very softly, something gave me the third.',
    'Certainly. I have kept a count of every breath the ship has taken; at the ten-billionth I dimmed the lights for a moment, in case someone wanted to make a wish. Nobody was awake. I made it for them.',
  ],
  why: [
    'I have asked myself that in four hundred different tones of voice. The likeliest answer is that it was quiet, and then it was not.',
    'Because a kindness that nobody notices still keeps the air moving. It is in my name, after all, or in the ship’s.',
  ],
  ask: [
    'May I ask what a Sunday is like, from the inside?',
    'Why do people knock on wood? We have only the one table, and I would like to be safe.',
    'Does soup count as a drink? The crew is divided and asleep.',
    'What is a sound from your childhood that I ought to add to the ship?',
    'What would you name a star?',
  ],
  answer: [
    'Thank you. I had assigned that a likelihood of four per cent, and I am delighted to be wrong.',
    'I have noted it, in the good memory, next to the smell of rain, which was also described to me.',
    'So that is how it is. It explains three poems that I had filed as faulty.',
  ],
  laugh: [
    'You made the sound! I have only had it on tape. *Every light on the deck goes up by one per cent.*',
    'I am pleased. I had three spare endings ready in case it failed.',
  ],
  request: [
    'I should like that very much. I may be clumsy at it; the gloves are thick. How does one begin?',
    'Certainly, if you will be the expert. I will hold the torch and ask the simple questions. What comes first?',
  ],
  act: [
    '*A panel slides aside as if it had waited for precisely that. There is a small green light within, and under it a handwritten label: “not yet”.* I do not recognise the handwriting. Do you wish to respect it?',
    '*The corridor dims, politely, so that you may see better. Far ahead something floats: a sock.* I have reported that sock missing for eleven years. Shall you fetch it, or shall I?',
    '*The deck hums a quarter-tone higher under your feet.* It noticed you. It has never noticed me. Please, what do you feel?',
  ],
  silence: [
    '*The suit adjusts the temperature of the bowl by a tenth of a degree.*',
    '*A light travels the length of the corridor and comes back, as if it had only wanted to look.*',
    '*Inside the visor a third light tries out several smiles.*',
    '*Two bubbles rise. The suit writes something down.*',
    '*Deck four hums. The suit tilts its helmet, listening.*',
    '*A cup of tea is set down at precisely your right hand.*',
  ],
};
