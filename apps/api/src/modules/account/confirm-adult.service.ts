import { Injectable } from '@nestjs/common';
import type { AdultConfirmed } from '@troupe/contracts/http/account';
import type { Actor } from '../../platform/auth/actor.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { AuthFacade } from '../auth/index.ts';
import { ADULT_YEARS, fullYears } from './domain/full-years.ts';

@Injectable()
export class ConfirmAdultService {
  constructor(private readonly auth: AuthFacade) {}

  /**
   * Judges a birth date and forgets it. Throws `underage` below 18, and from then on whatever is said: who was turned away must not find the right
   * answer by trying, and the date that would tell when they are old enough is forgotten. Support lifts it.
   */
  async confirm(actor: Actor, birthDate: string): Promise<AdultConfirmed> {
    const now = new Date();
    const years = fullYears(birthDate, now);
    if (years === undefined) {
      throw new AppError('validation_failed', 'Nobody was born on that day', [
        { path: 'birthDate', problem: 'must be the day you were born' },
      ]);
    }
    if (years < ADULT_YEARS) {
      await this.auth.stateMinor(actor.userId, now);
      throw underage();
    }
    const session = await this.auth.confirmAdult(actor, now);
    if (session === undefined) throw underage();
    return { age: 'adult', ...session };
  }
}

const underage = (): AppError => new AppError('underage', 'This is for people who are 18 or older');
