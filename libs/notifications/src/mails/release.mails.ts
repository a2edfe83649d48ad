import { isolateName } from '#mail';
import { mentorshipReleasedTemplate, releaseNoticeTemplate } from '../templates/mentorship.templates.js';
import { button } from './blocks.js';
import { letterOf, programLetter } from './letter.js';
import { defineMail, Stale } from './mail.js';
import { type MentorshipFacts, mentorshipFacts } from './mentorship-facts.js';

/** To the people who run the program, at once. */
export const mentorshipReleased = defineMail<MentorshipFacts>({
  load: (db, input) => mentorshipFacts(db, input, ['ended']),
  write({ reader, program, mentorship }, tools) {
    const letter = letterOf(
      mentorshipReleasedTemplate,
      {
        words: {
          mentor_name: isolateName(mentorship.mentor_name),
          mentee_name: isolateName(mentorship.mentee_name),
        },
        parts: { buttons: button('Find another mentor', tools.links.page('/admin/people')) },
      },
      {
        because: `you run ${program.name}`,
        replyTo: { name: mentorship.mentor_name, address: mentorship.mentor_email },
      },
    );
    return programLetter(reader, program, tools, letter);
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
    const letter = letterOf(releaseNoticeTemplate, {
      words: { mentor_name: isolateName(mentorship.mentor_name) },
      parts: { buttons: button('See mentors', tools.links.page('/mentors')) },
    });
    return programLetter(reader, program, tools, letter);
  },
});
