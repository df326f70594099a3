import { OpenSessions } from './open-sessions.ts';

const session = { sessionId: 's', userId: 'u' };

describe('open sessions', () => {
  it('ask once for a burst of requests, and again when told to forget', async () => {
    const sessions = new OpenSessions();
    let asked = 0;
    let open = true;
    sessions.register(async () => {
      asked += 1;
      return open;
    });
    expect(await Promise.all(Array.from({ length: 5 }, () => sessions.isOpen(session)))).toEqual(Array(5).fill(true));
    expect(asked).toBe(1);
    open = false;
    sessions.forget('s');
    expect(await sessions.isOpen(session)).toBe(false);
  });

  it('remember neither a closed session nor a check that failed', async () => {
    const sessions = new OpenSessions();
    const answers: (() => Promise<boolean>)[] = [
      async () => false,
      async () => Promise.reject(new Error('the database is away')),
      async () => true,
    ];
    sessions.register(async () => answers.shift()?.() ?? false);
    expect(await sessions.isOpen(session)).toBe(false);
    await expect(sessions.isOpen(session)).rejects.toThrow('the database is away');
    expect(await sessions.isOpen(session)).toBe(true);
  });

  it('do not keep an answer that was on its way when the session ended', async () => {
    const sessions = new OpenSessions();
    const slow = Promise.withResolvers<boolean>();
    const answers = [slow.promise, Promise.resolve(false)];
    sessions.register(async () => answers.shift() ?? false);
    const early = sessions.isOpen(session);
    sessions.forget('s');
    slow.resolve(true);
    expect(await early).toBe(true);
    expect(await sessions.isOpen(session)).toBe(false);
  });
});
