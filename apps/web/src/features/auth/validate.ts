import { LIMITS } from '@troupe/contracts/limits';

export type AuthField = 'name' | 'email' | 'password';

/**
 * What is wrong with a form before it is sent, by field, in words. The API's contract decides in the end; this says the
 * obvious without the way there.
 */
export function validateAuth(
  mode: 'login' | 'register',
  values: Record<AuthField, string>,
): Partial<Record<AuthField, string>> {
  const errors: Partial<Record<AuthField, string>> = {};
  if (values.email === '') errors.email = 'Enter your e-mail.';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email) || values.email.length > LIMITS.emailCharsMax) {
    errors.email = 'This doesn’t look like an e-mail address.';
  }
  if (values.password === '') errors.password = 'Enter a password.';
  else if (mode === 'register' && values.password.length < LIMITS.passwordCharsMin) {
    errors.password = `Use at least ${LIMITS.passwordCharsMin} characters; you have ${values.password.length}.`;
  } else if (values.password.length > LIMITS.passwordCharsMax) {
    errors.password = `Use at most ${LIMITS.passwordCharsMax} characters.`;
  }
  if (values.name.length > LIMITS.nameCharsMax) errors.name = `Use at most ${LIMITS.nameCharsMax} characters.`;
  return errors;
}

/** The field that an answer of the API is about, or null when it is about none of them. */
export function fieldOfCode(code: string): AuthField | null {
  if (code === 'email_taken') return 'email';
  return code === 'invalid_credentials' ? 'password' : null;
}
