import type { Database } from '#database';
import { CohortEntity, MatchRunEntity } from '#matching/entities';
import { DEFAULT_RULES } from '#scoring';
import { v7 } from 'uuid';

/** Writes a run that succeeded, in a cohort of its own unless one is named. */
export async function buildMatchRun(
  db: Database,
  { requestedBy, ...fields }: Pick<MatchRunEntity, 'programId' | 'requestedBy'> & Partial<MatchRunEntity>,
): Promise<MatchRunEntity> {
  const { programId } = fields;
  const id = fields.id ?? v7();
  const cohortId = fields.cohortId ?? v7();
  if (fields.cohortId === undefined)
    await db.repository(CohortEntity).insert({
      id: cohortId,
      programId,
      name: 'Spring',
      state: 'matching',
      weights: {},
      rules: DEFAULT_RULES,
      seed: 'seed',
      termFrom: '2027-01-04',
      createdBy: requestedBy,
    });
  const repository = db.repository(MatchRunEntity);
  await repository.insert({ state: 'succeeded', parameters: {}, ...fields, id, cohortId, requestedBy });
  return repository.findOneByOrFail({ id });
}
