'use client';

import { Eye, EyeOff } from 'lucide-react';
import Link from 'next/link';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { describeError } from '@/lib/errors';
import type { SignInResult } from '@/lib/session/sign-in';
import { register, signIn } from '@/lib/session/sign-in';
import type { DemoAccounts } from './demo-logins';
import { DemoLogins } from './demo-logins';
import type { AuthField } from './validate';
import { fieldOfCode, validateAuth } from './validate';

export interface AuthFormProps {
  mode: 'login' | 'register';
  /** A path of this site; the page has checked it. */
  next: string;
  demo?: DemoAccounts | null;
}

/** Signing in and signing up: one column, and afterwards back to where the visitor was. */
export function AuthForm({ mode, next, demo = null }: AuthFormProps) {
  const [errors, setErrors] = useState<Partial<Record<AuthField, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [passwordShown, setPasswordShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  function showErrors(found: Partial<Record<AuthField, string>>) {
    setErrors(found);
    const first = (['name', 'email', 'password'] as const).find((field) => found[field] !== undefined);
    if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    return first !== undefined;
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const value = (name: AuthField) => String(data.get(name) ?? '');
    const values = { email: value('email').trim(), password: value('password'), name: value('name').trim() };
    setFailure(null);
    if (showErrors(validateAuth(mode, values))) return;
    await enter(() => (mode === 'login' ? signIn(values) : register(values)));
  }

  async function enter(attempt: () => Promise<SignInResult>) {
    setBusy(true);
    const result = await attempt();
    // Afresh, so that every part of the page is rendered for who is here now.
    if (result.ok) return location.assign(next);
    setBusy(false);
    const field = fieldOfCode(result.code);
    const { title, hint } = describeError(result.code);
    if (field === null) setFailure(`${title}. ${hint}`);
    else showErrors({ [field]: `${title}. ${hint}` });
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="grid gap-5">
      {mode === 'register' ? (
        <Field
          label="What should they call you?"
          name="name"
          autoComplete="nickname"
          hint="Any name you like. You can leave it empty."
          error={errors.name}
        />
      ) : null}
      <Field
        label="E-mail"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        error={errors.email}
      />
      <Field
        label="Password"
        name="password"
        type={passwordShown ? 'text' : 'password'}
        autoComplete={mode === 'login' ? 'current-password' : 'new-password'}
        required
        hint={mode === 'register' ? 'At least 10 characters. A short sentence works well.' : undefined}
        error={errors.password}
        trailing={
          <button
            type="button"
            aria-label="Show password"
            aria-pressed={passwordShown}
            onClick={() => setPasswordShown(!passwordShown)}
            className="grid size-11 place-items-center rounded-full text-muted hover:text-ink"
          >
            {passwordShown ? <EyeOff size={20} aria-hidden="true" /> : <Eye size={20} aria-hidden="true" />}
          </button>
        }
      />
      <p role="alert" className="text-danger-ink empty:hidden">
        {failure}
      </p>
      <Button type="submit" size="lg" busy={busy} className="w-full">
        {mode === 'login' ? 'Sign in' : 'Create account'}
      </Button>
      <OtherWay mode={mode} next={next} />
      {demo === null ? null : (
        <DemoLogins
          accounts={demo}
          busy={busy}
          onChoose={(email, password) => enter(() => signIn({ email, password }))}
        />
      )}
    </form>
  );
}

function OtherWay({ mode, next }: { mode: AuthFormProps['mode']; next: string }) {
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  const link = 'inline-flex min-h-11 items-center font-semibold text-amber-ink underline-offset-4 hover:underline';
  return mode === 'login' ? (
    <p className="flex flex-wrap items-center gap-x-2 text-muted">
      New here?
      <Link href={`/register${query}`} className={link}>
        Create an account
      </Link>
    </p>
  ) : (
    <p className="flex flex-wrap items-center gap-x-2 text-muted">
      Been here before?
      <Link href={`/login${query}`} className={link}>
        Sign in
      </Link>
    </p>
  );
}
