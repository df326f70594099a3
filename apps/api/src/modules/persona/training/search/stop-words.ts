/**
 * Words that say nothing of what a text is about, in the languages that most fans write. They are neither indexed nor looked for: that spares room, and it takes
 * from the index the very words by whose frequency a language gives itself away.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    // English
    'a about after again all also am an and any are as at be because been before being but by can could did do does doing don down each ever every few for from get',
    'give go going got had has have having he her here hers him his how i if in into is it its just know let like ll many may me might more most much must my no nor not now',
    'of off ok on once one only or other our out over own please re s said same say see she should so some such t tell than that the their them then there these they thing this those to too',
    'two up us ve very want was way we well were what when where which while who whom whose why will with would yes yet you your yours',
    'hi hello hey thanks thank bye good really think',
    // German
    'aber als am an auch auf aus bei bin bis bist da das dass dein dem den der des die dir doch du durch ein eine einem einen einer er es fur hast hat ich ihr im in ist ja kann kein mein',
    'mich mir mit nach nicht noch nur oder schon sein sich sie sind so uber um und uns von vor war was wer wie wir wird wo zu zum zur',
    // French
    'au aux avec ce ces cette dans de des du elle en est et etait eu il ils je la le les leur lui ma mais me mes moi mon ne nos notre nous on ou par pas pour plus qu que quel quelle qui sa se ses son',
    'sont sur ta te tes toi ton tu un une vos votre vous y',
    // Spanish, Portuguese, Italian
    'al como con cual cuando de del donde e el ella ellos en era es esta este esto hay la las le les lo los mas me mi muy no nos o para pero por porque que quien se ser si sin sobre son su sus te tu un una',
    'yo ao aos as com da das do dos ela ele em essa esse eu foi isso mais mas na nao nas nem no nos o os ou para pela pelo por qual quando quem sao se sem seu sua tem um uma voce',
    'che chi ci con cosa da dal dalla dei del della di dove e gli ha hai ho il in io la le lei lo lui ma mi nel nella non ogni per piu quale quando questo se sei si sono su sua suo ti tra un una',
    // Dutch
    'aan als ben bij dan dat de deze die dit een en er haar heb heeft het hij hoe ik in is ja je kan maar met mijn naar niet nog of om ook op over te toen tot uit van voor waar was wat we wie wij zij zijn',
  ]
    .join(' ')
    .split(' '),
);
