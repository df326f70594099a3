import { v7 } from 'uuid';

/** A new id (UUID version 7): in order of time, also within one millisecond of one process. */
export const newId = (): string => v7();
