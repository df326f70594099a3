const CODE = /^[A-Z0-9]{3,32}$/;

/** The code that was typed, null for none, or what is wrong with it. */
export function readCode(typed: string): { code: string | null } | { problem: string } {
  const code = typed.replace(/\s/g, '').toUpperCase();
  if (code === '') return { code: null };
  return CODE.test(code) ? { code } : { problem: 'Codes have only letters and digits, three or more.' };
}
