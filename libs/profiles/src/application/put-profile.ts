import { AccountQueries } from '#accounts';
import { normaliseWindows, isWeeklyWindow } from '#availability';
import { Database } from '#database';
import { InvalidInputError, NotAllowedError, VersionConflictError, VersionRequiredError } from '#http';
import { Clock, type FieldProblem, Ids } from '#kernel';
import {
  ActivateParticipation,
  AuditLog,
  changedFields,
  isAdmin,
  ParticipationQueries,
  type ParticipationView,
  type ProgramActor,
  ProgramQueries,
  ProgramSkills,
  type ProgramView,
} from '#programs';
import { Injectable } from '@nestjs/common';
import { missingFields, readFieldValues } from '../check-field-values.js';
import { problemsOfProfile } from '../check-profile.js';
import { ProfileEntity } from '../persistence/profile.entity.js';
import { ProfileRepository, type SkillToWrite } from '../persistence/profile.repository.js';
import { ProfileClosedError } from '../profiles.errors.js';
import { ProfileFields } from './profile-fields.js';
import type { ProfileInput, SkillInput } from './profile-input.js';
import { ProfileQueries } from './profile.queries.js';
import type { FullProfileView, ProfileRole } from './profile.view.js';

/** What changes by itself or can't change. */
const BOOKKEEPING: ReadonlySet<string> = new Set<keyof FullProfileView>([
  'id',
  'participationId',
  'programId',
  'accountId',
  'role',
  'state',
  'name',
  'email',
  'workingStyleFilled',
  'updatedAt',
  'version',
]);

/** Writes a whole profile: a person's own, or somebody's on their behalf by an admin. */
@Injectable()
export class PutProfile {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly programs: ProgramQueries,
    private readonly participations: ParticipationQueries,
    private readonly accounts: AccountQueries,
    private readonly skills: ProgramSkills,
    private readonly activate: ActivateParticipation,
    private readonly fields: ProfileFields,
    private readonly rows: ProfileRepository,
    private readonly queries: ProfileQueries,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param input.version that the change is based on, null while there is no profile
   * @throws NotFoundError, NotAllowedError, ProfileClosedError, InvalidInputError, VersionRequiredError, VersionConflictError
   */
  async execute(
    input: {
      readonly participationId: string;
      readonly version: number | null;
      readonly profile: ProfileInput;
    },
    actor: ProgramActor,
  ): Promise<FullProfileView> {
    const subject = await this.participations.getById(actor.programId, input.participationId);
    const own = subject.accountId === actor.accountId;
    if (!own && !isAdmin(actor)) throw new NotAllowedError();
    const role = roleOf(subject);
    const program = await this.programs.getById(actor.programId);
    const problems = problemsOfProfile(input.profile, {
      role,
      goalKeys: program.goalAreas.map(({ key }) => key),
    });
    if (!isAdmin(actor)) problems.push(...reservedProblems(input.profile));
    const fields = await this.fieldsOf(input, role, actor);
    problems.push(...fields.problems);
    if (problems.length > 0) throw new InvalidInputError(problems);
    await this.db.transaction(async () => {
      const before = own ? null : await this.queries.findFull(actor.programId, subject.id, true);
      const skills = await this.resolveSkills(actor.programId, role, input.profile.skills ?? []);
      const id = await this.write(subject, role, program, { ...input, fields: fields.values });
      await this.rows.replaceSkills(id, skills);
      await this.activate.execute(actor.programId, subject.id);
      if (!own) await this.note(subject.id, before, actor);
    });
    const saved = await this.queries.findFull(actor.programId, subject.id, own);
    if (saved === null) throw new VersionConflictError();
    return saved;
  }

  /** Writes down what an admin changed in somebody's place. */
  private async note(id: string, before: FullProfileView | null, actor: ProgramActor): Promise<void> {
    const after = await this.queries.findFull(actor.programId, id, true);
    const fields = changedFields(before ?? {}, after ?? {}).filter((name) => !BOOKKEEPING.has(name));
    await this.audit.record(actor, {
      action: 'profile.updated',
      subjectId: id,
      about: [id],
      onBehalfOf: id,
      fields,
    });
  }

  /** What goes into the program's own fields: null keeps what is there. Nobody but an admin leaves required ones empty. */
  private async fieldsOf(
    { participationId, profile }: { readonly participationId: string; readonly profile: ProfileInput },
    role: ProfileRole,
    actor: ProgramActor,
  ): Promise<{
    readonly values: ProfileEntity['fields'] | null;
    readonly problems: readonly FieldProblem[];
  }> {
    const defined = await this.fields.list(actor.programId);
    const read = profile.fields === undefined ? null : readFieldValues(profile.fields, defined, role);
    const kept = read ?? {
      values: (await this.fields.valuesOf(actor.programId, [participationId])).get(participationId) ?? {},
      problems: [],
    };
    const named = new Set(kept.problems.map(({ path }) => path));
    const missing = isAdmin(actor)
      ? []
      : missingFields(kept.values, defined, role).filter(({ path }) => !named.has(path));
    return { values: read?.values ?? null, problems: [...kept.problems, ...missing] };
  }

