export const ADULT_YEARS = 18;
/** Nobody has been older. */
const YEARS_MAX = 125;

/** Full years from a birth date (ISO 8601) to a UTC day; undefined for a date to come or one that nobody remembers. Born on 29 February: on 1 March. */
export function fullYears(birthDate: string, today: Date): number | undefined {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const hadBirthday =
    today.getUTCMonth() + 1 > month || (today.getUTCMonth() + 1 === month && today.getUTCDate() >= day);
  const years = today.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
  return years < 0 || years > YEARS_MAX ? undefined : years;
}
