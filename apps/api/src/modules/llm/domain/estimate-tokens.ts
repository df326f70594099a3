import type { ChatTurn } from './provider.ts';

/** English text runs at about four characters a token; used only where a provider doesn't report usage. */
const BYTES_PER_TOKEN = 4;

/** By its length in UTF-8, since that is what tokenizers work on: a Chinese character costs most of a token, not a quarter. */
export const estimateTokens = (text: string): number => Math.ceil(countUtf8Bytes(text) / BYTES_PER_TOKEN);

export const estimatePromptTokens = (turns: readonly ChatTurn[]): number =>
  turns.reduce((total, turn) => total + estimateTokens(turn.content) + 4, 0);

function countUtf8Bytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    // Half of a pair, of which each makes four bytes.
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
