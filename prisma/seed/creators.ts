/** Four demo creators, each with a taste of their own. Nobody here exists. */

export interface SeedCreator {
  readonly handle: string;
  readonly displayName: string;
  readonly email: string;
  readonly bio: string;
}

export const SEED_CREATORS: readonly SeedCreator[] = [
  {
    handle: 'marlowe',
    displayName: 'Marlowe Finch',
    email: 'marlowe@demo.troupe.local',
    bio:
      'Failed stage manager, working night owl. I write people you might meet in an old building after closing ' +
      'time: detectives, ghosts, duellists, a clock with feelings. Everyone gets a good entrance.',
  },
  {
    handle: 'wrenhearth',
    displayName: 'Wren Okafor',
    email: 'wrenhearth@demo.troupe.local',
    bio:
      'Former district nurse, current owner of too many teapots. My characters put the kettle on first and ask ' +
      'questions second. If you leave feeling a little better fed, it worked.',
  },
  {
    handle: 'farsignal',
    displayName: 'Teodor Lind',
    email: 'farsignal@demo.troupe.local',
    bio:
      'Radio ham and map collector from a small island with one road. I like voices from far away, and the ' +
      'people who go a long distance to deliver something by hand.',
  },
  {
    handle: 'beaquill',
    displayName: 'Bea Quill',
    email: 'beaquill@demo.troupe.local',
    bio:
      'Taught eleven-year-olds for twenty years and misses the arguments. I make tutors with strong opinions ' +
      'and bad table manners. You will learn something, probably by accident.',
  },
];
