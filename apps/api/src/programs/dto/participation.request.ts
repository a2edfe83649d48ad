import { PageQuery } from '#http';
import type { AdminRole, ParticipationState, ProgramRole } from '#programs';
import { IsUUID } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, LineField, ParagraphField } from '../../dto/fields.js';
import { ExportQuery } from '../../exports/export.query.js';
import { ROLES, STATES } from './program.response.js';

/** Query of the list of participations. */
export class ParticipationsQuery extends PageQuery {
  @ChoiceField(ROLES, { optional: true, example: 'mentor' })
  role?: ProgramRole;

  @ChoiceField(STATES, { optional: true, example: 'applied' })
  state?: ParticipationState;

  @LineField({ max: 120, optional: true, example: 'ada', description: 'Part of a name or address' })
  search?: string;
}

/** Query of the export of participations. */
export class ParticipationExportQuery extends ExportQuery {
  @ChoiceField(ROLES, { optional: true, example: 'mentor' })
  role?: ProgramRole;

  @ChoiceField(STATES, { optional: true, example: 'active' })
  state?: ParticipationState;
}

/** An answer to an application. */
export class DecisionRequest {
  @ParagraphField({ max: 2_000, optional: true, example: 'Welcome! Please fill in your times by Friday.' })
  note?: string;
}

/** A further role for somebody who takes part. */
export class GrantRoleRequest {
  @ChoiceField(['owner', 'coordinator', 'sponsor'], { example: 'coordinator' })
  role!: AdminRole;
}

/** An application to a program that is open for it. */
export class ApplicationRequest {
  @ApiProperty({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6073' })
  @IsUUID('all', { message: 'Give the id of the program.' })
  programId!: string;

  @ChoiceField(['mentee', 'mentor'])
  role!: 'mentee' | 'mentor';

  @ParagraphField({ max: 2_000, optional: true, example: 'I would like to lead a team within two years.' })
  note?: string;
}
