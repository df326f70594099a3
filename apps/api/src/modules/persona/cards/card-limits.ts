const MEBIBYTE = 1024 * 1024;

/** What is read of a card's file. Every number is checked before the thing it counts is decoded. */
export const CARD_LIMITS = {
  fileBytesMax: 32 * MEBIBYTE,
  /** The card's JSON, however it is packed. Text alone is seldom over one; editors embed pictures as base64. */
  jsonBytesMax: 8 * MEBIBYTE,
  /** Deeper JSON than any editor writes, and far less than a stack holds. */
  jsonDepthMax: 64,
  /** Values in the whole tree. An entry of a book has about 45 in the fullest form. */
  jsonValuesMax: 600_000,
  bookEntriesMax: 10_000,
  pngChunksMax: 20_000,
  /** Tags in one directory of EXIF. */
  exifTagsMax: 512,
  archiveEntriesMax: 1_000,
  archivePathBytesMax: 512,
  /** All that comes out of an archive, or out of a picture besides the card. */
  unpackedBytesMax: 48 * MEBIBYTE,
  /** Unpacked to packed, for what is larger than a mebibyte: pictures don't shrink, and text shrinks ten times. */
  packingRatioMax: 250,
} as const;
