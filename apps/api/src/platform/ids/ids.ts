import { v7 } from 'uuid';

/** A new id (UUID version 7): in order of time, also within one millisecond of one process. */
export const newId = (): string => v7();

/** Below every id that is made at or after this moment, in whole milliseconds. */
export const firstIdAt = (moment: Date): string => {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};
