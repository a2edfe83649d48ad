import { DAY_MS, openTime } from '#availability';
import { InvalidInputError } from '#http';
import { Clock } from '#kernel';
import { calendarOf, MembershipQueries, type ProgramActor, ProgramQueries } from '#programs';
import { BookSession, FindSlots, NoCommonTimeError, SessionQueries, type SlotView } from '#sessions';
import { Injectable } from '@nestjs/common';
import type {
  MailAction,
  MailActionDone,
  MailActionPage,
  MailActionSubject,
} from '../mail-actions/mail-action.js';

/** How far ahead times are offered; closed weeks do not count. */
const DAYS = 14;
/** Times on the page; more would be a list to scroll, not a choice. */
const OFFERED = 15;

/** The first meeting, booked from the intro mail. */
@Injectable()
export class BookByMail implements MailAction {
  readonly purpose = 'session.book';

  constructor(
    private readonly memberships: MembershipQueries,
    private readonly programs: ProgramQueries,
    private readonly slots: FindSlots,
    private readonly book: BookSession,
    private readonly sessions: SessionQueries,
    private readonly clock: Clock,
  ) {}

  async describe(subject: MailActionSubject): Promise<MailActionPage> {
    const offered = await this.offered(subject);
    return {
      title: 'When do you want to meet?',
      sentences: ['These times usually suit both of you. Both get an invitation for the calendar.'],
      button: 'Book this time',
      fields: [
        {
          name: 'startsAt',
          label: 'Time',
          kind: 'choice',
          required: true,
          maxLength: 30,
          options: offered.map(({ startsAt, text }) => ({ value: startsAt.toISOString(), label: text })),
        },
      ],
    };
  }

  async perform(
    subject: MailActionSubject,
    { startsAt = '' }: Readonly<Record<string, string>>,
  ): Promise<MailActionDone> {
    const offered = await this.offered(subject);
    const slot = offered.find((one) => one.startsAt.toISOString() === startsAt);
    if (slot === undefined)
      throw new InvalidInputError([
        { path: 'startsAt', message: 'This time is no longer free; choose another.' },
      ]);
    await this.book.execute(
      { mentorshipId: subject.context['mentorshipId'] ?? '', startsAt: slot.startsAt },
      await this.actor(subject),
    );
    return booked(slot.text);
  }

  /** What was booked, for whoever presses the button again. */
  async repeat(subject: MailActionSubject): Promise<MailActionDone | null> {
    const { items } = await this.sessions.listForMentorship(
      subject.context['mentorshipId'] ?? '',
      'upcoming',
      await this.actor(subject),
      { limit: 1, cursor: null },
    );
    const [next] = items;
    return next === undefined ? null : { title: 'It is booked', sentences: ['The time is in your mail.'] };
  }

  private async offered(subject: MailActionSubject): Promise<readonly SlotView[]> {
    const actor = await this.actor(subject);
    const program = await this.programs.getById(actor.programId);
    const horizonMs = program.settings.sessionHorizonDays * DAY_MS;
    const apart: SlotView[] = [];
    let advice: string | null = null;
    for (const { start, end } of openTime(this.clock.now().getTime(), DAYS, calendarOf(program))) {
      const range = { from: new Date(start), to: new Date(Math.min(end, start + horizonMs)), limit: 500 };
      const mentorshipId = subject.context['mentorshipId'] ?? '';
      const found = await this.slots.execute({ ...range, mentorshipId }, actor);
      advice ??= found.advice;
      for (const slot of found.items) {
        const last = apart.at(-1);
        if (last === undefined || slot.startsAt >= last.endsAt) apart.push(slot);
      }
    }
    if (apart.length === 0) throw new NoCommonTimeError(advice);
    return apart.slice(0, OFFERED);
  }

  private async actor({ accountId, context }: MailActionSubject): Promise<ProgramActor> {
    const programId = context['programId'] ?? '';
    const participations = await this.memberships.listOwn(programId, accountId);
    return { accountId, deviceId: 'mail', programId, participations };
  }
}

function booked(when: string): MailActionDone {
  return {
    title: 'It is booked',
    sentences: [`You meet ${when}.`, 'Both of you get an invitation for the calendar, and reminders before.'],
  };
}
