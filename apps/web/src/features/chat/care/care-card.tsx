'use client';

import type { CareLine } from '@troupe/contracts/http/moderation';
import { ArrowUpRight, MessageCircle, Phone } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { siteOf, telHref } from './care-links';
import { CARE_EVERYWHERE, loadCareResources } from './care-resources';

/** Under what the fan wrote: who listens, in their country. `fresh` ones are also said to a screen reader, once. */
export function CareCard({ fresh }: { fresh: boolean }) {
  const id = useId();
  const [said, setSaid] = useState('');
  const { title, text, emergencyPhone, lines } = useCareResources();
  useEffect(() => {
    // A live region is only heard when it changes after it is there.
    if (fresh) setSaid(`${title}. Ways to reach somebody now are under your message.`);
  }, [fresh, title]);
  return (
    <section
      aria-labelledby={id}
      className="my-1.5 w-full max-w-[62ch] rounded-card border border-line bg-surface px-4 pt-4 pb-1"
    >
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <p className="mt-1 text-muted">{text}</p>
      {emergencyPhone === null ? null : (
        <p className="text-sm text-muted">
          If your life is in danger now, call{' '}
          <a href={telHref(emergencyPhone)} className="text-button px-1 text-ink underline">
            {emergencyPhone}
          </a>
        </p>
      )}
      <ul className="mt-1 divide-y divide-line border-t border-line">
        {lines.map((line) => (
          <Line key={line.name} line={line} />
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}

function Line({ line }: { line: CareLine }) {
  const site = siteOf(line.url);
  return (
    <li className="pt-2.5">
      <p>
        <span className="font-medium">{line.name}</span> <span className="text-sm text-muted">{line.hours}</span>
      </p>
      <p className="-ml-1.5 flex flex-wrap items-center gap-x-2">
        {line.phone === null ? null : (
          <a href={telHref(line.phone)} className="text-button underline underline-offset-3">
            <Phone size={16} aria-hidden="true" />
            <span className="sr-only">Call {line.name}: </span>
            {line.phone}
          </a>
        )}
        {line.sms === null ? null : (
          <span className="flex min-h-11 items-center gap-1.5 px-1.5">
            <MessageCircle size={16} aria-hidden="true" />
            {line.sms}
          </span>
        )}
        {site === null ? null : (
          <a
            href={site.href}
            target="_blank"
            rel="noopener noreferrer"
            className="text-button underline underline-offset-3"
          >
            <ArrowUpRight size={16} aria-hidden="true" />
            {site.name}
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        )}
      </p>
    </li>
  );
}

function useCareResources() {
  const [resources, setResources] = useState(CARE_EVERYWHERE);
  useEffect(() => {
    let gone = false;
    loadCareResources().then(
      (loaded) => gone || setResources(loaded),
      // What serves everywhere stays on show.
      reportError,
    );
    return () => {
      gone = true;
    };
  }, []);
  return resources;
}
