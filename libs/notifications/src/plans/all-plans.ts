import { accountPlans } from './account.plans.js';
import { cohortPlans } from './cohort.plans.js';
import { answerPlans } from './answer.plans.js';
import { mentorshipPlans } from './mentorship.plans.js';
import { mailTestPlans } from './mail-test.plans.js';
import type { Plans } from './plan.js';
import { programPlans } from './program.plans.js';
import { rematchPlans } from './rematch.plans.js';
import { proposalPlans } from './proposal.plans.js';
import { requestPlans } from './request.plans.js';
import { sameAgainPlans } from './same-again.plans.js';
import { sessionPlans } from './session.plans.js';

/** Which mails each event owes, and to whom. */
export const allPlans: Plans = {
  ...accountPlans,
  ...programPlans,
  ...requestPlans,
  ...cohortPlans,
  ...proposalPlans,
  ...mentorshipPlans,
  ...sameAgainPlans,
  ...answerPlans,
  ...rematchPlans,
  ...sessionPlans,
  ...mailTestPlans,
};
