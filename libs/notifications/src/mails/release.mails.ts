import { isolateName } from '#mail';
import { programLetter } from './letter.js';
import { defineMail, Stale } from './mail.js';
import { type MentorshipFacts, mentorshipFacts } from './mentorship-facts.js';

/** To the people who run the program, at once. */
export const mentorshipReleased = defineMail<MentorshipFacts>({
  load: (db, input) => mentorshipFacts(db, input, ['ended']),
  write({ reader, program, mentorship }, tools) {
    const mentor = isolateName(mentorship.mentor_name);
    const mentee = isolateName(mentorship.mentee_name);
    return programLetter(reader, program, tools, {
      subject: `${mentor} can’t take ${mentee} on now`,
      because: `you run ${program.name}`,
      replyTo: { name: mentorship.mentor_name, address: mentorship.mentor_email },
      preheader: `${mentee} hears of it in three working days, unless you find somebody before.`,
      blocks: [
        { type: 'heading', text: `${mentor} can’t take ${mentee} on now` },
        {
          type: 'paragraph',
          text: `${mentee} hears of it in three working days. If you find another mentor before, they get that introduction instead.`,
        },
        {
          type: 'buttons',
          links: [{ label: 'Find another mentor', url: tools.links.page('/admin/people') }],
        },
      ],
    });
  },
});

/** To the mentee, unless somebody new was found meanwhile. */
export const releaseNotice = defineMail<MentorshipFacts>({
  async load(db, input) {
    const facts = await mentorshipFacts(db, input, ['ended']);
    if (facts instanceof Stale) return facts;
    const found = await db.query(
      `SELECT 1 FROM mentorship WHERE mentee_id = $1 AND state IN ('proposed', 'active', 'paused') LIMIT 1`,
      [facts.mentorship.mentee_id],
    );
    return found.length > 0 ? new Stale('the mentee has a mentor again') : facts;
  },
  write({ reader, program, mentorship }, tools) {
    const mentor = isolateName(mentorship.mentor_name);
    return programLetter(reader, program, tools, {
      subject: `${mentor} can’t mentor you at present`,
      preheader: 'It is about their time, not about you.',
      blocks: [
        { type: 'heading', text: `${mentor} can’t mentor you at present` },
        {
          type: 'paragraph',
          text: `It is about their time, not about you. ${program.name} is looking for somebody else, and you go first when a place frees.`,
        },
        { type: 'paragraph', text: 'You can also ask a mentor yourself.' },
        { type: 'buttons', links: [{ label: 'See mentors', url: tools.links.page('/mentors') }] },
      ],
    });
  },
});
