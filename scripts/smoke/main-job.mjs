// The main job over HTTP, as an admin, a mentor and a mentee would do it.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { signInByMail } from './client.mjs';

const APPLY_TIMEOUT_MS = 120_000;
const RUN_TIMEOUT_MS = 300_000;
const SESSIONS = 50;

/** A program of its own, with whatever is in the two files. */
export async function importPeople(admin, files) {
  const program = await admin.post('/v1/programs', {
    name: `Smoke ${new Date().toISOString().slice(0, 19)}`,
    timeZone: 'Europe/Berlin',
    settings: { organisationInformsPeople: true, sessionNoticeMinutes: 0 },
  });
  const base = `/v1/programs/${program.id}`;
  const counts = {};
  for (const [kind, file] of Object.entries(files)) {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new Blob([readFileSync(file)]), basename(file));
    const preview = await admin.post(`${base}/imports`, form);
    await admin.post(`${base}/imports/${preview.id}/apply`);
    const done = await admin.until(
      `${base}/imports/${preview.id}`,
      ({ state }) => state !== 'applying',
      APPLY_TIMEOUT_MS,
    );
    if (done.state !== 'applied') throw new Error(`The import of ${file} failed: ${done.failure}`);
    counts[kind] = done.createdCount;
  }
  return { base, counts };
}

/** A cohort of everybody, a run in the worker, and its publication by two clicks at once. */
export async function matchAndPublish(admin, base) {
  const cohort = await admin.post(`${base}/cohorts`, { name: 'Smoke' });
  await admin.post(`${base}/cohorts/${cohort.id}/open`, undefined, { 'If-Match': `"${cohort.version}"` });
  await admin.post(`${base}/cohorts/${cohort.id}/members`, { everybody: true });
  const { version } = await admin.get(`${base}/cohorts/${cohort.id}`);
  await admin.post(`${base}/cohorts/${cohort.id}/close`, undefined, { 'If-Match': `"${version}"` });
  const run = await admin.post(`${base}/cohorts/${cohort.id}/runs`);
  const ended = await admin.until(
    `${base}/runs/${run.id}`,
    ({ state }) => !['queued', 'running'].includes(state),
    RUN_TIMEOUT_MS,
  );
  if (ended.state !== 'succeeded') throw new Error(`The run ended ${ended.state}: ${ended.failure}`);
  const [pairs, unmatched] = [
    await admin.all(`${base}/runs/${run.id}/pairs`),
    await admin.all(`${base}/runs/${run.id}/unmatched?role=mentee`),
  ];
  await Promise.all([1, 2].map(() => admin.post(`${base}/runs/${run.id}/publish`)));
  const mentorships = await admin.all(`${base}/mentorships`);
  return { pairs, unmatched, mentorships };
}

/**
 * Books a session for each of the first pairs, signed in as the mentee or the mentor in turn, with the reminders set so
 * that both fall due within the next two minutes.
 *
 * @returns addresses of those who are owed reminders, one entry for each session and person
 */
export async function bookSessions(admin, base, mentorships, api, mailbox, onProgress) {
  const people = new Map();
  const signedIn = async (email) => {
    if (!people.has(email)) people.set(email, await signInByMail(api, email, mailbox));
    return people.get(email);
  };
  const reminded = [];
  for (const [index, mentorship] of mentorships.slice(0, SESSIONS).entries()) {
    const both = [mentorship.mentee, mentorship.mentor];
    const person = await signedIn(both[index % 2].email);
    const path = `${base}/mentorships/${mentorship.id}`;
    const { items } = await person.get(`${path}/slots?limit=500`);
    // A slot that starts within the next minutes could be past when it is booked.
    const usable = ({ startsAt }) => Date.parse(startsAt) > Date.now() + 10 * 60_000;
    const slot =
      items.find(usable) ?? (await afterOfferingAnyTime(mentorship, base, signedIn, path)).find(usable);
    if (slot === undefined)
      throw new Error(`${both.map((one) => one.name).join(' and ')} have no common time`);
    const dueAt = Math.ceil((Date.now() + 5_000) / 60_000) * 60_000;
    const lead = Math.round((Date.parse(slot.startsAt) - dueAt) / 60_000);
    await admin.patch(base, { settings: { sessionReminderMinutes: [lead, lead - 1] } });
    await person.post(`${path}/sessions`, { startsAt: slot.startsAt });
    reminded.push(...both.map((one) => one.email.toLowerCase()));
    onProgress(`${index + 1} sessions`);
  }
  return reminded;
}

/** What two people do who have no common time: the mentee offers any. */
async function afterOfferingAnyTime(mentorship, base, signedIn, path) {
  const mentee = await signedIn(mentorship.mentee.email);
  const own = await mentee.get(`${base}/me/profiles/mentee`);
  const kept = [
    'headline',
    'about',
    'country',
    'city',
    'organisation',
    'yearsExperience',
    'languages',
    'goals',
    'goalStatement',
    'timeZone',
    'format',
  ];
  const profile = {
    ...Object.fromEntries(kept.map((key) => [key, own[key]])),
    skills: own.skills.map(({ skillId, priority }) => ({ skill: skillId, priority })),
    windows: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].map((weekday) => ({
      weekday,
      startMinute: 0,
      endMinute: 1440,
    })),
  };
  await mentee.call('PUT', `${base}/me/profiles/mentee`, profile, { 'If-Match': `"${own.version}"` });
  return (await mentee.get(`${path}/slots?limit=500`)).items;
}
