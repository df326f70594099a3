import { cn } from '@/lib/cn';
import type { WizardStep } from './wizard-steps';

interface StepBarProps {
  steps: readonly WizardStep[];
  index: number;
  onGo: (index: number) => void;
}

/** Where one is among the steps; each of them leads there, in any order. */
export function StepBar({ steps, index, onGo }: StepBarProps) {
  return (
    <nav aria-label="Steps" className="step-bar">
      <ol>
        {steps.map(({ key, label }, place) => (
          <li key={key}>
            <button
              type="button"
              aria-label={label}
              aria-current={place === index ? 'step' : undefined}
              title={label}
              onClick={() => onGo(place)}
              className={cn('step-mark', place <= index && 'step-mark-lit')}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}
