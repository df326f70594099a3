import type { PersonaCard as PersonaCardData } from '@troupe/contracts/http/persona';
import type { ReactNode } from 'react';
import { PersonaCard } from './persona-card';

interface PersonaRowProps {
  id: string;
  title: ReactNode;
  personas: readonly PersonaCardData[];
  canHide: boolean;
}

/** A few of the cast side by side, to be pushed along; nothing where there is nobody. */
export function PersonaRow({ id, title, personas, canHide }: PersonaRowProps) {
  if (personas.length === 0) return null;
  return (
    <section aria-labelledby={id} className="persona-row">
      <h2 id={id} className="px-4 text-xl md:px-8">
        {title}
      </h2>
      <ul className="persona-row-list">
        {personas.map((persona) => (
          <li key={persona.id}>
            <PersonaCard persona={persona} canHide={canHide} again />
          </li>
        ))}
      </ul>
    </section>
  );
}
