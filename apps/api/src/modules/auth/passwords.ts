import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/**
 * Argon2id (the library's default algorithm) with OWASP's first recommendation: 19 MiB, 2 passes, 1 lane.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  /** Verified when there is no user, so that an unknown e-mail takes as long as a wrong password. */
  private readonly decoy = hash('no one has this password', PARAMETERS);

  async hash(password: string): Promise<string> {
    return hash(password, PARAMETERS);
  }

  /** False for a wrong password and for a user that has none. */
  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const found = typeof passwordHash === 'string';
    const same = await verify(found ? passwordHash : await this.decoy, password);
    return found && same;
  }
}
