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

  @LineField({ max: 60, optional: true, example: 'Berlin', description: 'As the program spells it' })
  site?: string;
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

/** Where somebody is; what is left out stays, null takes it away. */
export class PlaceParticipationRequest {
  @LineField({ max: 60, optional: true, nullable: true, example: 'Berlin' })
  site?: string | null;

  @LineField({
    max: 60,
    optional: true,
    nullable: true,
    example: null,
    description: 'Of a coordinator: the only site that they see to. An owner alone sets it',
  })
  limitedToSite?: string | null;
}

/** The right address of somebody who was brought in. */
export class AddressRequest {
  @LineField({ min: 3, max: 254, example: 'ada.lovelace@example.org' })
  email!: string;
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
