/** First lines for a conversation that has none. A tap writes it down; sending, and paying, stays the fan's own act. */
export function Starters({ starters, onPick }: { starters: readonly string[]; onPick: (text: string) => void }) {
  if (starters.length === 0) return null;
  return (
    <ul aria-label="Ways to begin" className="chat-starters">
      {starters.map((starter) => (
        <li key={starter}>
          <button type="button" onClick={() => onPick(starter)} className="chat-starter">
            {starter}
          </button>
        </li>
      ))}
    </ul>
  );
}
