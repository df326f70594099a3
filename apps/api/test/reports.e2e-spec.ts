import { randomUUID } from 'node:crypto';
import { LIMITS } from '@troupe/contracts/limits';
import { type Actor, actorOf } from '@troupe/test-kit/actors';
import { until } from '@troupe/test-kit/until';
import type { Cast } from '@troupe/test-kit/world';
import { type House, openHouse } from './support/boot.ts';
import { endOf, enter, type Scene, sayPaid } from './support/chat.ts';
import { pictureFile, publishedBy, registerCreator } from './support/studio.ts';

describe('reports', () => {
  let house: House;
  let cast: Cast;
  let admin: Actor;
  const closers: (() => void)[] = [];

  beforeAll(async () => {
    house = await openHouse();
    cast = await house.world.addCast();
    const person = await house.register('Admin');
    await house.world.query("UPDATE app_user SET roles = '{fan,admin}' WHERE id = $1", [person.userId]);
    const session = await person.api.auth.refresh({ refreshToken: person.session.refreshToken });
    admin = actorOf(house.origin, { add: (close) => void closers.push(close) }, session);
  });
  afterAll(async () => {
    for (const close of closers) close();
    await house.close();
  });

  const codeOf = async (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => 'allowed',
      (error: { code: string }) => error.code,
    );
  const auditOf = async (reportId: string) =>
    house.world.query('SELECT actor_id, action, detail FROM audit_entry WHERE subject_id = $1 ORDER BY id', [reportId]);
  const talk = async (): Promise<{ scene: Scene; replyId: string }> => {
    house.llm.script({ kind: 'reply', words: ['Something ', 'unkind.'] });
    const scene = await enter(await house.register(), cast.personaId);
    for (const line of ['One', 'Two', 'Three']) await endOf(scene, (await sayPaid(scene, line)).replyId);
    const { replyId } = await sayPaid(scene, 'Four');
    await endOf(scene, replyId);
    return { scene, replyId };
  };

  it('keep a copy of the message and of what led to it, whatever becomes of the chat', async () => {
    const { scene, replyId } = await talk();
    const { api } = scene.fan;
    const receipt = await api.chat.reportMessage(replyId, { reason: 'harassment', note: 'It insulted me' });
    expect(await api.chat.reportMessage(replyId, { reason: 'other' })).toEqual(receipt);
    await house.world.query('DELETE FROM conversation WHERE id = $1', [scene.conversationId]);
    const detail = await admin.api.reports.get(receipt.id);
    expect(detail).toMatchObject({
      kind: 'message',
      subjectId: replyId,
      personaId: cast.personaId,
      reporterId: scene.fan.userId,
      reason: 'harassment',
      note: 'It insulted me',
      status: 'open',
    });
    expect(detail.excerpt.map((message) => message.content)).toEqual([
      'Something unkind.',
      'Three',
      'Something unkind.',
      'Four',
      'Something unkind.',
    ]);
    expect(detail.excerpt.at(-1)?.id).toBe(replyId);
    expect(await auditOf(receipt.id)).toEqual([{ actor_id: admin.userId, action: 'report.read', detail: {} }]);
  });

  it('of the same thing at once are one', async () => {
    const { scene, replyId } = await talk();
    const receipts = await Promise.all(
      Array.from({ length: 8 }, () => scene.fan.api.chat.reportMessage(replyId, { reason: 'hate' })),
    );
    expect(new Set(receipts.map((receipt) => receipt.id)).size).toBe(1);
  });

  it('of what is not one’s own or not there answer not_found', async () => {
    const { replyId } = await talk();
    const stranger = await house.register();
    expect(await codeOf(stranger.api.chat.reportMessage(replyId, { reason: 'hate' }))).toBe('not_found');
    expect(await codeOf(stranger.api.chat.reportMessage(randomUUID(), { reason: 'hate' }))).toBe('not_found');
    expect(await codeOf(stranger.api.personas.report(randomUUID(), { reason: 'hate' }))).toBe('not_found');
    expect(await codeOf(stranger.api.personas.report(cast.personaId, { reason: 'hate' }))).toBe('allowed');
  });

  it('are limited per person and day, also when they come at once', async () => {
    const fan = await house.register();
    await house.world.query(
      `INSERT INTO report (id, reporter_id, kind, subject_id, persona_id, reason)
       SELECT uuidv7(), $1, 'persona', gen_random_uuid(), gen_random_uuid(), 'other' FROM generate_series(1, $2::int)`,
      [fan.userId, LIMITS.reportsPerDayMax - 1],
    );
    const personas = await Promise.all([house.world.addCast(), house.world.addCast(), house.world.addCast()]);
    const codes = await Promise.all(
      personas.map(({ personaId }) => codeOf(fan.api.personas.report(personaId, { reason: 'scam' }))),
    );
    expect(codes.sort()).toEqual(['allowed', 'rate_limited', 'rate_limited']);
  });

  it('wait in a queue, the newest first, until an admin resolves them, once', async () => {
    const fan = await house.register();
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const { personaId } = await house.world.addCast();
      ids.unshift((await fan.api.personas.report(personaId, { reason: 'impersonation' })).id);
    }
    const first = await admin.api.reports.list({ limit: 2 });
    const second = await admin.api.reports.list({ limit: 2, cursor: first.nextCursor ?? undefined });
    expect([...first.items, ...second.items].slice(0, 3).map((item) => item.id)).toEqual(ids);

    const [id = ''] = ids;
    const decision = { outcome: 'upheld', note: 'Taken down' } as const;
    const answers = await Promise.all([
      admin.api.reports.resolve(id, decision),
      admin.api.reports.resolve(id, decision),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 'resolved',
        resolution: { outcome: 'upheld', note: 'Taken down', resolvedBy: admin.userId },
      });
    }
    expect(await codeOf(admin.api.reports.resolve(id, { outcome: 'dismissed', note: 'No' }))).toBe(
      'report_already_resolved',
    );
    expect(await auditOf(id)).toEqual([{ actor_id: admin.userId, action: 'report.resolved', detail: decision }]);
    expect((await admin.api.reports.list()).items.map((item) => item.id)).not.toContain(id);
    expect((await admin.api.reports.list({ status: 'resolved' })).items.map((item) => item.id)).toContain(id);
    expect(await codeOf(admin.api.reports.resolve(randomUUID(), decision))).toBe('not_found');
  });

  it('of a post keep it as it was; an admin removes it, once, for everybody, and its creator alone is told why', async () => {
    const creator = await registerCreator(house, 'Mira', { handle: 'mira' });
    const persona = await publishedBy(creator, 'Orla');
    const fan = await house.register();
    await fan.api.community.follow(persona.id);
    const { key } = await creator.api.creator.uploadPicture(await pictureFile('#224466', 640, 400), { shape: 'free' });
    const { id } = await creator.api.community.createPost(persona.id, {
      clientPostId: randomUUID(),
      text: 'Buy my\ncoins.',
      pictures: [{ key, alt: 'A purse' }],
    });
    await until('the follower to be told', async () => (await fan.api.notifications.unread()).unreadCount === 1);
    const receipt = await fan.api.community.reportPost(id, { reason: 'scam', note: 'It asks for money' });
    expect(await fan.api.community.reportPost(id, { reason: 'other' })).toEqual(receipt);
    await creator.api.community.changePost(id, { text: 'Nothing to see.', pictures: [] });
    expect(await admin.api.reports.get(receipt.id)).toMatchObject({
      ...{ kind: 'post', subjectId: id, personaId: persona.id, reason: 'scam', excerpt: [] },
      post: {
        ...{ personaName: 'Orla', personaSlug: persona.slug, text: 'Buy my\ncoins.', mature: false, editedAt: null },
        pictures: [{ key, alt: 'A purse', widthPx: 640, images: expect.arrayContaining([expect.anything()]) }],
      },
    });

    const socket = await creator.openSocket();
    const remove = (reason: string) => admin.api.admin.removePost(id, { reason });
    const answers = await Promise.all([remove('It is a scam'), remove('It is a scam')]);
    expect(answers[1]).toEqual(answers[0]);
    expect(await remove('For another reason')).toEqual(answers[0]);
    expect(await codeOf(fan.api.community.post(id))).toBe('not_found');
    expect(await codeOf(creator.api.community.changePost(id, { text: 'Again.' }))).toBe('not_found');
    expect(await creator.api.community.audience(persona.id)).toMatchObject({ postCount: 0 });
    const heard = await until('the bell', () => socket.eventsOf('notification').at(0));
    const subject = { postId: id, personaName: 'Orla', excerpt: 'Nothing to see.', reason: 'It is a scam' };
    expect(heard).toMatchObject({ kind: 'postRemoved', subject });
    expect((await creator.api.notifications.list()).items).toMatchObject([{ kind: 'postRemoved', subject }]);
    await until('the news to be taken back', async () => (await fan.api.notifications.list()).items.length === 0);
    const detail = { reason: 'It is a scam', personaId: persona.id, creatorId: creator.userId };
    expect(await auditOf(id)).toEqual([{ actor_id: admin.userId, action: 'post.removed', detail }]);
    // Nobody chooses not to be told of a decision over them.
    expect((await creator.api.notifications.preferences()).preferences.map(({ kind }) => kind)).toEqual(['post']);
  });

  it('are there for admins, and not there for anybody else, whatever is sent', async () => {
    const fan = await house.register();
    const { id } = await fan.api.personas.report(cast.personaId, { reason: 'other' });
    const call = (method: string, path: string, body?: string) =>
      fetch(`${house.origin}/admin/reports${path}`, {
        method,
        headers: { authorization: `Bearer ${fan.session.token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      });
    const answers = await Promise.all([
      call('GET', ''),
      call('GET', `/${id}`),
      call('GET', '/nonsense'),
      call('POST', `/${id}/resolve`, '{"outcome":"upheld","note":"Mine"}'),
      call('POST', `/${id}/resolve`, '{}'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    expect((await fetch(`${house.origin}/admin/reports`)).status).toBe(401);
  });

  it('outlive the account of who made them, and the trail of what was done can’t be changed', async () => {
    const fan = await house.register();
    const { personaId } = await house.world.addCast();
    const { id } = await fan.api.personas.report(personaId, { reason: 'other' });
    await house.world.query('DELETE FROM app_user WHERE id = $1', [fan.userId]);
    expect((await admin.api.reports.get(id)).reporterId).toBeNull();
    for (const change of ["UPDATE audit_entry SET action = 'nothing'", 'DELETE FROM audit_entry']) {
      await expect(house.world.query(change)).rejects.toMatchObject({ code: '23001' });
    }
  });
});
