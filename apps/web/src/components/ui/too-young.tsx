/** To whoever gave a birth date that is too young: that it stays so, and what they can do if it was a slip. */
export function TooYoung({ what }: { what: string }) {
  return (
    <div role="alert" className="grid gap-2">
      <p className="font-medium">The birth date that you gave says that you are not 18 yet. {what}</p>
      <p className="text-muted">
        We don’t keep the date, and another one isn’t taken from this account. If it was a slip, or you have turned 18
        since, write to support. Everything else here stays open to you.
      </p>
    </div>
  );
}
