import type { ReactNode } from 'react';

interface AdminTableProps {
  label: string;
  columns: readonly string[];
  /** Rows. */
  children: ReactNode;
}

/** A table that scrolls sideways where it doesn't fit. */
export function AdminTable({ label, columns, children }: AdminTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer
    <section aria-label={label} tabIndex={0} className="admin-scroll">
      <table className="admin-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
