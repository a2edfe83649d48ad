import {
  CohortUnknownError,
  EnrolSelf,
  LeaveCohort,
  type OwnPartView,
  type OwnPlace,
  OwnPlaces,
} from '#matching';
import { Injectable } from '@nestjs/common';
import type { MailAction, MailActionDone, MailActionSubject } from '../mail-actions/mail-action.js';

const enrolled = (cohort: string): MailActionDone => ({
  title: 'You are in',
  sentences: [`You are enrolled in ${cohort}. You hear from us before people are matched.`],
});

const waiting = (cohort: string, place: number): MailActionDone => ({
  title: 'You are on the waiting list',
  sentences: [
    `All places in ${cohort} are taken. You are number ${place} in line, and hear from us when a place is yours.`,
  ],
});

const answered = ({ name, placeInLine }: OwnPartView & { readonly name: string }): MailActionDone =>
  placeInLine === null ? enrolled(name) : waiting(name, placeInLine);

const skipped = (cohort: string): MailActionDone => ({
  title: 'You skip this round',
  sentences: [`You are not matched in ${cohort}. You keep your place in line for the next round.`],
});

const declined = (cohort: string): MailActionDone => ({
  title: 'Not this time, then',
  sentences: [`You get no more mails about enrolling in ${cohort}. The next round is open to you as before.`],
});

/** What somebody can answer from a mail about a round, without signing in. */
@Injectable()
export class EnrolmentMailActions {
  constructor(
    private readonly places: OwnPlaces,
    private readonly enrolSelf: EnrolSelf,
    private readonly leaveCohort: LeaveCohort,
  ) {}

  /** The actions, one for each purpose of the links. */
  all(): readonly MailAction[] {
    return [this.enrol(), this.decline(), this.skip()];
  }

  private enrol(): MailAction {
    return {
      purpose: 'cohort.enrol',
      describe: async (subject) => {
        const { name, role } = await this.places.factsOf(placeOf(subject));
        return {
          title: `Take part in ${name}?`,
          sentences: [`You enrol as a ${role}. You can leave again until people are matched.`],
          button: 'Yes, enrol me',
        };
      },
      perform: async (subject) => {
        const place = placeOf(subject);
        await this.enrolSelf.execute(place, subject.accountId);
        return answered(await this.places.factsOf(place));
      },
      repeat: async (subject) => {
        const facts = await this.places.factsOf(placeOf(subject));
        return facts.answer === 'in' || facts.answer === 'waiting' ? answered(facts) : null;
      },
    };
  }

  private decline(): MailAction {
    return {
      purpose: 'cohort.decline',
      describe: async (subject) => {
        const { name } = await this.places.factsOf(placeOf(subject));
        return {
          title: `Not take part in ${name}?`,
          sentences: ['That is fine, and needs no reason. You are not reminded of this round again.'],
          button: 'Not this time',
        };
      },
      perform: async (subject) => {
        const place = placeOf(subject);
        await this.leaveCohort.execute(place);
        return declined((await this.places.factsOf(place)).name);
      },
      repeat: async (subject) => {
        const { name, answer } = await this.places.factsOf(placeOf(subject));
        return answer === 'in' || answer === 'waiting' ? null : declined(name);
      },
    };
  }

  private skip(): MailAction {
    return {
      purpose: 'cohort.skip',
      describe: async (subject) => {
        const { name, answer } = await this.places.factsOf(placeOf(subject));
        return {
          title: `Skip ${name}?`,
          sentences:
            answer === 'in'
              ? ['You are not matched this time. That needs no reason, and you keep your place in line.']
              : ['You are not in this round, so nobody is matched with you. There is nothing to do.'],
          button: 'Skip this round',
        };
      },
      perform: async (subject) => {
        const place = placeOf(subject);
        await this.leaveCohort.execute({ ...place, skip: true });
        return skipped((await this.places.factsOf(place)).name);
      },
      repeat: async (subject) => {
        const { name, answer } = await this.places.factsOf(placeOf(subject));
        return answer === 'in' ? null : skipped(name);
      },
    };
  }
}

/** @throws CohortUnknownError for a link without the ids */
function placeOf({ context }: MailActionSubject): OwnPlace {
  const { programId, cohortId, participationId } = context;
  if (programId === undefined || cohortId === undefined || participationId === undefined)
    throw new CohortUnknownError();
  return { programId, cohortId, participationId };
}
