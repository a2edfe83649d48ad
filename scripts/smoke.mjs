// Does the main job once, on the product as `npm start` runs it, and counts what arrived at the mail catcher.
//
//   npm run -s smoke -- --mentors mentors.csv --mentees mentees.csv [--json]
//   npm run -s smoke -- --sample [--json]        with two lists of made-up people
//
// Exit code 0 when every intro and every reminder arrived once, 1 otherwise, 2 for wrong usage.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signIn } from './smoke/client.mjs';
import { bookSessions, importPeople, matchAndPublish } from './smoke/main-job.mjs';
import { compare, Mailbox } from './smoke/mailbox.mjs';
import { startProduct } from './smoke/product.mjs';

const INTRO = ['intro-mentee', 'intro-mentor'];
const REMINDER = ['session-reminder'];

const USAGE = 'usage: npm run -s smoke -- (--mentors m.csv --mentees e.csv | --sample) [--json]';
const SAMPLE = { mentors: 20, mentees: 30, seed: 'smoke' };

function readArguments() {
  try {
    const options = {
      mentors: { type: 'string' },
      mentees: { type: 'string' },
      sample: { type: 'boolean' },
      json: { type: 'boolean', default: false },
    };
    const { values } = parseArgs({ options });
    const missing = ['mentors', 'mentees'].filter(
      (name) => values[name] === undefined || !existsSync(values[name]),
    );
    if (values.sample !== true && missing.length > 0)
      throw new Error(`name existing files by ${missing.map((name) => `--${name}`).join(' and ')}`);
    return values;
  } catch (error) {
    process.stderr.write(`smoke: ${error.message}\n${USAGE}\n`);
    process.exit(2);
  }
}

/** Two files of made-up people, in a folder of their own. */
async function sampleFiles() {
  const { generateSampleRoster } = await import('../dist/libs/roster/src/index.js');
  const { mentorsCsv, menteesCsv } = generateSampleRoster(SAMPLE);
  const folder = mkdtempSync(join(tmpdir(), 'rapport-sample-'));
  const files = { mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') };
  writeFileSync(files.mentors, mentorsCsv);
  writeFileSync(files.mentees, menteesCsv);
  return { files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const { mentors, mentees, sample, json } = readArguments();
const say = (text) => process.stderr.write(`${text}\n`);
const started = Date.now();
const product = await startProduct({ onLine: (text) => process.stderr.write(text) });
process.once('SIGINT', () => void product.stop().then(() => process.exit(130)));
let result;
let made = { files: { mentors, mentees }, remove: () => undefined };
try {
  if (sample === true) made = await sampleFiles();
  const { api, mail, demoPassword, signIns } = product.ready;
  const mailbox = new Mailbox(mail);
  const admin = await signIn(api, signIns.find(({ role }) => role.includes('admin')).email, demoPassword);
  const { base, counts } = await importPeople(admin, made.files);
  say(`imported ${counts.mentors} mentors and ${counts.mentees} mentees`);
  const { pairs, unmatched, mentorships } = await matchAndPublish(admin, base);
  say(`published ${pairs.length} pairs, ${mentorships.length} mentorships`);
  const owedIntros = new Map();
  for (const { mentee, mentor } of mentorships) {
    for (const [to, partner] of [
      [mentee, mentor],
      [mentor, mentee],
    ]) {
      const key = `${to.email.toLowerCase()} ${partner.name}`;
      owedIntros.set(key, (owedIntros.get(key) ?? 0) + 1);
    }
  }
  const reminded = await bookSessions(admin, base, mentorships, api, mailbox, say);
  const owedReminders = new Map();
  for (const address of reminded) owedReminders.set(address, (owedReminders.get(address) ?? 0) + 2);
  say('waiting for the mails');
  await mailbox.settle([...INTRO, ...REMINDER], 2 * pairs.length + 2 * reminded.length, 150_000);
  const mails = await mailbox.list();
  const intros = mails.filter(({ kind }) => INTRO.includes(kind));
  const reminders = mails.filter(({ kind }) => REMINDER.includes(kind));
  const ours = new Set(
    mentorships.flatMap(({ mentee, mentor }) => [mentee.email.toLowerCase(), mentor.email.toLowerCase()]),
  );
  const introKeys = intros
    .filter(({ to }) => ours.has(to))
    .map(({ to, subject }) => `${to} ${/^Meet (.+), your ment(?:or|ee) in /.exec(subject)?.[1]}`);
  const reminderKeys = reminders.filter(({ to }) => ours.has(to)).map(({ to }) => to);
  const [introDifference, reminderDifference] = [
    compare(owedIntros, introKeys),
    compare(owedReminders, reminderKeys),
  ];
  result = {
    mentors: counts.mentors,
    mentees: counts.mentees,
    pairs: pairs.length,
    unmatched: unmatched.length,
    introEmails: introKeys.length,
    reminders: reminderKeys.length,
    duplicates: introDifference.duplicates + reminderDifference.duplicates,
    lost: introDifference.lost + reminderDifference.lost,
    seconds: Math.round((Date.now() - started) / 1000),
  };
} finally {
  made.remove();
  await product.stop();
}
if (!json) for (const [name, value] of Object.entries(result)) say(`${name.padEnd(12)} ${value}`);
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(result.lost === 0 && result.duplicates === 0 && result.introEmails === 2 * result.pairs ? 0 : 1);
