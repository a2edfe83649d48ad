import { Database } from '#database';
import { type FieldProblem, Ids } from '#kernel';
import { ProfileFields } from '#profiles';
import type { ProgramActor } from '#programs';
import type { FieldSpec } from '#scoring';
import { Injectable } from '@nestjs/common';
import { CohortSettingsError, VariantsUnknownError } from '../matching.errors.js';
import { runParametersOf, settingsOf } from '../persistence/cohort.mapper.js';
import { CohortRepository } from '../persistence/cohort.repository.js';
import type { AnswerSettings } from './answer-settings.js';
import { applyCohortSettings, type CohortSettings, type CohortSettingsInput } from './cohort-settings.js';
import type { EnrolmentSettings } from './enrolment-settings.js';
import { CompareRuns } from './compare-runs.js';
import type { RunParameters } from './match-input.js';
import { RequestRuns } from './request-runs.js';
import { RunQueries } from './run.queries.js';
import type { RunComparison } from './run-comparison.view.js';
import type { RunView } from './run.view.js';

/** Settings to try; what is left out stays as the round has it. */
export interface VariantInput {
  readonly label: string;
  readonly settings: Omit<CohortSettingsInput, 'name' | keyof EnrolmentSettings | keyof AnswerSettings>;
}

/** What is tried, and whether also while fewer mentors are ready than the round asks for. */
export interface TryVariantsInput {
  readonly cohortId: string;
  readonly variants: readonly VariantInput[];
  readonly overrideReadiness?: boolean | undefined;
}

/** What the round's own settings are called among variants. */
const AS_IT_IS = 'As it is';

/** Runs that were asked for together, the round's own settings first. */
export interface VariantsView {
  readonly batchId: string;
  readonly variants: readonly {
    readonly run: RunView;
    /** With the first of them; null until both have succeeded. */
    readonly comparison: RunComparison | null;
  }[];
}

/**
 * Tries several settings at once beside the round's own. The round keeps its settings; each variant is a run like any
 * other, and the one that is liked best can be published.
 */
@Injectable()
export class TryVariants {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly cohorts: CohortRepository,
    private readonly requestRuns: RequestRuns,
    private readonly runs: RunQueries,
    private readonly compareRuns: CompareRuns,
    private readonly fields: ProfileFields,
  ) {}

  /** @returns id of the batch; @throws CohortUnknownError, CohortStateError, CohortSettingsError, CohortEmptyError, RunUnderWayError, TooFewReadyError */
  async execute(
    { cohortId, variants, overrideReadiness = false }: TryVariantsInput,
    actor: ProgramActor,
  ): Promise<string> {
    return this.db.transaction(async () => {
      const cohort = await this.cohorts.lock(cohortId, actor.programId);
      const own = { parameters: runParametersOf(settingsOf(cohort)), label: AS_IT_IS };
      const batchId = this.ids.next();
      const fields = await this.fields.holdSpecs(actor.programId);
      const others = variantsOf(settingsOf(cohort), variants, fields);
      await this.requestRuns.execute(cohort, [own, ...others], { batchId, overrideReadiness }, actor);
      return batchId;
    });
  }

  /** Side by side, as far as they are. @throws VariantsUnknownError */
  async get(batchId: string, cohortId: string, programId: string): Promise<VariantsView> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT id FROM match_run WHERE batch_id = $1 AND cohort_id = $2 AND program_id = $3 ORDER BY id`,
      [batchId, cohortId, programId],
    );
    if (rows.length === 0) throw new VariantsUnknownError();
    const found = await Promise.all(rows.map(({ id }) => this.runs.get(id, programId)));
    const [base] = found;
    return {
      batchId,
      variants: await Promise.all(
        found.map(async (run) => ({
          run,
          comparison:
            base?.state === 'succeeded' && run.state === 'succeeded'
              ? await this.compareRuns.execute({ beforeId: base.id, afterId: run.id }, programId)
              : null,
        })),
      ),
    };
  }
}

/** @throws CohortSettingsError that names every field of every variant that can't work */
function variantsOf(
  base: CohortSettings,
  variants: readonly VariantInput[],
  fields: readonly FieldSpec[],
): { parameters: RunParameters; label: string }[] {
  const problems: FieldProblem[] = [];
  const made = variants.flatMap(({ label, settings }, index) => {
    try {
      return [{ parameters: runParametersOf(applyCohortSettings(base, settings, fields)), label }];
    } catch (error) {
      if (!(error instanceof CohortSettingsError)) throw error;
      const under = `variants.${index}.settings`;
      problems.push(...error.fields.map(({ path, message }) => ({ path: `${under}.${path}`, message })));
      return [];
    }
  });
  if (problems.length > 0) throw new CohortSettingsError(problems);
  return made;
}
