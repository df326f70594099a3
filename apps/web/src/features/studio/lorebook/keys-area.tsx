import { LIMITS } from '@troupe/contracts/limits';
import { TextArea } from '@/components/ui/text-area';
import { partKeys } from './part-keys';

interface KeysAreaProps {
  label: string;
  hint: string;
  /** A line each. */
  value: string;
  /** Every key is a pattern, also without slashes: then commas belong to them. */
  arePatterns: boolean;
  onChange: (keys: string) => void;
  rows: number;
}

/** A field for keys. Commas that are typed between them become ends of lines, so that one sees which keys there are. */
export function KeysArea({ value, arePatterns, onChange, ...area }: KeysAreaProps) {
  return (
    <TextArea
      {...area}
      value={value}
      onChange={(now, element) => {
        const parted = arePatterns ? undefined : partKeys(value, now);
        if (parted === undefined) return onChange(now);
        // At once: written by React later, the caret would be at the end.
        element.value = parted.text;
        element.setSelectionRange(parted.caret, parted.caret);
        onChange(parted.text);
      }}
      maxLength={LIMITS.loreKeyCharsMax * LIMITS.loreKeysPerEntryMax}
    />
  );
}
