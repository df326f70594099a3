/** Files that no reader of cards may take. */
export { REFUSED_ARCHIVES } from './cards/refused-archives.ts';
export { REFUSED_FILES } from './cards/refused-files.ts';
