import { Database } from '#database';
import { NotAllowedError, VersionConflictError } from '#http';
import { Clock, Ids } from '#kernel';
import { AuditLog, type ProgramActor } from '#programs';
import { Injectable } from '@nestjs/common';
import { NotePairUnknownError, NoteUnknownError, RunUnknownError } from '../matching.errors.js';
import { RunNoteEntity } from '../persistence/run-note.entity.js';
import type { PairOfRun } from './score-pair-now.js';

/** A note to write. */
export interface WriteRunNoteInput {
  readonly runId: string;
  /** Two people of the round; null for a note on the run. */
  readonly pair: PairOfRun | null;
  readonly text: string;
}

/** Which note, and the version that its writer read. */
export interface RunNoteRef {
  readonly runId: string;
  readonly noteId: string;
  readonly version: number;
}

/** Notes of admins on a run and on its pairs. Each is changed by its writer alone. */
@Injectable()
export class RunNotes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditLog,
  ) {}

  /** @returns its id; @throws RunUnknownError, NotePairUnknownError */
  async write({ runId, pair, text }: WriteRunNoteInput, actor: ProgramActor): Promise<string> {
    return this.db.transaction(async () => {
      const [run] = await this.db.query<{ cohort_id: string }>(
        `SELECT cohort_id FROM match_run WHERE id = $1 AND program_id = $2`,
        [runId, actor.programId],
      );
      if (run === undefined) throw new RunUnknownError();
      if (pair !== null) await this.refuseStrangers(run.cohort_id, pair);
      const id = this.ids.next();
      await this.db.repository(RunNoteEntity).insert({
        id,
        runId,
        menteeId: pair?.menteeId ?? null,
        mentorId: pair?.mentorId ?? null,
        text,
        writtenBy: actor.accountId,
        writtenAt: this.clock.now(),
      });
      await this.audit.record(actor, { action: 'run.noted', subjectId: runId });
      return id;
    });
  }

  /** @throws NoteUnknownError, NotAllowedError, VersionConflictError */
  async edit({ text, ...ref }: RunNoteRef & { readonly text: string }, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const note = await this.lockOwn(ref, actor);
      await this.db
        .repository(RunNoteEntity)
        .update({ id: note.id }, { text, editedAt: this.clock.now(), version: note.version + 1 });
      await this.audit.record(actor, { action: 'run.noted', subjectId: ref.runId });
    });
  }

  /** @throws NoteUnknownError, NotAllowedError, VersionConflictError */
  async delete(ref: RunNoteRef, actor: ProgramActor): Promise<void> {
    await this.db.transaction(async () => {
      const note = await this.lockOwn(ref, actor);
      await this.db.repository(RunNoteEntity).delete({ id: note.id });
      await this.audit.record(actor, { action: 'run.noted', subjectId: ref.runId });
    });
  }

  private async refuseStrangers(cohortId: string, { menteeId, mentorId }: PairOfRun): Promise<void> {
    const members = await this.db.query(
      `SELECT 1 FROM cohort_member WHERE cohort_id = $1
         AND ((participation_id = $2 AND role = 'mentee') OR (participation_id = $3 AND role = 'mentor'))`,
      [cohortId, menteeId, mentorId],
    );
    if (members.length < 2) throw new NotePairUnknownError();
  }

  private async lockOwn(
    { runId, noteId, version }: RunNoteRef,
    actor: ProgramActor,
  ): Promise<{ readonly id: string; readonly version: number }> {
    const [note] = await this.db.query<{ id: string; version: number; written_by: string }>(
      `SELECT n.id, n.version, n.written_by FROM run_note n JOIN match_run r ON r.id = n.run_id
       WHERE n.id = $1 AND n.run_id = $2 AND r.program_id = $3 FOR UPDATE OF n`,
      [noteId, runId, actor.programId],
    );
    if (note === undefined) throw new NoteUnknownError();
    if (note.written_by !== actor.accountId)
      throw new NotAllowedError('Only whoever wrote this note may change it. Write one of your own.');
    if (note.version !== version) throw new VersionConflictError();
    return note;
  }
}