  private async resolveSkills(
    programId: string,
    role: ProfileRole,
    inputs: readonly SkillInput[],
  ): Promise<SkillToWrite[]> {
    const found = await this.skills.resolve(
      programId,
      inputs.map(({ skill }) => skill),
    );
    const byId = new Map<string, SkillToWrite>();
    const problems: FieldProblem[] = [];
    for (const [index, input] of inputs.entries()) {
      const path = `skills.${index}.skill`;
      const ids = found.get(input.skill) ?? [];
      if (ids.length === 0)
        problems.push({ path, message: 'This names no skill; choose one from the list.' });
      for (const skillId of ids) {
        // The same skill under two names counts once, as it was given first.
        if (byId.has(skillId)) continue;
        const level = (role === 'mentor' ? input.level : input.currentLevel) ?? null;
        byId.set(skillId, { skillId, level, priority: input.priority ?? null });
      }
    }
    if (problems.length > 0) throw new InvalidInputError(problems);
    return [...byId.values()];
  }

  /** @returns the id of the profile */
  private async write(
    subject: ParticipationView,
    role: ProfileRole,
    program: ProgramView,
    {
      version,
      profile,
      fields,
    }: {
      readonly version: number | null;
      readonly profile: ProfileInput;
      readonly fields: ProfileEntity['fields'] | null;
    },
  ): Promise<string> {
    const repository = this.db.repository(ProfileEntity);
    const key = { participationId: subject.id };
    const now = this.clock.now();
    const values = {
      ...(await this.valuesOf(subject, role, program, profile)),
      ...(fields === null ? {} : { fields }),
    };
    if (version === null) {
      const result = await repository
        .createQueryBuilder()
        .insert()
        .values({
          ...values,
          ...key,
          id: this.ids.next(),
          programId: program.id,
          role,
          createdAt: now,
          updatedAt: now,
        })
        .orIgnore()
        .returning('id')
        .execute();
      const [inserted] = result.raw as { id: string }[];
      if (inserted === undefined) throw new VersionRequiredError();
      return inserted.id;
    }
    const { affected } = await repository.update(
      { ...key, version },
      { ...values, updatedAt: now, version: version + 1 },
    );
    if (affected !== 1) throw new VersionConflictError();
    return (await repository.findOneOrFail({ where: key, select: { id: true } })).id;
  }

  private async valuesOf(
    subject: ParticipationView,
    role: ProfileRole,
    program: ProgramView,
    profile: ProfileInput,
  ) {
    const timeZone = profile.timeZone ?? (await this.accounts.getById(subject.accountId)).timeZone;
    return {
      headline: profile.headline ?? '',
      about: profile.about ?? '',
      country: profile.country ?? null,
      city: profile.city ?? null,
      organisation: profile.organisation ?? null,
      department: profile.department ?? null,
      yearsExperience: profile.yearsExperience ?? null,
      languages: (profile.languages ?? []).map(({ code, level }) =>
        level === undefined ? { code } : { code, level },
      ),
      goals: [...(profile.goals ?? [])],
      goalStatement: profile.goalStatement ?? '',
      capacity: role === 'mentee' ? 1 : (profile.capacity ?? program.settings.defaultMentorCapacity),
      timeZone,
      windows: normaliseWindows((profile.windows ?? []).filter(isWeeklyWindow)),
      exceptions: (profile.exceptions ?? []).map(({ date, kind, startMinute, endMinute }) => ({
        date,
        kind,
        ...(startMinute == null ? {} : { startMinute }),
        ...(endMinute == null ? {} : { endMinute }),
      })),
      awayUntil: profile.awayUntil ?? null,
      format: profile.format ?? 'either',
      ...(profile.workingStyle === undefined ? {} : { workingStyle: profile.workingStyle }),
      ...(profile.grade === undefined ? {} : { grade: profile.grade }),
      ...(profile.managerEmail === undefined
        ? {}
        : { managerEmail: profile.managerEmail?.toLowerCase() ?? null }),
    };
  }
}

function roleOf(subject: ParticipationView): ProfileRole {
  if (subject.role !== 'mentor' && subject.role !== 'mentee')
    throw new ProfileClosedError('Only mentors and mentees have a profile.');
  if (subject.state === 'left' || subject.state === 'declined')
    throw new ProfileClosedError('This part in the program is over; apply again, or ask for an invitation.');
  return subject.role;
}

function reservedProblems(profile: ProfileInput): FieldProblem[] {
  return (['grade', 'managerEmail'] as const)
    .filter((path) => profile[path] !== undefined)
    .map((path) => ({ path, message: 'Only a program admin can change this; leave it out.' }));
}
