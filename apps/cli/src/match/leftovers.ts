import {
  diagnose,
  type AssignmentProblem,
  type AssignmentResult,
  type MenteeDiagnosis,
  type MentorDiagnosis,
  type Relaxation,
  type NoFeasiblePartner,
} from '#assignment';
import { countedReasons, ruleInWords, scorePair } from '#scoring';
import type { People } from './profiles.js';
import type { ScoreTable } from './score-table.js';

/** Why somebody is left over, in facts and in one or two sentences. */
export type Explained<Facts> = Facts & { readonly name: string; readonly why: string };

/** Everybody who is left over. */
export interface Leftovers {
  readonly mentees: readonly Explained<MenteeDiagnosis>[];
  readonly mentors: readonly Explained<MentorDiagnosis>[];
}

/** Explains every mentee without a mentor and every mentor with a free place. */
export function explainLeftovers(
  people: People,
  scores: ScoreTable,
  problem: AssignmentProblem,
  result: AssignmentResult,
): Leftovers {
  const diagnosis = diagnose(problem, result, (menteeIndex, mentorIndex) => {
    const mentee = people.mentees[menteeIndex];
    const mentor = people.mentors[mentorIndex];
    if (mentee === undefined || mentor === undefined) return [];
    const pair = scorePair(mentee, mentor, scores.context);
    return pair.feasible ? [] : pair.reasons;
  });
  const menteeNames = namesOf(people.mentees);
  const mentorNames = namesOf(people.mentors);
  return {
    mentees: diagnosis.mentees.map((one) => ({
      ...one,
      name: menteeNames.get(one.menteeId) ?? '',
      why: whyMentee(one, mentorNames),
    })),
    mentors: diagnosis.mentors.map((one) => ({
      ...one,
      name: mentorNames.get(one.mentorId) ?? '',
      why: whyMentor(one),
    })),
  };
}

function namesOf(
  people: readonly { readonly id: string; readonly name?: string }[],
): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, name }) => [id, name ?? id]));
}

function whyMentee({ cause, relaxation }: MenteeDiagnosis, mentorNames: ReadonlyMap<string, string>): string {
  const help = relaxation === null ? '' : ` ${helpOf(relaxation, mentorNames)}`;
  if (cause.kind === 'no-feasible-partner') return `The rules leave no mentor: ${rules(cause)}.${help}`;
  const how = cause.decidedBy === 'order' ? 'the order of places' : 'higher scores';
  const many = cause.feasiblePartners === 1 ? '1 mentor suits' : `${cause.feasiblePartners} mentors suit`;
  return `${many}, and ${how} gave the places to others.${help}`;
}

function whyMentor({ cause }: MentorDiagnosis): string {
  if (cause.kind === 'no-feasible-partner') return `The rules leave no mentee: ${rules(cause)}.`;
  return cause.feasiblePartners === 1
    ? 'The 1 mentee who suits is placed or has another mentor.'
    : `The ${cause.feasiblePartners} mentees who suit are placed.`;
}

function rules({ excludedBy, examined }: NoFeasiblePartner): string {
  if (excludedBy.length === 0) return 'there is nobody on the other side';
  const among = examined === undefined ? '' : `of ${examined} looked at, `;
  return among + countedReasons(excludedBy);
}

function helpOf(relaxation: Relaxation, mentorNames: ReadonlyMap<string, string>): string {
  if (relaxation.kind === 'lift-rule') {
    const free = `${relaxation.withFreePlaces} with a free place`;
    const { rule, also, mentors } = relaxation;
    const rules =
      also === undefined
        ? `the rule on those who ${ruleInWords(rule)}`
        : `the rules on those who ${ruleInWords(rule)} and who ${ruleInWords(also)}`;
    return `Without ${rules}, ${mentors} would suit (${free}).`;
  }
  const name = mentorNames.get(relaxation.mentorId) ?? relaxation.mentorId;
  const places = relaxation.places === 1 ? 'One more place' : `${relaxation.places} more places`;
  return `${places} at ${name} would help${relaxation.reserved ? ', kept for this mentee' : ''}.`;
}
