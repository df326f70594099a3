import './checkout.css';

/** Says, as loudly as a page can, that the sandbox takes no money. */
export function RehearsalTape() {
  return (
    <div className="rehearsal-tape">
      <p>
        <strong>Rehearsal.</strong> No money moves. No card, no account, nothing to type.
      </p>
    </div>
  );
}
