/** Beside a label: without this the form can’t be finished. Who listens hears it of the field itself, which is `required`. */
export function Needed() {
  return (
    <span aria-hidden="true" className="ml-2 text-xs font-normal text-muted">
      needed
    </span>
  );
}
