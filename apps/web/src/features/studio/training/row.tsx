import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';

/** One file: its name, what is to be said of it, and what can be done. */
export function Row({ name, children, tools }: { name: string; children: ReactNode; tools: ReactNode }) {
  return (
    <li className="training-row">
      <FileText size={22} strokeWidth={1.6} aria-hidden="true" className="mt-0.5 text-muted" />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium wrap-anywhere">{name}</p>
        {children}
      </div>
      <div className="training-tools">{tools}</div>
    </li>
  );
}
