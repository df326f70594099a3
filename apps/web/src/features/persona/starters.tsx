import type { PersonaPage } from '@troupe/contracts/http/persona';
import { StartChat } from './start-chat';

/** Lines that a fan could answer the greeting with: each opens the chat with it in the composer, unsent. */
export function Starters({ persona, signedIn }: { persona: PersonaPage; signedIn: boolean }) {
  if (persona.starters.length === 0) return null;
  return (
    <section aria-labelledby="starters" className="grid content-start gap-4">
      <h2 id="starters" className="text-xl">
        You could say
      </h2>
      <ul className="grid justify-items-start gap-2.5">
        {persona.starters.map((starter) => (
          <li key={starter}>
            <StartChat
              personaId={persona.id}
              slug={persona.slug}
              signedIn={signedIn}
              draft={starter}
              look="starter-bubble"
            >
              {starter}
            </StartChat>
          </li>
        ))}
      </ul>
    </section>
  );
}
