import type { User as TroupeUser } from '@troupe/contracts/http/auth';

declare module 'next-auth' {
  interface User {
    tokens: import('./session-cookie').SessionTokens;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    user?: TroupeUser;
    accessToken?: string;
    accessTokenExpiresAtMs?: number;
    refreshToken?: string;
  }
}
