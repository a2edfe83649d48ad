import type { Database } from '#database';
import { CohortEntity } from '#matching/entities';
import { v7 } from 'uuid';

/** Writes an open round of a program. */
export async function buildCohort(
  db: Database,
  fields: Partial<CohortEntity> & Pick<CohortEntity, 'programId' | 'createdBy'>,
): Promise<CohortEntity> {
  const id = fields.id ?? v7();
  const repository = db.repository(CohortEntity);
  await repository.insert({
    id,
    name: 'Spring',
    state: 'open',
    weights: {},
    rules: [],
    seed: 'seed',
    termFrom: '2027-03-01',
    ...fields,
  });
  return repository.findOneByOrFail({ id });
}
