interface CheckFieldProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no, with what it means. */
export function CheckField({ label, hint, checked, onChange }: CheckFieldProps) {
  return (
    <label className="choice py-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 shrink-0"
      />
      <span className="grid">
        <span className="font-medium">{label}</span>
        {hint === undefined ? null : <span className="text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
