/** Every limit that a client can run into, named, with its unit last. */
export const LIMITS = {
  httpBodyBytesMax: 64 * 1024,
  /** A save of a persona, whose greetings and dialogue may be long. */
  personaBodyBytesMax: 320 * 1024,
  /** All that a persona says together, as JSON: each version keeps it whole. */
  personaBytesMax: 256 * 1024,
  socketPacketBytesMax: 64 * 1024,
  emailCharsMax: 254,
  passwordCharsMin: 10,
  /** Argon2 hashes the whole password: an upper bound keeps one request from buying a lot of work. */
  passwordCharsMax: 128,
  nameCharsMax: 60,
  messageCharsMax: 4_000,
  titleCharsMax: 80,
  fanDescriptionCharsMax: 1_000,
  authorNoteCharsMax: 2_000,
  authorNoteDepthMax: 20,
  memoryCharsMax: 4_000,
  /** As far above the end of a branch a summary still counts as its memory in the prompt. */
  memoryReachMessagesMax: 400,
  replyCharsMax: 16_000,
  replyTokensMax: 1_000,
  historyMessagesMax: 40,
  /** Prompt and reply together, for a model whose context nobody has told. */
  contextTokensMax: 8_192,
  generationsPerFanMax: 5,
  /** Messages in one place of the tree that are shown. */
  alternativesMax: 100,
  roomsPerSocketMax: 20,
  socketsPerUserMax: 20,
  /** Connections of one address that have not said yet whose they are; that takes a moment each. */
  anonymousSocketsPerAddressMax: 40,
  socketEventsPerTenSecondsMax: 60,
  /** Webhooks that somebody else signed, or nobody; those of our providers are never counted. */
  badSignaturesPerAddressPerMinuteMax: 30,
  /** Messages that are deleted with one, and steps down to the end of a branch. */
  branchMessagesMax: 10_000,
  /** Messages of one export. */
  exportMessagesMax: 50_000,
  pageItemsDefault: 30,
  pageItemsMax: 100,
  searchCharsMax: 80,
  tagCharsMax: 40,
  cursorCharsMax: 200,
  noteCharsMax: 140,
  /** Why an admin did something. */
  reasonCharsMax: 500,
  legalNameCharsMax: 120,
  payoutDestinationsMax: 10,
  reportNoteCharsMax: 1_000,
  /** Reports of one person within 24 hours. */
  reportsPerDayMax: 20,
  /** Messages that a report keeps: the reported one, and what led to it. */
  reportExcerptMessagesMax: 5,
  handleCharsMin: 3,
  handleCharsMax: 30,
  bioCharsMax: 1_000,
  linksMax: 6,
  linkCharsMax: 300,
  personasPerCreatorMax: 200,
  hookCharsMax: 140,
  personaDescriptionCharsMax: 8_000,
  looksCharsMax: 2_000,
  personalityCharsMax: 40_000,
  scenarioCharsMax: 20_000,
  systemPromptCharsMax: 20_000,
  postHistoryCharsMax: 20_000,
  greetingCharsMax: 16_000,
  alternativeGreetingsMax: 50,
  exampleDialogueMax: 100,
  exampleLineCharsMax: 8_000,
  startersMax: 10,
  starterCharsMax: 140,
  tagsMax: 30,
  /** Versions of one persona that are kept; beyond it the oldest go. */
  personaVersionsMax: 100,
  pictureBytesMax: 10 * 1024 * 1024,
  /** Pixels of a picture as it comes, before anything of it is decoded. */
  picturePixelsMax: 40_000_000,
  pictureSideMin: 128,
  picturesPerDayMax: 100,
  idempotencyKeyCharsMax: 128,
  spendingDaysMax: 90,
  loreEntriesMax: 10_000,
  loreNameCharsMax: 200,
  loreCommentCharsMax: 4_000,
  /** A word or phrase, or a pattern. */
  loreKeyCharsMax: 500,
  loreKeysPerEntryMax: 100,
  loreContentCharsMax: 20_000,
  /** All entries of a lorebook together, as the JSON that cards have. */
  lorebookBytesMax: 8 * 1024 * 1024,
  /** Of a whole one as it is sent: larger ones come with a card. */
  lorebookBodyBytesMax: 1024 * 1024,
  /** Of one entry as it is sent, in bytes of its body. */
  loreEntryBodyBytesMax: 256 * 1024,
  /** All messages of a trial together. */
  loreTrialCharsMax: 20_000,
  /** Entries and problems that an answer about a lorebook names. */
  loreNamedMax: 200,
  /** Files with a character card. */
  cardBytesMax: 32 * 1024 * 1024,
  /** The highest limit that people can set on their own spending: beyond it, none is meant. */
  ownLimitMicrocoinsMax: 1_000_000_000_000,
  postCharsMax: 4_000,
  postPicturesMax: 4,
  pictureAltCharsMax: 300,
  /** Posts of one creator within 24 hours, on all their personas: each is told to every follower. */
  postsPerDayMax: 30,
  /** Personas that one fan follows. */
  followsMax: 2_000,
  trainingFileBytesMax: 10 * 1024 * 1024,
  /** One request of an upload. */
  trainingPartBytesMax: 512 * 1024,
  /** Text that is read out of one file, of all files of a persona, and of all of a creator's. */
  trainingFileCharsMax: 2_000_000,
  trainingPersonaCharsMax: 4_000_000,
  trainingCreatorCharsMax: 20_000_000,
  trainingFilesPerPersonaMax: 50,
  /** Uploads of one creator that have not arrived whole or are not read yet. */
  trainingUnfinishedMax: 20,
  fileNameCharsMax: 200,
  /** Passages of one page of a preview. */
  trainingPassagesPageMax: 20,
  /** Personas on the stage. */
  featuredMax: 12,
  /** Words of a search that are looked at. */
  searchWordsMax: 8,
  /** Personas of one search that are put into the order of relevance. */
  searchFoundMax: 300,
  /** Replies that a fan paid for and kept, before they may rate. */
  ratingRepliesMin: 3,
  /** Files that come with one card, each, and all together. */
  cardFilesMax: 900,
  cardFileBytesMax: 16 * 1024 * 1024,
  cardFilesBytesMax: 32 * 1024 * 1024,
  /** Of all cards of a creator. */
  cardFilesPerCreatorBytesMax: 512 * 1024 * 1024,
  /** Lorebooks, cards and versions of all personas of a creator, as JSON. */
  keptPerCreatorBytesMax: 256 * 1024 * 1024,
} as const;
