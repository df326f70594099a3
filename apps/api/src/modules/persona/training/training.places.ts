/** What each sealed thing is bound to: a row that is put in another's place doesn't open. Changing one of these makes unreadable what is kept. */
export const places = {
  indexKey: (personaId: string): string => `training index of persona ${personaId}`,
  fileKey: (fileId: string, personaId: string): string => `key of training file ${fileId} of persona ${personaId}`,
  about: (fileId: string): string => `description of training file ${fileId}`,
  part: (fileId: string, offsetBytes: number): string => `training file ${fileId}, bytes from ${offsetBytes}`,
  passage: (fileId: string, number: number, mature: boolean): string =>
    `training file ${fileId}, passage ${number}${mature ? ', for adults' : ''}`,
} as const;
